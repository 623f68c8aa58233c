package org.bitacora.api.strategy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.bitacora.api.strategy.ScorecardResponse.RollupResponse;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A strategy map. */
@Schema(
        name = "StrategyMapResponse",
        description = "The objectives of a strategy by perspective, with their status, and the links" + " between them")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StrategyMapResponse(
        @Schema(examples = "br-belo-horizonte") String territory,
        @Schema(examples = "Belo Horizonte") String territoryName,
        @Schema(examples = "ppag-2010") String strategy,
        @Schema(examples = "PPAG 2010-2013") String name,
        @Schema(examples = "2011") String period,
        ScorecardResponse.ScorecardAsOf asOf,

        @Schema(enumeration = "catching-up", description = ScorecardResponse.STATUS) @Nullable
        String status,

        List<StrategyMapPerspective> perspectives,
        List<StrategyMapLink> links) {

    /** A perspective with its objectives. */
    @Schema(name = "StrategyMapPerspective", description = "A perspective with its objectives")
    public record StrategyMapPerspective(
            @Schema(examples = "internal") String code,
            @Schema(examples = "Interna") String name,
            List<StrategyMapObjective> objectives) {}

    /** An objective with its status. */
    @Schema(name = "StrategyMapObjective", description = "An objective with its rollup and its trend")
    public record StrategyMapObjective(
            @Schema(examples = "activities") String code,

            @Schema(examples = "Actividades internacionales")
            String name,

            RollupResponse rollup,

            @Schema(
                    enumeration = {"improving", "steady", "worsening", "unknown"},
                    description = "The trend of most measures of the objective; steady if improving and"
                            + " worsening measures balance")
            String trend) {}

    /** A link between two objectives, with its evidence. */
    @Schema(
            name = "StrategyMapLink",
            description = "The hypothesis that one objective brings about another, with its evidence")
    public record StrategyMapLink(
            @Schema(examples = "activities") String from,
            @Schema(examples = "agreements") String to,
            String hypothesis,
            @Schema(examples = "12") int lagMonths,

            @Schema(
                    examples = "2010",
                    description =
                            "The period of the trend of the cause: the period of" + " the map, moved back by lagMonths")
            String causePeriod,

            @Schema(enumeration = {"improving", "steady", "worsening", "unknown"})
            String cause,

            @Schema(enumeration = {"improving", "steady", "worsening", "unknown"})
            String effect,

            @Schema(
                    enumeration = {"followed", "not-followed", "no-cause", "unknown"},
                    description = "Whether the effect followed the cause. followed: both changed in the"
                            + " same direction; not-followed: only the cause changed, or they changed in"
                            + " opposite directions; no-cause: the cause did not change; unknown: a trend"
                            + " is unknown. This is evidence, not proof")
            String followed) {}
}
