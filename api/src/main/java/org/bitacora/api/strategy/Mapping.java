package org.bitacora.api.strategy;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bitacora.api.answer.Ask;
import org.bitacora.api.strategy.StrategyMapShown.Band;
import org.bitacora.api.strategy.StrategyMapShown.Box;
import org.bitacora.api.strategy.StrategyMapShown.LinkShown;
import org.bitacora.domain.strategy.Followed;
import org.bitacora.domain.strategy.Link;
import org.bitacora.domain.strategy.Scorecard;

/** Maps a strategy: how its objectives stand, and whether effects followed their causes as long after as was thought. */
@Singleton
class Mapping {

    private final Carding carding;
    private final Rubrics rubrics;

    Mapping(Carding carding, Rubrics rubrics) {
        this.carding = carding;
        this.rubrics = rubrics;
    }

    Uni<StrategyMapShown> map(Carding.Carded carded, Ask ask) {
        Map<Integer, Uni<Carding.Carded>> earlier = new HashMap<>();
        for (var link : carded.strategy().links()) {
            earlier.computeIfAbsent(
                    link.lagMonths(),
                    lag -> lag == 0
                            ? Uni.createFrom().item(carded)
                            : carding.again(carded, carded.period().monthsEarlier(lag)));
        }
        return Gauging.together(earlier).map(found -> shown(carded, found, ask));
    }

    private StrategyMapShown shown(Carding.Carded carded, Map<Integer, Carding.Carded> earlier, Ask ask) {
        var card = new ScorecardShowing(carded, rubrics, ask, false).shown();
        return new StrategyMapShown(
                card.territory(),
                carded.name(),
                card.strategy(),
                card.name(),
                card.period(),
                card.asOf(),
                card.perspectives().stream().map(it -> band(it, carded.card())).toList(),
                links(carded, earlier));
    }

    private static Band band(ScorecardShown.PerspectiveShown perspective, Scorecard card) {
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

    private static List<LinkShown> links(Carding.Carded carded, Map<Integer, Carding.Carded> earlier) {
        return carded.strategy().links().stream()
                .map(it -> link(it, earlier.getOrDefault(it.lagMonths(), carded), carded))
                .toList();
    }

    private static LinkShown link(Link link, Carding.Carded then, Carding.Carded now) {
        var cause = then.card().trend(link.from());
        var effect = now.card().trend(link.to());
        return new LinkShown(
                link.from(),
                link.to(),
                link.hypothesis(),
                link.lagMonths(),
                then.period().name(),
                cause.word(),
                effect.word(),
                Followed.of(cause, effect).word());
    }
}
