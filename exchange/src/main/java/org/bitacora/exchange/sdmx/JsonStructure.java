package org.bitacora.exchange.sdmx;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bitacora.domain.indicator.Period;
import org.jspecify.annotations.Nullable;

/** What a data message of SDMX-JSON 2.0 says of its dimensions, its measure and its attributes, and their values. */
final class JsonStructure {

    /** The values of an attribute that no observation here has: readers want a list. */
    private static final List<@Nullable Object> NOTHING = Collections.singletonList(null);

    private final DataQuery query;
    private final Texts texts;
    private final Named named;

    JsonStructure(DataQuery query, Texts texts, Named named) {
        this.query = query;
        this.texts = texts;
        this.named = named;
    }

    /** The structure of so many datasets. */
    Map<String, Object> of(int dataSets) {
        Map<String, Object> structure = new LinkedHashMap<>();
        structure.putAll(texts.label(query.isOfFlow() ? "group." + group() : Ids.STRUCTURE));
        structure.put("links", List.of(Map.of("rel", query.context(), "urn", query.urn())));
        var keys = List.of(
                dimension(
                        Ids.FREQ,
                        0,
                        named.frequencies.values().stream()
                                .map(it -> texts.item(it, texts.label("FREQ." + it)))
                                .toList()),
                dimension(
                        Ids.AREA,
                        1,
                        named.areas.values().stream()
                                .map(it -> texts.item(it, texts.same(named.name(it))))
                                .toList()),
                dimension(
                        Ids.INDICATOR,
                        2,
                        named.indicators.values().stream()
                                .map(it -> texts.item(Ids.indicator(it.code()), texts.names(it.name())))
                                .toList()));
        var time = dimension(
                Ids.TIME,
                3,
                named.periods.values().stream().map(JsonStructure::time).toList());
        var all = new ArrayList<>(keys);
        all.add(time);
        structure.put(
                "dimensions",
                query.isFlat()
                        ? Map.of("dataSet", List.of(), "series", List.of(), "observation", all)
                        : Map.of("dataSet", List.of(), "series", keys, "observation", List.of(time)));
        structure.put("measures", Map.of("observation", List.of(texts.item(Ids.VALUE, texts.label(Ids.VALUE)))));
        structure.put("attributes", attributesShown());
        structure.put("annotations", List.of());
        structure.put("dataSets", IntStream.range(0, dataSets).boxed().toList());
        return structure;
    }

    private String group() {
        return query.definitions().getFirst().group();
    }

    private Map<String, Object> dimension(String dimension, int position, List<Map<String, Object>> values) {
        var shown = texts.item(dimension, texts.label(dimension));
        shown.put("keyPosition", position);
        shown.put("values", values);
        return shown;
    }

    private static Map<String, Object> time(Period period) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("id", period.name());
        value.put("name", period.name());
        value.put("start", period.first() + "T00:00:00Z");
        value.put("end", period.last() + "T23:59:59Z");
        return value;
    }

    private Map<String, Object> attributesShown() {
        var observation = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < Named.OF_OBSERVATION.size(); i++) {
            observation.add(attribute(Named.OF_OBSERVATION.get(i), i, Attributes.OF_OBSERVATION));
        }
        var series = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < Named.OF_SERIES.size(); i++) {
            var with = Named.OF_SERIES.get(i).equals(Ids.POSITION) ? Ids.AREA : Ids.INDICATOR;
            series.add(attribute(Named.OF_SERIES.get(i), Named.OF_OBSERVATION.size() + i, Attributes.of(with)));
        }
        if (query.isFlat()) {
            observation.addAll(series);
            series.clear();
        }
        return Map.of("dataSet", List.of(), "series", series, "observation", observation);
    }

    private Map<String, Object> attribute(String attribute, int place, Map<String, Object> relationship) {
        var shown = texts.item(attribute, texts.label(attribute));
        shown.put("relationship", relationship);
        var values = named.attributes.get(place).values().stream()
                .map(it -> value(attribute, it))
                .toList();
        shown.put("values", values.isEmpty() ? NOTHING : values);
        return shown;
    }

    private Map<String, Object> value(String attribute, Object value) {
        return attribute.equals(Ids.STATUS)
                ? texts.item(value.toString(), texts.label("OBS_STATUS." + value))
                : Map.of("value", text(value));
    }

    /** A number as text: the published schema counts an integer among the numbers too, and wants a value to be of one kind. */
    private static String text(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
}
