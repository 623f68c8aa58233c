package org.bitacora.exchange.spreadsheet;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.bitacora.exchange.spreadsheet.mapping.ColumnSurvey.ColumnContents;
import org.bitacora.exchange.spreadsheet.mapping.ColumnSurvey.ContentCount;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The contents of a column, counted by a dry run.
 *
 * @param column the name of the column
 * @param member the member of the data that the column fills
 * @param values the contents, the most frequent first
 * @param more the number of further contents
 */
@Schema(name = "ImportColumnValues", description = "The contents of a column, counted by a dry run")
public record ImportColumnValues(
        @Schema(examples = "Tema", description = "The name of the column")
        String column,

        @Schema(
                examples = "place.country",
                description = "The member of the data that the column fills, or `kind` or `transition`")
        String member,

        @Schema(description = "The contents of the cells, the most frequent first", maxItems = 100)
        List<ImportValueCount> values,

        @Schema(
                examples = "0",
                description = "The number of further contents that `values` does not list; at most 4,900 are counted")
        int more) {

    private static final int LONGEST_COLUMN = 200;

    public ImportColumnValues {
        values = List.copyOf(values);
    }

    static ImportColumnValues of(ColumnContents contents) {
        var column = contents.column();
        return new ImportColumnValues(
                column.length() <= LONGEST_COLUMN ? column : column.substring(0, LONGEST_COLUMN - 1) + "…",
                contents.member(),
                contents.values().stream().map(ImportValueCount::of).toList(),
                contents.more());
    }

    /**
     * A content of a column.
     *
     * @param value the text of the cell, or a part of it if the mapping splits it
     * @param count the number of rows
     * @param mapped whether the mapping of the column lists the text; null if the column lists no texts
     */
    @Schema(name = "ImportValueCount", description = "A content of a column and the number of its rows")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ImportValueCount(
            @Schema(
                    examples = "Salud",
                    description = "The text of the cell, or a part of it if the mapping splits it;"
                            + " texts of more than 200 characters are shortened")
            String value,

            @Schema(examples = "40", description = "The number of rows")
            int count,

            @Schema(
                    examples = "true",
                    description = "Whether the text is in the `values` of the column; absent if the column has none")
            @Nullable
            Boolean mapped) {

        static ImportValueCount of(ContentCount content) {
            return new ImportValueCount(
                    content.value(), content.count(), content.isMapped().orElse(null));
        }
    }
}
