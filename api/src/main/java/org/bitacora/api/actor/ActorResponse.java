package org.bitacora.api.actor;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.bitacora.domain.actor.Actor;
import org.bitacora.projections.actor.ActorVersion;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A registered actor. */
@Schema(name = "ActorResponse", description = "A registered actor of a territory's international life")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ActorResponse(
        @Schema(examples = "ufmg", description = "The code, by which activities refer to the actor")
        String code,

        @Schema(examples = "Universidade Federal de Minas Gerais")
        String name,

        @Schema(examples = "academic") @Nullable String sector,
        @Schema(examples = "university") @Nullable String type,
        List<String> fronts,
        List<String> capabilities,
        @Schema(examples = "1927") @Nullable String since,
        @Nullable String until,

        @Schema(description = "The names in activities that were merged into this actor")
        List<String> aliases,

        @Schema(examples = "17") long position) {
    static ActorResponse of(ActorVersion version) {
        var actor = Actor.of(version.actor(), version.document());
        return new ActorResponse(
                actor.code(),
                actor.name(),
                actor.sector().isEmpty() ? null : actor.sector(),
                actor.type().isEmpty() ? null : actor.type(),
                actor.fronts(),
                actor.capabilities(),
                version.document().text("since").orElse(null),
                version.document().text("until").orElse(null),
                actor.aliases(),
                version.position());
    }
}
