package org.bitacora.exchange.spreadsheet;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.bitacora.exchange.spreadsheet.mapping.CellFault;
import org.bitacora.http.language.DetailRenderer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The result of the rows of one activity.
 *
 * @param rows the row numbers, as spreadsheet programs show them
 * @param activity the name of the activity
 * @param outcome new, corrected, unchanged, rejected, or skipped if the rows have no data
 * @param events the events that were posted, or would be in a dry run
 * @param errors why the rows were rejected
 * @param repeatedRows the rows that state the same as an earlier row of the activity; null if there are none
 */
@Schema(description = "The result of the rows of one activity")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportRowResult(
        @Schema(description = "The row numbers, as spreadsheet programs show them")
        List<Integer> rows,

        @Schema(examples = "visita-12") @Nullable String activity,

        @Schema(
                enumeration = {"new", "corrected", "unchanged", "rejected", "skipped"},
                examples = "new")
        String outcome,

        @Schema(description = "The events that were posted, or would be in a dry run")
        List<ImportedEvent> events,

        List<CellError> errors,

        @Schema(
                description = "The rows that state the same as an earlier row of the activity, and so add nothing;"
                        + " absent if there are none")
        @Nullable
        List<Integer> repeatedRows) {

    static final String NEW = "new";
    static final String CORRECTED = "corrected";
    static final String UNCHANGED = "unchanged";
    static final String REJECTED = "rejected";

    /** The rows name the activity but have no data. */
    static final String SKIPPED = "skipped";

    public ImportRowResult {
        rows = List.copyOf(rows);
        events = List.copyOf(events);
        errors = List.copyOf(errors);
        repeatedRows = repeatedRows == null || repeatedRows.isEmpty() ? null : List.copyOf(repeatedRows);
    }

    /** The rows that state the same as an earlier row of the activity. */
    List<Integer> repeatedRowList() {
        return repeatedRows == null ? List.of() : repeatedRows;
    }

    /**
     * An event that was created from rows.
     *
     * @param type its type
     * @param id its id
     * @param position its position in the log; null in a dry run
     */
    @Schema(name = "ImportedEvent", description = "An event that was created from rows")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ImportedEvent(
            @Schema(examples = "org.bitacora.visit.received")
            String type,

            String id,
            @Schema(examples = "18") @Nullable Long position) {}

    /**
     * A fault in a cell.
     *
     * @param row the number of its row
     * @param column the name of its column
     * @param value its content
     * @param reason why it is invalid
     */
    @Schema(name = "CellError", description = "A fault in a cell")
    public record CellError(
            @Schema(examples = "12") int row,

            @Schema(
                    examples = "Fecha",
                    description = "The name of the column; empty if the fault concerns the whole row")
            String column,

            @Schema(examples = "31/02/2014") String value,
            String reason) {

        private static final int LONGEST = 200;
        private static final int LONGEST_REASON = 1_000;

        static CellError of(CellFault cellFault, DetailRenderer detailRenderer) {
            var value = cellFault.value();
            var shown = value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
            return new CellError(
                    cellFault.row(),
                    cut(cellFault.column(), LONGEST),
                    shown,
                    cut(detailRenderer.render(cellFault.reason()), LONGEST_REASON));
        }

        private static String cut(String text, int longest) {
            return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
        }
    }
}
