package org.bitacora.exchange.archive;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of an archive.
 *
 * @param territory whose log it is
 * @param position the last position of the log
 * @param taken how many entries it did not hold before
 */
@Schema(
        description = "What became of an archive",
        requiredProperties = {"territory", "position", "taken"})
public record ArchiveImportResult(
        @Schema(examples = "br-ba") String territory,
        @Schema(examples = "463") long position,
        @Schema(examples = "463") long taken) {}
