package org.bitacora.application.territory;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.bitacora.application.request.Ask;
import org.bitacora.application.request.ProblemException;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.strategy.Strategy;
import org.bitacora.projections.projector.Positions.Reached;
import org.bitacora.projections.strategy.Strategies;
import org.bitacora.projections.strategy.StrategyVersion;

/** Periods that a plan gives its years: {@code plan:CODE} is the span of a strategy, as known at the moment asked for. */
@Singleton
public class PlanPeriods {

    private static final String PLAN = "plan:";
    private static final List<String> PARAMETERS = List.of("period", "baselinePeriod");

    private final Strategies strategies;
    private final AsOf asOf;

    PlanPeriods(Strategies strategies, AsOf asOf) {
        this.strategies = strategies;
        this.asOf = asOf;
    }

    /**
     * The same request with the years of the plan where it names one; a problem 400 where no such strategy of the
     * territory had been adopted at the moment that {@code moment}, a parameter, names.
     */
    public Uni<Ask> spelt(Ask ask, String moment, String territory, Reached reached) {
        var spelt = Uni.createFrom().item(ask);
        for (var parameter : PARAMETERS) {
            var plan = ask.parameter(parameter).filter(it -> it.startsWith(PLAN));
            if (plan.isPresent()) {
                spelt = spelt.flatMap(it -> asOf.at(it, moment, territory, reached)
                        .flatMap(at -> years(parameter, plan.get(), at))
                        .map(years -> it.replaced(parameter, years.name())));
            }
        }
        return spelt;
    }

    private Uni<Period> years(String parameter, String plan, AsOf.Moment at) {
        var code = plan.substring(PLAN.length());
        return strategies.find(at.territory().code, code, at.position()).map(found -> found.flatMap(PlanPeriods::years)
                .orElseThrow(() -> ProblemException.parameter(
                        parameter, "No strategy " + code + " had been adopted at that moment.")));
    }

    private static Optional<Period> years(StrategyVersion version) {
        return Strategy.of(version.document()).flatMap(it -> it.charter().period());
    }
}
