package org.bitacora.exchange.sdmx;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.exchange.sdmx.Part.Action;
import org.bitacora.exchange.sdmx.Part.DataSet;
import org.bitacora.exchange.sdmx.Part.Obs;
import org.bitacora.exchange.sdmx.Part.Series;
import org.bitacora.http.Json;
import org.jspecify.annotations.Nullable;

/**
 * SDMX-JSON 2.0. Observations name the values of dimensions and attributes by their places in lists; these come after them,
 * as they are known by then.
 */
public final class JsonWriter implements Writer {

    /** Where the schema of its messages is published. */
    public static final String SCHEMA =
            "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/data-message/tools/schemas/2.0.0/sdmx-json-data-schema.json";

    private final DataQuery query;
    private final Texts texts;
    private final Json json;
    private final Head head;
    private final Named named = new Named();
    private int dataSets;
    private Optional<DataSet> open = Optional.empty();
    private boolean isFirst = true;

    /** How a message is called, and as of when it was prepared. */
    record Head(String id, Instant prepared) {}

    JsonWriter(DataQuery query, Texts texts, Json json, Head head) {
        this.query = query;
        this.texts = texts;
        this.json = json;
        this.head = head;
    }

    @Override
    public String begin() {
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("schema", SCHEMA);
        meta.put("id", head.id());
        meta.put("test", false);
        meta.put("prepared", head.prepared().toString());
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
        open = Optional.of(dataSet);
        isFirst = true;
    }

    private static void moment(String name, Optional<Instant> moment, StringBuilder out) {
        moment.ifPresent(
                it -> out.append(",\"").append(name).append("\":\"").append(it).append('"'));
    }

    private void close(StringBuilder out) {
        out.append(open.isPresent() ? "}}" : "");
        open = Optional.empty();
    }

    private void write(Series series, StringBuilder out) {
        if (query.isFlat()) {
            writeFlat(series, out);
            return;
        }
        comma(out).append('"').append(named.key(series)).append("\":{");
        if (!isDeletion()) {
            ofSeries(series, out.append("\"attributes\":[")).append("],");
        }
        out.append("\"observations\":{");
        for (int i = 0; i < series.observations().size(); i++) {
            var obs = series.observations().get(i);
            out.append(i == 0 ? "\"" : ",\"")
                    .append(named.periods.of(obs.period()))
                    .append("\":");
            write(obs, out).append(']');
        }
        out.append("}}");
    }

    /** In a deletion a component that is there is one that is deleted itself. */
    private boolean isDeletion() {
        return open.filter(it -> it.action() == Action.DELETE).isPresent();
    }

    private void writeFlat(Series series, StringBuilder out) {
        var key = named.key(series);
        for (var obs : series.observations()) {
            comma(out)
                    .append('"')
                    .append(key)
                    .append(':')
                    .append(named.periods.of(obs.period()))
                    .append("\":");
            write(obs, out);
            if (!isDeletion()) {
                ofSeries(series, out.append(','));
            }
            out.append(']');
        }
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

    /** Its value and its attributes, the list left open. */
    private StringBuilder write(Obs obs, StringBuilder out) {
        out.append('[');
        if (obs.value() != null) {
            out.append(obs.value().toPlainString()).append(',');
            place(0, obs.status(), out).append(',');
            place(1, obs.numerator(), out).append(',');
            place(2, obs.denominator(), out).append(',');
            place(3, obs.unplaced(), out);
        }
        return out;
    }

    private StringBuilder place(int attribute, @Nullable Object value, StringBuilder out) {
        return value == null
                ? out.append("null")
                : out.append(named.attributes.get(attribute).of(value));
    }

    @Override
    public String end() {
        var out = new StringBuilder();
        close(out);
        var structure = new JsonStructure(query, texts, named).of(dataSets);
        return out.append("],\"structures\":[")
                .append(json.whole(structure))
                .append("]}}")
                .toString();
    }
}
