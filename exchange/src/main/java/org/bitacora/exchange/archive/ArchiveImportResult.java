package org.bitacora.exchange.archive;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The result of an archive import.
 *
 * @param territory the code of the territory
 * @param position the last position of its log
 * @param taken the number of entries that the log did not contain before
 */
@Schema(
        description = "The result of an archive import",
        requiredProperties = {"territory", "position", "taken"})
public record ArchiveImportResult(
        @Schema(examples = "br-ba") String territory,
        @Schema(examples = "463") long position,
        @Schema(examples = "463") long taken) {}
