package org.bitacora.api.actor;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.bitacora.domain.actor.ActorMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The actor map. */
@Schema(
        name = "ActorMapResponse",
        description = "The actors of a territory's international life, by sector and front, with changes"
                + " from a baseline")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ActorMapResponse(
        @Schema(examples = "br-belo-horizonte") String territory,
        @Schema(examples = "Belo Horizonte") String name,
        @Schema(examples = "2014") @Nullable String period,
        ActorMapMoment asOf,
        @Nullable ActorMapMoment baseline,

        @Schema(examples = "2013") @Nullable String baselinePeriod,

        @Schema(description = "The number of actors by change from the baseline; absent without a baseline") @Nullable
        Map<String, Integer> changes,

        @Schema(
                description = "The number of actors with at least one activity, by sector; unstated for"
                        + " actors without a sector")
        Map<String, Integer> sectors,

        @Schema(
                description = "The number of actors with at least one activity, by front; unplaced for"
                        + " actors without a front")
        Map<String, Integer> fronts,

        List<ActorMapEntry> actors) {

    /** The moment as of which a map was computed. */
    @Schema(name = "ActorMapMoment", description = "The position of the log as of which the map was" + " computed")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ActorMapMoment(
            @Schema(examples = "463") long position,

            @Schema(
                    examples = "466",
                    description = "The position of the head of the log while the projections are catching up with it;"
                            + " absent otherwise, and if the request pins the moment with asOf")
            @Nullable
            Long head) {}

    /** An actor on the map. */
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

            @Schema(description = "Whether the actor is registered; otherwise only activities name it")
            boolean registered,

            @Schema(examples = "7") int activities,

            @Schema(
                    description = "The root-relative URL of the list of these activities",
                    examples =
                            "/v1/territories/br-belo-horizonte/actors/map/activities?actor=ufmg&asOf=463&period=2014")
            String evidence,

            @Schema(
                    examples = "3",
                    description = "The number of activities in the baseline; absent" + " without a baseline")
            @Nullable
            Integer before,

            @Schema(
                    enumeration = {"new", "grew", "same", "fell", "silent", "none"},
                    description = "The change from the baseline. new: active now, but not in the baseline;"
                            + " silent: active in the baseline, but no further activity; none: active in"
                            + " neither. Absent without a baseline")
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
