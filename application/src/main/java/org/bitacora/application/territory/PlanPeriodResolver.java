package org.bitacora.application.territory;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.bitacora.application.RefusalException;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.domain.strategy.Strategy;
import org.bitacora.projections.projector.CheckpointRepository.Checkpoint;
import org.bitacora.projections.strategy.StrategyRepository;
import org.bitacora.projections.strategy.StrategyVersion;

/** Resolves the periods of a query. The years of a plan are those of the strategy as of the moment of the query. */
@Singleton
public class PlanPeriodResolver {

    private final StrategyRepository strategyRepository;
    private final AsOfResolver asOfResolver;

    PlanPeriodResolver(StrategyRepository strategyRepository, AsOfResolver asOfResolver) {
        this.strategyRepository = strategyRepository;
        this.asOfResolver = asOfResolver;
    }

    /** Returns the periods; fails with a refusal if the territory had not adopted the strategy at that moment. */
    public Uni<List<Period>> resolve(
            PeriodQuery periodQuery, AsOfQuery asOfQuery, String territory, Checkpoint checkpoint) {
        return switch (periodQuery) {
            case PeriodQuery.CalendarPeriods(var periods) -> Uni.createFrom().item(periods);
            case PeriodQuery.PlanYears plan ->
                asOfResolver
                        .resolve(asOfQuery, territory, checkpoint)
                        .flatMap(at -> planPeriod(plan, at))
                        .map(List::of);
        };
    }

    private Uni<Period> planPeriod(PeriodQuery.PlanYears plan, AsOfResolver.AsOfMoment at) {
        return strategyRepository
                .find(at.territory().code, plan.strategy(), at.position())
                .map(found -> found.flatMap(PlanPeriodResolver::planPeriod)
                        .orElseThrow(() -> new RefusalException(new Refusal.InvalidParameter(
                                plan.parameter(),
                                Detail.of("Strategy {0} had not been adopted at that moment.", plan.strategy())))));
    }

    private static Optional<Period> planPeriod(StrategyVersion version) {
        return Strategy.of(version.document()).flatMap(it -> it.charter().period());
    }
}
