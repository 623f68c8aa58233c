package org.bitacora.exchange.spreadsheet;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An import and its progress.
 *
 * @param id its id
 * @param status waiting, running, done, refused, failed or interrupted
 * @param detail why the import was refused or failed
 * @param position the position of the last event that the import appended
 * @param errors the first errors; the row results contain all of them
 * @param errorGroups the errors by column and reason
 * @param unreadColumns the columns of the file that the mapping does not read
 * @param mergedRows the first rows that were merged into activities of earlier rows
 * @param repeatedRows the first of them that state the same as an earlier row
 * @param warnings the warnings
 * @param columnValues the contents of columns; empty unless the import is a dry run
 * @param outcomes the URL of the row results
 */
@Schema(name = "ImportResponse", description = "An import of a spreadsheet and its progress")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportResponse(
        @Schema(examples = "5e0c1f2a9b7d4c68") String id,
        @Schema(examples = "br-ba") String territory,

        @Schema(examples = "urn:relint:visitas", description = "The source of its events")
        String source,

        @Schema(examples = "visitas.xlsx") String file,
        @Schema(enumeration = {"each", "all"}) String mode,
        boolean dryRun,

        @Schema(
                enumeration = {"waiting", "running", "done", "refused", "failed", "interrupted"},
                description = "refused: mode is all and rows are invalid, so nothing was stored; interrupted: the"
                        + " server stopped, post the file again")
        String status,

        @Schema(description = "Why the import was refused or failed") @Nullable
        String detail,

        ImportCounts rows,

        @Schema(examples = "463", description = "The position of the last event that the import appended") @Nullable
        Long position,

        @Schema(description = "The first errors; the row results contain all of them")
        List<ImportRowResult.CellError> errors,

        @Schema(description = "The errors by column and reason; at most 100 groups")
        List<ImportErrorGroup> errorGroups,

        @Schema(description = "The columns of the file that the mapping does not read")
        List<String> unreadColumns,

        @Schema(
                description = "The first rows that were merged into the activities of earlier rows; `rows.merged` is"
                        + " their number",
                maxItems = 100)
        List<Integer> mergedRows,

        @Schema(
                description = "The first of the merged rows that state the same as an earlier row, and so add nothing;"
                        + " `rows.repeated` is their number",
                maxItems = 100)
        List<Integer> repeatedRows,

        @Schema(description = "What should be checked. Warnings reject no rows")
        List<ImportWarning> warnings,

        @Schema(
                description = "The different contents of each column that has `values`, or whose contents are terms,"
                        + " countries or short texts; only in dry runs, and not in lists of imports")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<ImportColumnValues> columnValues,

        Instant startedAt,
        @Nullable Instant endedAt,

        @Schema(description = "The URL of the row results") String outcomes) {

    public ImportResponse {
        errors = List.copyOf(errors);
        errorGroups = List.copyOf(errorGroups);
        unreadColumns = List.copyOf(unreadColumns);
        mergedRows = List.copyOf(mergedRows);
        repeatedRows = List.copyOf(repeatedRows);
        warnings = List.copyOf(warnings);
        columnValues = List.copyOf(columnValues);
    }

    /** Returns this import as an item of a list, without the contents of its columns. */
    ImportResponse withoutColumnValues() {
        return new ImportResponse(
                id,
                territory,
                source,
                file,
                mode,
                dryRun,
                status,
                detail,
                rows,
                position,
                errors,
                errorGroups,
                unreadColumns,
                mergedRows,
                repeatedRows,
                warnings,
                List.of(),
                startedAt,
                endedAt,
                outcomes);
    }

    /** Returns this import as interrupted at the given time. */
    ImportResponse interrupted(Instant at) {
        return new ImportResponse(
                id,
                territory,
                source,
                file,
                mode,
                dryRun,
                ImportStatus.INTERRUPTED.word(),
                "The server stopped during the import; post the file again to continue.",
                rows,
                position,
                errors,
                errorGroups,
                unreadColumns,
                mergedRows,
                repeatedRows,
                warnings,
                columnValues,
                startedAt,
                at,
                outcomes);
    }

    /**
     * Numbers of rows and activities.
     *
     * @param total rows below the header
     * @param done rows processed
     * @param added rows of activities that this source had not recorded before
     * @param corrected rows that differ from what was recorded
     * @param unchanged rows that match what was recorded
     * @param rejected invalid rows
     * @param skipped rows without data: blank rows, totals, repeated headers
     * @param merged new, corrected and unchanged rows that were merged into activities of earlier rows
     * @param repeated merged rows that state the same as an earlier row
     * @param activities activities of the new, corrected and unchanged rows
     */
    @Schema(name = "ImportCounts", description = "Numbers of rows and activities")
    public record ImportCounts(
            int total,
            int done,

            @JsonProperty("new") @Schema(name = "new") int added,

            int corrected,
            int unchanged,
            int rejected,
            int skipped,

            @Schema(description = "New, corrected and unchanged rows that were merged into activities of earlier rows")
            int merged,

            @Schema(description = "Merged rows that state the same as an earlier row, and so add nothing")
            int repeated,

            @Schema(description = "Activities of the new, corrected and unchanged rows")
            int activities) {

        static ImportCounts of(ImportProgress importProgress) {
            return new ImportCounts(
                    importProgress.total(),
                    importProgress.done(),
                    importProgress.added(),
                    importProgress.corrected(),
                    importProgress.unchanged(),
                    importProgress.rejected(),
                    importProgress.skipped(),
                    importProgress.report().merged(),
                    importProgress.report().repeated(),
                    importProgress.report().activities());
        }
    }
}
