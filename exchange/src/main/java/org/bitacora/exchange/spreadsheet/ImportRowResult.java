package org.bitacora.exchange.spreadsheet;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.bitacora.exchange.spreadsheet.mapping.CellFault;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of rows that tell of one activity.
 *
 * @param rows their numbers, as a spreadsheet program shows them
 * @param activity the name of the activity
 * @param outcome new, corrected, unchanged, rejected, or skipped where they tell nothing
 * @param events what was posted, or would be
 * @param errors why they are rejected
 */
@Schema(
        description = "What became of rows that tell of one activity",
        requiredProperties = {"rows", "outcome", "events", "errors"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportRowResult(
        @Schema(description = "Their numbers, as a spreadsheet program shows them")
        List<Integer> rows,

        @Schema(examples = "visita-12") @Nullable String activity,

        @Schema(
                enumeration = {"new", "corrected", "unchanged", "rejected", "skipped"},
                examples = "new")
        String outcome,

        @Schema(description = "What was posted, or would be")
        List<ImportedEvent> events,

        List<CellError> errors) {

    static final String NEW = "new";
    static final String CORRECTED = "corrected";
    static final String UNCHANGED = "unchanged";
    static final String REJECTED = "rejected";

    /** They name it, and tell nothing of it. */
    static final String SKIPPED = "skipped";

    public ImportRowResult {
        rows = List.copyOf(rows);
        events = List.copyOf(events);
        errors = List.copyOf(errors);
    }

    /**
     * An event that rows made.
     *
     * @param type its type
     * @param id its id
     * @param position where it is in the log; none in a dry run
     */
    @Schema(
            name = "ImportedEvent",
            description = "An event that rows made",
            requiredProperties = {"type", "id"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ImportedEvent(
            @Schema(examples = "org.bitacora.visit.received")
            String type,

            String id,
            @Schema(examples = "18") @Nullable Long position) {}

    /**
     * What is wrong with a cell.
     *
     * @param row the number of its row
     * @param column the name of its column
     * @param value what stands in it
     * @param reason why it cannot be taken
     */
    @Schema(
            name = "CellError",
            description = "What is wrong with a cell",
            requiredProperties = {"row", "column", "value", "reason"})
    public record CellError(
            @Schema(examples = "12") int row,

            @Schema(examples = "Fecha", description = "The name of its column; empty where it is the row as a whole")
            String column,

            @Schema(examples = "31/02/2014") String value,
            String reason) {

        private static final int LONGEST = 200;

        static CellError of(CellFault cellFault) {
            var value = cellFault.value();
            var shown = value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
            return new CellError(cellFault.row(), cellFault.column(), shown, cellFault.reason());
        }
    }
}
