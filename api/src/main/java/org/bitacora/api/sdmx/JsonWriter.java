package org.bitacora.api.sdmx;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bitacora.api.answer.Json;
import org.bitacora.api.sdmx.Part.DataSet;
import org.bitacora.api.sdmx.Part.Obs;
import org.bitacora.api.sdmx.Part.Series;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Period;
import org.jspecify.annotations.Nullable;

/**
 * SDMX-JSON 2.0. Observations name the values of dimensions and attributes by their places in lists; these come after them,
 * as they are known by then.
 */
final class JsonWriter implements Writer {

    private static final String SCHEMA =
            "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/data-message/tools/schemas/2.0.0/sdmx-json-data-schema.json";

    /** The values of an attribute that no observation here has: readers want a list. */
    private static final List<@Nullable Object> NOTHING = Collections.singletonList(null);

    private final DataQuery query;
    private final Texts texts;
    private final Json json;
    private final Map<String, String> names = new HashMap<>();
    private final String id;
    private final Instant prepared;

    private final Places<String> frequencies = new Places<>();
    private final Places<String> areas = new Places<>();
    private final Places<Definition> indicators = new Places<>();
    private final Places<Period> periods = new Places<>();
    private final List<Places<Object>> attributes = new ArrayList<>();
    private int dataSets;
    private boolean isOpen;
    private boolean isFirst = true;

    /** Places in a list, which grows. */
    private static final class Places<T> {
        private final Map<T, Integer> places = new LinkedHashMap<>();

        int of(T value) {
            return places.computeIfAbsent(value, _ -> places.size());
        }

        List<T> values() {
            return List.copyOf(places.keySet());
        }
    }

    /** How a message is called, and when it was made. */
    record Head(String id, Instant prepared) {}

    JsonWriter(DataQuery query, Texts texts, Json json, Head head) {
        this.query = query;
        this.texts = texts;
        this.json = json;
        this.id = head.id();
        this.prepared = head.prepared();
        for (int i = 0; i < OF_OBSERVATION.size() + OF_SERIES.size(); i++) {
            attributes.add(new Places<>());
        }
    }

    private static final List<String> OF_OBSERVATION =
            List.of(Ids.STATUS, Ids.NUMERATOR, Ids.DENOMINATOR, Ids.UNPLACED);
    private static final List<String> OF_SERIES = List.of(Ids.UNIT, Ids.DEFINITION, Ids.POSITION);

    @Override
    public String begin() {
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("schema", SCHEMA);
        meta.put("id", id);
        meta.put("test", false);
        meta.put("prepared", prepared.toString());
        meta.put("contentLanguages", List.of("es", "pt", "en"));
        meta.put("sender", Map.of("id", Ids.AGENCY));
        return "{\"meta\":" + json.whole(meta) + ",\"data\":{\"dataSets\":[";
    }

    @Override
    public void write(Part part, StringBuilder out) {
        switch (part) {
            case DataSet begun -> begin(begun, out);
            case Series series -> write(series, out);
        }
    }

    private void begin(DataSet dataSet, StringBuilder out) {
        close(out);
        out.append(dataSets++ == 0 ? "{" : ",{")
                .append("\"structure\":0,\"action\":\"")
                .append(dataSet.action().word())
                .append('"');
        moment("validFrom", dataSet.from(), out);
        moment("validTo", dataSet.to(), out);
        out.append(",\"links\":[{\"rel\":\"")
                .append(query.context())
                .append("\",\"urn\":\"")
                .append(query.urn())
                .append("\"}],\"")
                .append(query.isFlat() ? "observations" : "series")
                .append("\":{");
        isOpen = true;
        isFirst = true;
    }

    private static void moment(String name, Optional<Instant> moment, StringBuilder out) {
        moment.ifPresent(
                it -> out.append(",\"").append(name).append("\":\"").append(it).append('"'));
    }

    private void close(StringBuilder out) {
        if (isOpen) {
            out.append("}}");
        }
        isOpen = false;
    }

    private void write(Series series, StringBuilder out) {
        names.put(series.of().territory(), series.of().name());
        var key = frequencies.of(series.isYearly() ? "A" : "M") + ":"
                + areas.of(series.of().territory()) + ":" + indicators.of(series.definition());
        if (query.isFlat()) {
            for (var obs : series.observations()) {
                comma(out)
                        .append('"')
                        .append(key)
                        .append(':')
                        .append(periods.of(obs.period()))
                        .append("\":");
                write(obs, out);
                if (obs.value() != null) {
                    out.setLength(out.length() - 1);
                    ofSeries(series, out.append(',')).append(']');
                }
            }
            return;
        }
        comma(out).append('"').append(key).append("\":{\"attributes\":[");
        ofSeries(series, out).append("],\"observations\":{");
        for (int i = 0; i < series.observations().size(); i++) {
            var obs = series.observations().get(i);
            out.append(i == 0 ? "\"" : ",\"").append(periods.of(obs.period())).append("\":");
            write(obs, out);
        }
        out.append("}}");
    }

    private StringBuilder comma(StringBuilder out) {
        out.append(isFirst ? "" : ",");
        isFirst = false;
        return out;
    }

    private StringBuilder ofSeries(Series series, StringBuilder out) {
        place(4, series.definition().unit(), out).append(',');
        place(5, series.definition().version(), out).append(',');
        return place(6, series.of().position(), out);
    }

    private void write(Obs obs, StringBuilder out) {
        out.append('[');
        if (obs.value() != null) {
            out.append(obs.value().toPlainString()).append(',');
            place(0, obs.status(), out).append(',');
            place(1, obs.numerator(), out).append(',');
            place(2, obs.denominator(), out).append(',');
            place(3, obs.unplaced(), out);
        }
        out.append(']');
    }

    private StringBuilder place(int attribute, @Nullable Object value, StringBuilder out) {
        return value == null
                ? out.append("null")
                : out.append(attributes.get(attribute).of(value));
    }

    @Override
    public String end() {
        var out = new StringBuilder();
        close(out);
        return out.append("],\"structures\":[")
                .append(json.whole(structure()))
                .append("]}}")
                .toString();
    }

    private Map<String, Object> structure() {
        Map<String, Object> structure = new LinkedHashMap<>();
        structure.putAll(texts.label(query.isOfFlow() ? "group." + group() : Ids.STRUCTURE));
        structure.put("links", List.of(Map.of("rel", query.context(), "urn", query.urn())));
        var keys = List.of(
                dimension(
                        Ids.FREQ,
                        0,
                        frequencies.values().stream()
                                .map(it -> texts.item(it, texts.label("FREQ." + it)))
                                .toList()),
                dimension(
                        Ids.AREA,
                        1,
                        areas.values().stream()
                                .map(it -> texts.item(it, texts.same(names.getOrDefault(it, it))))
                                .toList()),
                dimension(
                        Ids.INDICATOR,
                        2,
                        indicators.values().stream()
                                .map(it -> texts.item(Ids.indicator(it.code()), texts.names(it.name())))
                                .toList()));
        var time = dimension(
                Ids.TIME, 3, periods.values().stream().map(JsonWriter::time).toList());
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
        for (int i = 0; i < OF_OBSERVATION.size(); i++) {
            observation.add(attribute(OF_OBSERVATION.get(i), i, Attributes.OF_OBSERVATION));
        }
        var series = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < OF_SERIES.size(); i++) {
            var with = OF_SERIES.get(i).equals(Ids.POSITION) ? Ids.AREA : Ids.INDICATOR;
            series.add(attribute(OF_SERIES.get(i), OF_OBSERVATION.size() + i, Attributes.of(with)));
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
        var values = attributes.get(place).values().stream()
                .map(it -> value(attribute, it))
                .toList();
        shown.put("values", values.isEmpty() ? NOTHING : values);
        return shown;
    }

    private Map<String, Object> value(String attribute, Object value) {
        return attribute.equals(Ids.STATUS)
                ? texts.item(value.toString(), texts.label("OBS_STATUS." + value))
                : Map.of("value", value);
    }
}
