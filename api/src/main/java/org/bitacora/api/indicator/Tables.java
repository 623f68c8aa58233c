package org.bitacora.api.indicator;

import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.util.List;
import org.bitacora.application.request.Ask;
import org.bitacora.application.request.ProblemException;
import org.bitacora.http.Body;
import org.bitacora.http.Format;
import org.bitacora.http.Json;
import org.bitacora.http.Labels;
import org.bitacora.http.table.ObservationTable;

/** Observations in every format that they are offered in; the values are the same in all of them. */
@Singleton
public class Tables {

    private final Json json;

    Tables(Json json) {
        this.json = json;
    }

    /** The columns of the table of observations, in their order. */
    public static List<String> columns() {
        return ObservationTable.COLUMNS;
    }

    /** The observations of one territory and indicator. */
    Body body(Ask ask, List<ObservationsShown> shown, Format format) {
        return Body.whole(content(ask, shown, format));
    }

    private Buffer content(Ask ask, List<ObservationsShown> shown, Format format) {
        return switch (format) {
            case JSON, NDJSON, HTML, SVG -> json.whole(shown.getFirst());
            case CSV -> csv(ask, shown);
            case XLSX -> ObservationTable.xlsx(ObservationRows.of(shown));
            case JSON_STAT -> json.whole(JsonStat.of(shown.getFirst(), Labels.in(ask.language())));
        };
    }

    private static Buffer csv(Ask ask, List<ObservationsShown> shown) {
        var rows = ObservationRows.of(shown);
        return switch (ask.parameter("dialect").orElse("")) {
            case "" -> ObservationTable.csv(rows);
            case "es" -> ObservationTable.csvWithCommas(rows);
            default ->
                throw ProblemException.parameter(
                        "dialect", "es is wanted, for semicolons and decimal commas, or nothing.");
        };
    }
}
