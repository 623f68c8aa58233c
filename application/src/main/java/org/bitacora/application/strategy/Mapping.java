package org.bitacora.application.strategy;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bitacora.domain.strategy.Followed;
import org.bitacora.domain.strategy.Link;

/** Follows the links of a strategy: whether effects followed their causes as long after as was thought. */
@Singleton
public class Mapping {

    private final Carding carding;

    Mapping(Carding carding) {
        this.carding = carding;
    }

    /** The links of a strategy, each with the trends of its cause and its effect. */
    public Uni<List<LinkTrend>> links(Carding.Carded carded) {
        Map<Integer, Uni<Carding.Carded>> earlier = new HashMap<>();
        for (var link : carded.strategy().links()) {
            earlier.computeIfAbsent(
                    link.lagMonths(),
                    lag -> lag == 0
                            ? Uni.createFrom().item(carded)
                            : carding.again(carded, carded.period().monthsEarlier(lag)));
        }
        return Gauging.together(earlier).map(found -> links(carded, found));
    }

    private static List<LinkTrend> links(Carding.Carded carded, Map<Integer, Carding.Carded> earlier) {
        return carded.strategy().links().stream()
                .map(it -> link(it, earlier.getOrDefault(it.lagMonths(), carded), carded))
                .toList();
    }

    private static LinkTrend link(Link link, Carding.Carded then, Carding.Carded now) {
        var cause = then.card().trend(link.from());
        var effect = now.card().trend(link.to());
        return new LinkTrend(link, then.period(), cause, effect, Followed.of(cause, effect));
    }
}
