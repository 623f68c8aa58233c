package org.bitacora.exchange.archive;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The result of an archive import.
 *
 * @param territory the code of the territory
 * @param position the last position of its log
 * @param appended the number of entries that the log did not contain before
 */
@Schema(description = "The result of an archive import")
public record ArchiveImportResult(
        @Schema(examples = "br-ba") String territory,
        @Schema(examples = "463") long position,
        @Schema(examples = "463") long appended) {}
