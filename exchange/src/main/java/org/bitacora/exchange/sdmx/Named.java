package org.bitacora.exchange.sdmx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Period;

/** The values of dimensions and attributes that the observations of a message name by their places. */
final class Named {

    static final List<String> OF_OBSERVATION = List.of(Ids.STATUS, Ids.NUMERATOR, Ids.DENOMINATOR, Ids.UNPLACED);
    static final List<String> OF_SERIES = List.of(Ids.UNIT, Ids.DEFINITION, Ids.POSITION);

    final Places<String> frequencies = new Places<>();
    final Places<String> areas = new Places<>();
    final Places<Definition> indicators = new Places<>();
    final Places<Period> periods = new Places<>();
    final List<Places<Object>> attributes = Stream.concat(OF_OBSERVATION.stream(), OF_SERIES.stream())
            .map(_ -> new Places<Object>())
            .toList();
    private final Map<String, String> names = new HashMap<>();

    /** The places of a series. */
    String key(Part.Series series) {
        names.put(series.of().territory(), series.of().name());
        return frequencies.of(series.isYearly() ? "A" : "M") + ":"
                + areas.of(series.of().territory()) + ":" + indicators.of(series.definition());
    }

    /** What a territory that was told is called. */
    String name(String area) {
        return names.getOrDefault(area, area);
    }
}
