package org.bitacora.exchange.spreadsheet;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The result of undoing an import.
 *
 * @param id the id of the import
 * @param events the number of events of the import
 * @param position the position of the last event that undoes them; null if the import has no events
 */
@Schema(name = "ImportUndoResponse", description = "The result of undoing an import")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportUndoResponse(
        @Schema(examples = "5e0c1f2a9b7d4c68") String id,

        @Schema(examples = "203", description = "The number of events of the import")
        int events,

        @Schema(examples = "866", description = "The position of the last event that undoes them") @Nullable
        Long position) {}
