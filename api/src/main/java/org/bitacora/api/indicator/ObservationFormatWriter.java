package org.bitacora.api.indicator;

import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.util.List;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.http.Format;
import org.bitacora.http.JsonRenderer;
import org.bitacora.http.Labels;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.Representation;
import org.bitacora.http.problem.ProblemException;
import org.bitacora.http.table.ObservationTable;

/** Writes observations in all supported formats, with the same values in each. */
@Singleton
public class ObservationFormatWriter {

    private final JsonRenderer jsonRenderer;

    ObservationFormatWriter(JsonRenderer jsonRenderer) {
        this.jsonRenderer = jsonRenderer;
    }

    /** Returns the columns of the table of observations, in order. */
    public static List<String> columns() {
        return ObservationTable.COLUMNS;
    }

    /** Renders the observations of an indicator for a territory. */
    Representation render(ReadRequest readRequest, List<ObservationsResponse> shown, Format format) {
        return Representation.unpaged(write(readRequest, shown, format));
    }

    private Buffer write(ReadRequest readRequest, List<ObservationsResponse> shown, Format format) {
        return switch (format) {
            case JSON, NDJSON, HTML, SVG -> jsonRenderer.render(shown.getFirst());
            case CSV -> csv(readRequest, shown);
            case XLSX -> ObservationTable.xlsx(ObservationRowMapper.toRows(shown));
            case JSON_STAT ->
                jsonRenderer.render(
                        JsonStatMapper.toDataset(shown.getFirst(), Labels.forLanguage(readRequest.language())));
        };
    }

    private static Buffer csv(ReadRequest readRequest, List<ObservationsResponse> shown) {
        var rows = ObservationRowMapper.toRows(shown);
        return switch (readRequest.parameter("dialect").orElse("")) {
            case "" -> ObservationTable.csv(rows);
            case "es" -> ObservationTable.csvWithCommas(rows);
            default ->
                throw ProblemException.invalidParameter(
                        "dialect", Detail.of("`dialect` must be `es` (semicolons and decimal commas) or absent."));
        };
    }
}
