package org.bitacora.api.strategy;

import jakarta.inject.Singleton;
import java.util.List;
import org.bitacora.api.strategy.StrategyMapShown.Band;
import org.bitacora.api.strategy.StrategyMapShown.Box;
import org.bitacora.api.strategy.StrategyMapShown.LinkShown;
import org.bitacora.application.request.Ask;
import org.bitacora.application.strategy.Carding;
import org.bitacora.application.strategy.LinkTrend;
import org.bitacora.application.strategy.Rubrics;
import org.bitacora.domain.strategy.Scorecard;

/** Maps a scorecard and the links of its strategy to the strategy map of the contract. */
@Singleton
class StrategyMapMapper {

    private final Rubrics rubrics;

    StrategyMapMapper(Rubrics rubrics) {
        this.rubrics = rubrics;
    }

    StrategyMapShown toResponse(Carding.Carded carded, List<LinkTrend> links, Ask ask) {
        var card = new ScorecardShowing(carded, rubrics, ask, false).shown();
        return new StrategyMapShown(
                card.territory(),
                carded.name(),
                card.strategy(),
                card.name(),
                card.period(),
                card.asOf(),
                card.perspectives().stream()
                        .map(it -> toPerspective(it, carded.card()))
                        .toList(),
                links.stream().map(StrategyMapMapper::toLink).toList());
    }

    private static Band toPerspective(ScorecardShown.PerspectiveShown perspective, Scorecard card) {
        return new Band(
                perspective.perspective(),
                perspective.name(),
                perspective.objectives().stream()
                        .map(it -> new Box(
                                it.objective(),
                                it.name(),
                                it.together(),
                                card.trend(it.objective()).word()))
                        .toList());
    }

    private static LinkShown toLink(LinkTrend trend) {
        var link = trend.link();
        return new LinkShown(
                link.from(),
                link.to(),
                link.hypothesis(),
                link.lagMonths(),
                trend.causePeriod().name(),
                trend.cause().word(),
                trend.effect().word(),
                trend.evidence().word());
    }
}
