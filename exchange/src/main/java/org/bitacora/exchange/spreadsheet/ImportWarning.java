package org.bitacora.exchange.spreadsheet;

import java.util.List;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.exchange.spreadsheet.mapping.ColumnSurvey.UnlistedTexts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A warning of an import. It rejects no row.
 *
 * @param column the name of the column; empty if the warning concerns the whole mapping
 * @param reason what should be checked
 * @param count the number of rows; 0 if the warning concerns the whole mapping
 * @param rows the first row numbers, as spreadsheet programs show them
 * @param values the contents of the cells, the most frequent first
 */
@Schema(name = "ImportWarning", description = "A warning of an import. It rejects no row")
public record ImportWarning(
        @Schema(
                examples = "Tema",
                description = "The name of the column; empty if the warning concerns the whole mapping")
        String column,

        @Schema(description = "What should be checked") String reason,

        @Schema(examples = "12", description = "The number of rows; 0 if the warning concerns the whole mapping")
        int count,

        @Schema(description = "The first row numbers, as spreadsheet programs show them", maxItems = 5)
        List<Integer> rows,

        @Schema(description = "The contents of the cells, the most frequent first", maxItems = 100)
        List<String> values) {

    private static final int LONGEST_COLUMN = 200;

    public ImportWarning {
        rows = List.copyOf(rows);
        values = List.copyOf(values);
    }

    /** Returns a warning about the whole mapping. */
    static ImportWarning ofMapping(String reason) {
        return new ImportWarning("", reason, 0, List.of(), List.of());
    }

    /** Returns a warning about the texts of a column. */
    static ImportWarning ofTexts(UnlistedTexts texts, String reason) {
        var column = texts.column();
        return new ImportWarning(
                column.length() <= LONGEST_COLUMN ? column : column.substring(0, LONGEST_COLUMN - 1) + "…",
                reason,
                texts.count(),
                texts.rows(),
                texts.values());
    }

    /** The reason of a warning about the texts of a column. */
    static Detail unlistedTexts() {
        return Detail.of(
                "These texts are not in the `values` of the column and are kept as they are. Add them to `values`, or state `otherwise`.");
    }
}
