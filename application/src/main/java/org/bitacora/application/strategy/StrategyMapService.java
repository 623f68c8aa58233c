package org.bitacora.application.strategy;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bitacora.domain.strategy.LinkEvidence;
import org.bitacora.domain.strategy.StrategyLink;

/** Evaluates the links of a strategy: whether effects followed their causes with the expected delay. */
@Singleton
public class StrategyMapService {

    private final ScorecardService scorecardService;

    StrategyMapService(ScorecardService scorecardService) {
        this.scorecardService = scorecardService;
    }

    /** Returns the links of a strategy, each with the trends of its cause and its effect. */
    public Uni<List<LinkTrend>> links(ScorecardService.ComputedScorecard computedScorecard) {
        Map<Integer, Uni<ScorecardService.ComputedScorecard>> earlier = new HashMap<>();
        for (var strategyLink : computedScorecard.strategy().links()) {
            earlier.computeIfAbsent(
                    strategyLink.lagMonths(),
                    lag -> lag == 0
                            ? Uni.createFrom().item(computedScorecard)
                            : scorecardService.inPeriod(
                                    computedScorecard,
                                    computedScorecard.period().monthsEarlier(lag)));
        }
        return MeasureReadingService.joinByKey(earlier).map(found -> links(computedScorecard, found));
    }

    private static List<LinkTrend> links(
            ScorecardService.ComputedScorecard computedScorecard,
            Map<Integer, ScorecardService.ComputedScorecard> earlier) {
        return computedScorecard.strategy().links().stream()
                .map(it -> link(it, earlier.getOrDefault(it.lagMonths(), computedScorecard), computedScorecard))
                .toList();
    }

    private static LinkTrend link(
            StrategyLink strategyLink,
            ScorecardService.ComputedScorecard then,
            ScorecardService.ComputedScorecard now) {
        var cause = then.scorecard().trend(strategyLink.from());
        var effect = now.scorecard().trend(strategyLink.to());
        return new LinkTrend(strategyLink, then.period(), cause, effect, LinkEvidence.of(cause, effect));
    }
}
