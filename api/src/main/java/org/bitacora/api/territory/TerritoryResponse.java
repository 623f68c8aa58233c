package org.bitacora.api.territory;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.bitacora.projections.territory.TerritoryRow;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A territory.
 *
 * @param code the code
 * @param name the name
 * @param kind the kind of territory
 * @param country the country, ISO 3166-1 alpha-2; null if not stated
 * @param timezone the time zone in which its days begin and end
 * @param parent the code of the territory that it belongs to; null if not stated
 * @param position the last position of its log
 */
@Schema(name = "TerritoryResponse", description = "A territory and the last position of its log")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TerritoryResponse(
        @Schema(examples = "br-ba") String code,
        @Schema(examples = "Bahia") String name,

        @Schema(enumeration = {"city", "metropolitan-area", "province", "state", "region", "country", "network"})
        String kind,

        @Schema(examples = "BR") @Nullable String country,
        @Schema(examples = "America/Bahia") String timezone,
        @Nullable String parent,

        @Schema(examples = "463", description = "The last position of its log")
        long position) {

    static TerritoryResponse of(TerritoryRow row) {
        return new TerritoryResponse(row.code, row.name, row.kind, row.country, row.timezone, row.parent, row.end);
    }
}
