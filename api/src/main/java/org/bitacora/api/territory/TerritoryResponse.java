package org.bitacora.api.territory;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.bitacora.projections.territory.TerritoryRow;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A territory.
 *
 * @param code its code
 * @param name what it is called
 * @param kind what it is
 * @param country its country, ISO 3166-1 alpha-2
 * @param timezone the zone in which its days begin and end
 * @param parent the code of the territory that it belongs to
 * @param position the end of its log
 */
@Schema(name = "TerritoryResponse", description = "A territory and the end of its log")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TerritoryResponse(
        @Schema(examples = "br-ba") String code,
        @Schema(examples = "Bahia") String name,

        @Schema(enumeration = {"city", "metropolitan-area", "province", "state", "region", "country", "network"})
        String kind,

        @Schema(examples = "BR") @Nullable String country,
        @Schema(examples = "America/Bahia") String timezone,
        @Nullable String parent,

        @Schema(examples = "463", description = "The end of its log")
        long position) {

    static TerritoryResponse of(TerritoryRow row) {
        return new TerritoryResponse(row.code, row.name, row.kind, row.country, row.timezone, row.parent, row.end);
    }
}
