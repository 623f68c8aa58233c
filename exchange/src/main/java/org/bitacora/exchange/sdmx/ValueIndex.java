package org.bitacora.exchange.sdmx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Period;

/** The values of dimensions and attributes that the observations of a message refer to by index. */
final class ValueIndex {

    static final List<String> OBSERVATION_ATTRIBUTES = List.of(
            SdmxIdentifiers.STATUS, SdmxIdentifiers.NUMERATOR, SdmxIdentifiers.DENOMINATOR, SdmxIdentifiers.UNPLACED);
    static final List<String> SERIES_ATTRIBUTES =
            List.of(SdmxIdentifiers.UNIT, SdmxIdentifiers.DEFINITION, SdmxIdentifiers.POSITION);

    final IndexedValues<String> frequencies = new IndexedValues<>();
    final IndexedValues<String> areas = new IndexedValues<>();
    final IndexedValues<Definition> indicators = new IndexedValues<>();
    final IndexedValues<Period> periods = new IndexedValues<>();
    final List<IndexedValues<Object>> attributes = Stream.concat(
                    OBSERVATION_ATTRIBUTES.stream(), SERIES_ATTRIBUTES.stream())
            .map(_ -> new IndexedValues<Object>())
            .toList();
    private final Map<String, String> names = new HashMap<>();

    /** The key of a series: the indexes of the values of its dimensions. */
    String seriesKey(MessagePart.SdmxSeries sdmxSeries) {
        names.put(
                sdmxSeries.territoryPosition().territory(),
                sdmxSeries.territoryPosition().name());
        return frequencies.indexOf(sdmxSeries.isYearly() ? "A" : "M") + ":"
                + areas.indexOf(sdmxSeries.territoryPosition().territory()) + ":"
                + indicators.indexOf(sdmxSeries.definition());
    }

    /** The name of a territory of the message. */
    String territoryName(String area) {
        return names.getOrDefault(area, area);
    }
}
