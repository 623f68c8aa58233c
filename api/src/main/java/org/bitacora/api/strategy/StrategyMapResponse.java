package org.bitacora.api.strategy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.bitacora.api.strategy.ScorecardResponse.RollupResponse;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The map of a strategy as the contract shows it. */
@Schema(
        name = "StrategyMapResponse",
        description = "The objectives of a strategy by perspective, how they stand, and their links")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StrategyMapResponse(
        @Schema(examples = "br-belo-horizonte") String territory,
        @Schema(examples = "Belo Horizonte") String territoryName,
        @Schema(examples = "ppag-2010") String strategy,
        @Schema(examples = "PPAG 2010-2013") String name,
        @Schema(examples = "2011") String period,
        ScorecardResponse.ScorecardAsOf asOf,
        List<StrategyMapPerspective> perspectives,
        List<StrategyMapLink> links) {

    /** A perspective. */
    @Schema(name = "StrategyMapPerspective", description = "A perspective and its objectives")
    public record StrategyMapPerspective(
            @Schema(examples = "internal") String code,
            @Schema(examples = "Interna") String name,
            List<StrategyMapObjective> objectives) {}

    /** An objective. */
    @Schema(name = "StrategyMapObjective", description = "An objective, and how it stands")
    public record StrategyMapObjective(
            @Schema(examples = "activities") String code,

            @Schema(examples = "Actividades internacionales")
            String name,

            RollupResponse rollup,

            @Schema(
                    enumeration = {"improving", "steady", "worsening", "unknown"},
                    description = "Where more of its measures go")
            String trend) {}

    /** A link. */
    @Schema(
            name = "StrategyMapLink",
            description = "That one objective is thought to bring about another, and what speaks for it")
    public record StrategyMapLink(
            @Schema(examples = "activities") String from,
            @Schema(examples = "agreements") String to,
            String hypothesis,
            @Schema(examples = "12") int lagMonths,

            @Schema(examples = "2010", description = "The period in which the cause is looked at")
            String causePeriod,

            @Schema(enumeration = {"improving", "steady", "worsening", "unknown"})
            String cause,

            @Schema(enumeration = {"improving", "steady", "worsening", "unknown"})
            String effect,

            @Schema(
                    enumeration = {"followed", "not-followed", "no-cause", "unknown"},
                    description = "Whether the effect followed the cause: evidence, not proof")
            String followed) {}
}
