package org.bitacora.application.territory;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.bitacora.application.request.ProblemException;
import org.bitacora.application.request.ReadRequest;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.strategy.Strategy;
import org.bitacora.projections.projector.CheckpointRepository.Checkpoint;
import org.bitacora.projections.strategy.StrategyRepository;
import org.bitacora.projections.strategy.StrategyVersion;

/** Periods that a plan gives its years: {@code plan:CODE} is the span of a strategy, as known at the moment asked for. */
@Singleton
public class PlanPeriodResolver {

    private static final String PLAN = "plan:";
    private static final List<String> PARAMETERS = List.of("period", "baselinePeriod");

    private final StrategyRepository strategyRepository;
    private final AsOfResolver asOfResolver;

    PlanPeriodResolver(StrategyRepository strategyRepository, AsOfResolver asOfResolver) {
        this.strategyRepository = strategyRepository;
        this.asOfResolver = asOfResolver;
    }

    /**
     * The same request with the years of the plan where it names one; a problem 400 where no such strategy of the
     * territory had been adopted at the moment that {@code moment}, a parameter, names.
     */
    public Uni<ReadRequest> resolvePlanPeriods(
            ReadRequest readRequest, String moment, String territory, Checkpoint checkpoint) {
        var spelt = Uni.createFrom().item(readRequest);
        for (var parameter : PARAMETERS) {
            var plan = readRequest.parameter(parameter).filter(it -> it.startsWith(PLAN));
            if (plan.isPresent()) {
                spelt = spelt.flatMap(it -> asOfResolver
                        .resolveParameter(it, moment, territory, checkpoint)
                        .flatMap(at -> planPeriod(parameter, plan.get(), at))
                        .map(years -> it.withParameter(parameter, years.name())));
            }
        }
        return spelt;
    }

    private Uni<Period> planPeriod(String parameter, String plan, AsOfResolver.AsOfMoment at) {
        var code = plan.substring(PLAN.length());
        return strategyRepository.find(at.territory().code, code, at.position()).map(found -> found.flatMap(
                        PlanPeriodResolver::planPeriod)
                .orElseThrow(() -> ProblemException.invalidParameter(
                        parameter, "No strategy " + code + " had been adopted at that moment.")));
    }

    private static Optional<Period> planPeriod(StrategyVersion version) {
        return Strategy.of(version.document()).flatMap(it -> it.charter().period());
    }
}
