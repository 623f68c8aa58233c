package org.bitacora.api.actor;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.bitacora.domain.actor.ActorMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The map of actors as the contract shows it. */
@Schema(
        name = "ActorMapResponse",
        description = "Who takes part in a city's international life, by sector and front, and what changed")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ActorMapResponse(
        @Schema(examples = "br-belo-horizonte") String territory,
        @Schema(examples = "Belo Horizonte") String name,
        @Schema(examples = "2014") @Nullable String period,
        ActorMapMoment asOf,
        @Nullable ActorMapMoment baseline,

        @Schema(examples = "2013") @Nullable String baselinePeriod,

        @Schema(description = "How many there are, by change against the baseline; absent without one") @Nullable
        Map<String, Integer> changes,

        @Schema(description = "How many take part, by sector")
        Map<String, Integer> sectors,

        @Schema(description = "How many take part, by front; those on none are unplaced")
        Map<String, Integer> fronts,

        List<ActorMapEntry> actors) {

    /** As known when. */
    @Schema(name = "ActorMapMoment", description = "As known when")
    public record ActorMapMoment(@Schema(examples = "463") long position) {}

    /** Somebody. */
    @Schema(
            name = "ActorMapEntry",
            description = "An actor with its sector, its fronts and the number of its activities")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ActorMapEntry(
            @Schema(examples = "ufmg") String code,

            @Schema(examples = "Universidade Federal de Minas Gerais")
            String name,

            @Schema(examples = "academic") @Nullable String sector,
            @Schema(examples = "university") @Nullable String type,
            List<String> fronts,
            List<String> capabilities,

            @Schema(description = "False where activities alone name them")
            boolean registered,

            @Schema(examples = "7") int activities,

            @Schema(
                    description = "Where those activities are listed",
                    examples =
                            "/v1/territories/br-belo-horizonte/actors/map/activities?actor=ufmg&asOf=463&period=2014")
            String evidence,

            @Schema(examples = "3", description = "In the baseline") @Nullable
            Integer before,

            @Schema(
                    enumeration = {"new", "grew", "same", "fell", "silent", "none"},
                    description = "Against the baseline")
            @Nullable
            String change) {
        static ActorMapEntry of(ActorMap.MappedActor it, boolean compared, String evidence) {
            var actor = it.actor();
            return new ActorMapEntry(
                    actor.code(),
                    actor.name(),
                    actor.sector().isEmpty() ? null : actor.sector(),
                    actor.type().isEmpty() ? null : actor.type(),
                    actor.fronts(),
                    actor.capabilities(),
                    it.isRegistered(),
                    it.activities(),
                    evidence,
                    compared ? Integer.valueOf(it.baselineActivities()) : null,
                    compared ? it.change().word() : null);
        }
    }
}
