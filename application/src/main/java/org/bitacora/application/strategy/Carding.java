package org.bitacora.application.strategy;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.bitacora.application.request.Ask;
import org.bitacora.application.request.Problem;
import org.bitacora.application.request.ProblemException;
import org.bitacora.application.territory.AsOf;
import org.bitacora.application.territory.PlanPeriods;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.strategy.Attainment;
import org.bitacora.domain.strategy.Scorecard;
import org.bitacora.domain.strategy.Soundness;
import org.bitacora.domain.strategy.Strategy;
import org.bitacora.projections.indicator.Scope;
import org.bitacora.projections.projector.Following;
import org.bitacora.projections.projector.Positions.Reached;
import org.bitacora.projections.strategy.Strategies;
import org.bitacora.projections.strategy.StrategyVersion;

/** Makes scorecards: a strategy as known at a moment, beside what its measures came to as known then. */
@Singleton
public class Carding {

    private final Strategies strategies;
    private final Gauging gauging;
    private final PlanPeriods plans;
    private final AsOf asOf;
    private final Following following;
    private final InstantSource clock;

    Carding(
            Strategies strategies,
            Gauging gauging,
            PlanPeriods plans,
            AsOf asOf,
            Following following,
            InstantSource clock) {
        this.strategies = strategies;
        this.gauging = gauging;
        this.plans = plans;
        this.asOf = asOf;
        this.following = following;
        this.clock = clock;
    }

    /** A scorecard, and what it was made of. */
    public record Carded(
            String territory,
            String name,
            StrategyVersion version,
            Strategy strategy,
            Period period,
            AsOf.Moment moment,
            Gauging.Gauged gauged,
            Scorecard card) {}

    /** On which day, and by the definitions known at which position. */
    private record Seen(LocalDate today, long definedAt) {
        static Seen on(LocalDate today) {
            return new Seen(today, Long.MAX_VALUE);
        }
    }

    /** The day on which that is asked, by UTC. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Of the period, and as known at the moment, that a request names. */
    public Uni<Carded> card(Ask ask, String territory, String code, Reached reached) {
        return plans.spelt(ask, "asOf", territory, reached).flatMap(spelt -> asOf.of(spelt, territory, reached)
                .flatMap(moment -> card(moment, code, Periods.one(spelt), seen(spelt, moment))));
    }

    /** As known now. */
    Uni<Carded> now(String territory, String code, Period period) {
        return following
                .reached(territory)
                .map(reached -> reached.orElseThrow(
                        () -> ProblemException.notFound("No territory " + territory + " is registered.")))
                .flatMap(reached -> asOf.latest(territory, reached))
                .flatMap(moment -> card(moment, code, period, Seen.on(today())));
    }

    /** The same strategy, as known at the same moment, in another period. */
    Uni<Carded> again(Carded carded, Period period) {
        return card(carded.moment(), carded.version(), period, Seen.on(today()));
    }

    private Seen seen(Ask ask, AsOf.Moment moment) {
        return new Seen(day(ask, moment), ask.definedAt().orElse(Long.MAX_VALUE));
    }

    private LocalDate day(Ask ask, AsOf.Moment moment) {
        return ask.parameter("asOf").isEmpty()
                ? today()
                : moment.recordedAt()
                        .map(it -> LocalDate.ofInstant(it, ZoneId.of(moment.territory().timezone)))
                        .orElseGet(this::today);
    }

    private Uni<Carded> card(AsOf.Moment moment, String code, Period period, Seen seen) {
        return strategies
                .find(moment.territory().code, code, moment.position())
                .map(found -> found.orElseThrow(() -> Planning.notFound(code)))
                .flatMap(version -> card(moment, version, period, seen));
    }

    private Uni<Carded> card(AsOf.Moment moment, StrategyVersion version, Period period, Seen seen) {
        var territory = moment.territory();
        var strategy = sound(version);
        var when = new Attainment.When(period, strategy.plan(), seen.today());
        return gauging.gauge(strategy, Scope.of(territory.code, moment.position()), period, seen.definedAt())
                .map(gauged -> new Carded(
                        territory.code,
                        territory.name,
                        version,
                        strategy,
                        period,
                        moment,
                        gauged,
                        Scorecard.of(strategy, gauged.readings(), when)));
    }

    /** No figure follows from what does not fit together. */
    private static Strategy sound(StrategyVersion version) {
        var strategy = Strategy.of(version.document())
                .orElseThrow(() -> ProblemException.of(Problem.of(
                        422, "not-adopted", "Parts of it were stated, but it was never adopted.", List.of())));
        Planned.refuse(Soundness.violations(strategy));
        return strategy;
    }
}
