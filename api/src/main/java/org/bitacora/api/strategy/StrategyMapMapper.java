package org.bitacora.api.strategy;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import org.bitacora.api.strategy.StrategyMapResponse.StrategyMapLink;
import org.bitacora.api.strategy.StrategyMapResponse.StrategyMapObjective;
import org.bitacora.api.strategy.StrategyMapResponse.StrategyMapPerspective;
import org.bitacora.application.strategy.LinkTrend;
import org.bitacora.application.strategy.Rubrics;
import org.bitacora.application.strategy.ScorecardService;
import org.bitacora.domain.strategy.Scorecard;

/** Maps a scorecard and the links of its strategy to the strategy map of the contract. */
@Singleton
class StrategyMapMapper {

    private final Rubrics rubrics;

    StrategyMapMapper(Rubrics rubrics) {
        this.rubrics = rubrics;
    }

    StrategyMapResponse toResponse(
            ScorecardService.ComputedScorecard computedScorecard, List<LinkTrend> links, Locale language) {
        var card = new ScorecardMapper(computedScorecard, rubrics, language, false).toResponse();
        return new StrategyMapResponse(
                card.territory(),
                computedScorecard.name(),
                card.strategy(),
                card.name(),
                card.period(),
                card.asOf(),
                card.status(),
                card.perspectives().stream()
                        .map(it -> toPerspective(it, computedScorecard.scorecard()))
                        .toList(),
                links.stream().map(StrategyMapMapper::toLink).toList());
    }

    private static StrategyMapPerspective toPerspective(
            ScorecardResponse.ScorecardPerspective perspective, Scorecard card) {
        return new StrategyMapPerspective(
                perspective.code(),
                perspective.name(),
                perspective.objectives().stream()
                        .map(it -> new StrategyMapObjective(
                                it.code(),
                                it.name(),
                                it.rollup(),
                                card.trend(it.code()).word()))
                        .toList());
    }

    private static StrategyMapLink toLink(LinkTrend trend) {
        var strategyLink = trend.link();
        return new StrategyMapLink(
                strategyLink.from(),
                strategyLink.to(),
                strategyLink.hypothesis(),
                strategyLink.lagMonths(),
                trend.causePeriod().name(),
                trend.cause().word(),
                trend.effect().word(),
                trend.evidence().word());
    }
}
