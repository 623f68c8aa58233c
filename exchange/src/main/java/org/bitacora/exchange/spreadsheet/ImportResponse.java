package org.bitacora.exchange.spreadsheet;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An import, and how far it has come.
 *
 * @param id names it
 * @param status waiting, running, done, refused, failed or interrupted
 * @param detail why it is refused or failed
 * @param position the last that it appended
 * @param errors the first of them; all are among its rows
 * @param outcomes where it is told what became of each row
 */
@Schema(
        name = "Import",
        description = "An import of a spreadsheet, and how far it has come",
        requiredProperties = {"id", "territory", "source", "file", "mode", "dryRun", "status", "rows", "errors"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportResponse(
        @Schema(examples = "5e0c1f2a9b7d4c68") String id,
        @Schema(examples = "br-ba") String territory,

        @Schema(examples = "urn:relint:visitas", description = "The source that its events name")
        String source,

        @Schema(examples = "visitas.xlsx") String file,
        @Schema(enumeration = {"each", "all"}) String mode,
        boolean dryRun,

        @Schema(
                enumeration = {"waiting", "running", "done", "refused", "failed", "interrupted"},
                description =
                        "refused: rows are wrong and mode=all, nothing is stored; interrupted: post the file again")
        String status,

        @Schema(description = "Why it is refused or failed") @Nullable
        String detail,

        ImportCounts rows,

        @Schema(examples = "463", description = "The last position that it appended") @Nullable
        Long position,

        @Schema(description = "The first errors; all of them are among the outcomes")
        List<ImportRowResult.CellError> errors,

        Instant startedAt,
        @Nullable Instant endedAt,

        @Schema(description = "Where it is told what became of each row")
        String outcomes) {

    public ImportResponse {
        errors = List.copyOf(errors);
    }

    /** The same, cut off at that time. */
    ImportResponse interrupted(Instant at) {
        return new ImportResponse(
                id,
                territory,
                source,
                file,
                mode,
                dryRun,
                ImportStatus.INTERRUPTED.word(),
                "The server stopped; post the file again to go on.",
                rows,
                position,
                errors,
                startedAt,
                at,
                outcomes);
    }

    /**
     * How many rows.
     *
     * @param total beneath the header
     * @param done how many are through
     * @param added that told of an activity that this source had not told of
     * @param corrected that told something else than before
     * @param unchanged that told the same as before
     * @param rejected that cannot be taken
     * @param skipped that say nothing: blank ones, totals, repeated headers
     */
    @Schema(
            name = "ImportCounts",
            description = "How many rows",
            requiredProperties = {"total", "done", "new", "corrected", "unchanged", "rejected", "skipped"})
    public record ImportCounts(
            int total,
            int done,

            @JsonProperty("new") @Schema(name = "new") int added,

            int corrected,
            int unchanged,
            int rejected,
            int skipped) {

        static ImportCounts of(ImportProgress importProgress) {
            return new ImportCounts(
                    importProgress.total(),
                    importProgress.done(),
                    importProgress.added(),
                    importProgress.corrected(),
                    importProgress.unchanged(),
                    importProgress.rejected(),
                    importProgress.skipped());
        }
    }
}
