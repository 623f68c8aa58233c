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

/**
 * Maps the structure part of an SDMX-JSON 2.0 data message: the dimensions, the measure and the attributes with their
 * values.
 */
final class JsonStructureMapper {

    /**
     * The values of an attribute that no observation of the message has: a list with null, because readers expect a
     * list.
     */
    private static final List<@Nullable Object> NOTHING = Collections.singletonList(null);

    private final DataQuery query;
    private final SdmxTexts sdmxTexts;
    private final ValueIndex valueIndex;

    JsonStructureMapper(DataQuery query, SdmxTexts sdmxTexts, ValueIndex valueIndex) {
        this.query = query;
        this.sdmxTexts = sdmxTexts;
        this.valueIndex = valueIndex;
    }

    /** Returns the structure of a message with this number of datasets. */
    Map<String, Object> structure(int dataSets) {
        Map<String, Object> structure = new LinkedHashMap<>();
        structure.putAll(sdmxTexts.label(query.isDataflowQuery() ? "group." + group() : SdmxIdentifiers.STRUCTURE));
        structure.put("links", List.of(Map.of("rel", query.context(), "urn", query.urn())));
        var keys = List.of(
                dimension(
                        SdmxIdentifiers.FREQ,
                        0,
                        valueIndex.frequencies.values().stream()
                                .map(it -> sdmxTexts.item(it, sdmxTexts.label("FREQ." + it)))
                                .toList()),
                dimension(
                        SdmxIdentifiers.AREA,
                        1,
                        valueIndex.areas.values().stream()
                                .map(it -> sdmxTexts.item(it, sdmxTexts.untranslated(valueIndex.territoryName(it))))
                                .toList()),
                dimension(
                        SdmxIdentifiers.INDICATOR,
                        2,
                        valueIndex.indicators.values().stream()
                                .map(it -> sdmxTexts.item(
                                        SdmxIdentifiers.indicatorId(it.code()), sdmxTexts.names(it.name())))
                                .toList()));
        var time = dimension(
                SdmxIdentifiers.TIME,
                3,
                valueIndex.periods.values().stream()
                        .map(JsonStructureMapper::time)
                        .toList());
        var all = new ArrayList<>(keys);
        all.add(time);
        structure.put(
                "dimensions",
                query.isFlat()
                        ? Map.of("dataSet", List.of(), "series", List.of(), "observation", all)
                        : Map.of("dataSet", List.of(), "series", keys, "observation", List.of(time)));
        structure.put(
                "measures",
                Map.of(
                        "observation",
                        List.of(sdmxTexts.item(SdmxIdentifiers.VALUE, sdmxTexts.label(SdmxIdentifiers.VALUE)))));
        structure.put("attributes", attributesShown());
        structure.put("annotations", List.of());
        structure.put("dataSets", IntStream.range(0, dataSets).boxed().toList());
        return structure;
    }

    private String group() {
        return query.definitions().getFirst().group();
    }

    private Map<String, Object> dimension(String dimension, int position, List<Map<String, Object>> values) {
        var item = sdmxTexts.item(dimension, sdmxTexts.label(dimension));
        item.put("keyPosition", position);
        item.put("values", values);
        return item;
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
        for (int i = 0; i < ValueIndex.OBSERVATION_ATTRIBUTES.size(); i++) {
            observation.add(
                    attribute(ValueIndex.OBSERVATION_ATTRIBUTES.get(i), i, AttributeRelationships.BY_OBSERVATION));
        }
        var series = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < ValueIndex.SERIES_ATTRIBUTES.size(); i++) {
            var with = ValueIndex.SERIES_ATTRIBUTES.get(i).equals(SdmxIdentifiers.POSITION)
                    ? SdmxIdentifiers.AREA
                    : SdmxIdentifiers.INDICATOR;
            series.add(attribute(
                    ValueIndex.SERIES_ATTRIBUTES.get(i),
                    ValueIndex.OBSERVATION_ATTRIBUTES.size() + i,
                    AttributeRelationships.byDimension(with)));
        }
        if (query.isFlat()) {
            observation.addAll(series);
            series.clear();
        }
        return Map.of("dataSet", List.of(), "series", series, "observation", observation);
    }

    private Map<String, Object> attribute(String attribute, int index, Map<String, Object> relationship) {
        var item = sdmxTexts.item(attribute, sdmxTexts.label(attribute));
        item.put("relationship", relationship);
        var values = valueIndex.attributes.get(index).values().stream()
                .map(it -> value(attribute, it))
                .toList();
        item.put("values", values.isEmpty() ? NOTHING : values);
        return item;
    }

    private Map<String, Object> value(String attribute, Object value) {
        return attribute.equals(SdmxIdentifiers.STATUS)
                ? sdmxTexts.item(value.toString(), sdmxTexts.label("OBS_STATUS." + value))
                : Map.of("value", text(value));
    }

    /**
     * Returns a value as text, because the published schema rejects integers: an integer matches both its types integer
     * and number, but a value must match exactly one type.
     */
    private static String text(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
}
