package org.bitacora.exchange.sdmx;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.exchange.sdmx.MessagePart.DataSetAction;
import org.bitacora.exchange.sdmx.MessagePart.DataSetHeader;
import org.bitacora.exchange.sdmx.MessagePart.SdmxObservation;
import org.bitacora.exchange.sdmx.MessagePart.SdmxSeries;
import org.bitacora.http.JsonRenderer;
import org.jspecify.annotations.Nullable;

/**
 * Writes SDMX-JSON 2.0. Observations refer to the values of dimensions and attributes by index. The lists of values are
 * written after the observations, when they are complete.
 */
public final class SdmxJsonWriter implements DataMessageWriter {

    /** The address of the published schema of the messages. */
    public static final String SCHEMA =
            "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/data-message/tools/schemas/2.0.0/sdmx-json-data-schema.json";

    private final DataQuery query;
    private final SdmxTexts sdmxTexts;
    private final JsonRenderer jsonRenderer;
    private final DataMessageHeader dataMessageHeader;
    private final ValueIndex valueIndex = new ValueIndex();
    private int dataSets;
    private Optional<DataSetHeader> open = Optional.empty();
    private boolean isFirst = true;

    /** The header of a message: its id and the instant at which it was prepared. */
    record DataMessageHeader(String id, Instant prepared) {}

    SdmxJsonWriter(
            DataQuery query, SdmxTexts sdmxTexts, JsonRenderer jsonRenderer, DataMessageHeader dataMessageHeader) {
        this.query = query;
        this.sdmxTexts = sdmxTexts;
        this.jsonRenderer = jsonRenderer;
        this.dataMessageHeader = dataMessageHeader;
    }

    @Override
    public String begin() {
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("schema", SCHEMA);
        meta.put("id", dataMessageHeader.id());
        meta.put("test", false);
        meta.put("prepared", dataMessageHeader.prepared().toString());
        meta.put("contentLanguages", List.of("es", "pt", "en"));
        meta.put("sender", Map.of("id", SdmxIdentifiers.AGENCY));
        return "{\"meta\":" + jsonRenderer.render(meta) + ",\"data\":{\"dataSets\":[";
    }

    @Override
    public void write(MessagePart messagePart, StringBuilder out) {
        switch (messagePart) {
            case DataSetHeader begun -> begin(begun, out);
            case SdmxSeries sdmxSeries -> write(sdmxSeries, out);
        }
    }

    private void begin(DataSetHeader dataSetHeader, StringBuilder out) {
        close(out);
        out.append(dataSets++ == 0 ? "{" : ",{")
                .append("\"structure\":0,\"action\":\"")
                .append(dataSetHeader.action().jsonName())
                .append('"');
        moment("validFrom", dataSetHeader.from(), out);
        moment("validTo", dataSetHeader.to(), out);
        out.append(",\"links\":[{\"rel\":\"")
                .append(query.context())
                .append("\",\"urn\":\"")
                .append(query.urn())
                .append("\"}],\"")
                .append(query.isFlat() ? "observations" : "series")
                .append("\":{");
        open = Optional.of(dataSetHeader);
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

    private void write(SdmxSeries sdmxSeries, StringBuilder out) {
        if (query.isFlat()) {
            writeFlat(sdmxSeries, out);
            return;
        }
        comma(out).append('"').append(valueIndex.seriesKey(sdmxSeries)).append("\":{");
        if (!isDeletion()) {
            appendSeriesAttributes(sdmxSeries, out.append("\"attributes\":[")).append("],");
        }
        out.append("\"observations\":{");
        for (int i = 0; i < sdmxSeries.observations().size(); i++) {
            var sdmxObservation = sdmxSeries.observations().get(i);
            out.append(i == 0 ? "\"" : ",\"")
                    .append(valueIndex.periods.indexOf(sdmxObservation.period()))
                    .append("\":");
            write(sdmxObservation, out).append(']');
        }
        out.append("}}");
    }

    /**
     * Returns whether the dataset is a deletion. A component that is present in a deletion is itself deleted, so
     * attributes are left out.
     */
    private boolean isDeletion() {
        return open.filter(it -> it.action() == DataSetAction.DELETE).isPresent();
    }

    private void writeFlat(SdmxSeries sdmxSeries, StringBuilder out) {
        var key = valueIndex.seriesKey(sdmxSeries);
        for (var sdmxObservation : sdmxSeries.observations()) {
            comma(out)
                    .append('"')
                    .append(key)
                    .append(':')
                    .append(valueIndex.periods.indexOf(sdmxObservation.period()))
                    .append("\":");
            write(sdmxObservation, out);
            if (!isDeletion()) {
                appendSeriesAttributes(sdmxSeries, out.append(','));
            }
            out.append(']');
        }
    }

    private StringBuilder comma(StringBuilder out) {
        out.append(isFirst ? "" : ",");
        isFirst = false;
        return out;
    }

    private StringBuilder appendSeriesAttributes(SdmxSeries sdmxSeries, StringBuilder out) {
        appendIndex(4, sdmxSeries.definition().unit(), out).append(',');
        appendIndex(5, sdmxSeries.definition().version(), out).append(',');
        return appendIndex(6, sdmxSeries.territoryPosition().position(), out);
    }

    /** Writes the value and the attributes of an observation, without closing the list. */
    private StringBuilder write(SdmxObservation sdmxObservation, StringBuilder out) {
        out.append('[');
        if (sdmxObservation.value() != null) {
            out.append(sdmxObservation.value().toPlainString()).append(',');
            appendIndex(0, sdmxObservation.status(), out).append(',');
            appendIndex(1, sdmxObservation.numerator(), out).append(',');
            appendIndex(2, sdmxObservation.denominator(), out).append(',');
            appendIndex(3, sdmxObservation.unplaced(), out);
        }
        return out;
    }

    private StringBuilder appendIndex(int attribute, @Nullable Object value, StringBuilder out) {
        return value == null
                ? out.append("null")
                : out.append(valueIndex.attributes.get(attribute).indexOf(value));
    }

    @Override
    public String end() {
        var out = new StringBuilder();
        close(out);
        var structure = new JsonStructureMapper(query, sdmxTexts, valueIndex).structure(dataSets);
        return out.append("],\"structures\":[")
                .append(jsonRenderer.render(structure))
                .append("]}}")
                .toString();
    }
}
