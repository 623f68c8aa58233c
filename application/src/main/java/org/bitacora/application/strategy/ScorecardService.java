package org.bitacora.application.strategy;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.LocalDate;
import org.bitacora.application.RefusalException;
import org.bitacora.application.strategy.MeasureReadingService.DefinitionsInForce;
import org.bitacora.application.territory.AsOfQuery;
import org.bitacora.application.territory.AsOfResolver;
import org.bitacora.application.territory.PlanPeriodResolver;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.domain.refusal.Result;
import org.bitacora.domain.strategy.Attainment;
import org.bitacora.domain.strategy.Scorecard;
import org.bitacora.domain.strategy.Strategy;
import org.bitacora.domain.strategy.StrategyValidator;
import org.bitacora.domain.territory.TerritoryCalendar;
import org.bitacora.projections.indicator.TerritoryScope;
import org.bitacora.projections.projector.CheckpointRepository.Checkpoint;
import org.bitacora.projections.projector.ProjectionTracker;
import org.bitacora.projections.strategy.StrategyRepository;
import org.bitacora.projections.strategy.StrategyVersion;
import org.bitacora.projections.territory.TerritoryRow;

/** Computes scorecards: a strategy and the readings of its measures, both as of the same moment. */
@Singleton
public class ScorecardService {

    private final StrategyRepository strategyRepository;
    private final MeasureReadingService measureReadingService;
    private final PlanPeriodResolver plans;
    private final AsOfResolver asOfResolver;
    private final ProjectionTracker projectionTracker;
    private final InstantSource clock;

    ScorecardService(
            StrategyRepository strategyRepository,
            MeasureReadingService measureReadingService,
            PlanPeriodResolver plans,
            AsOfResolver asOfResolver,
            ProjectionTracker projectionTracker,
            InstantSource clock) {
        this.strategyRepository = strategyRepository;
        this.measureReadingService = measureReadingService;
        this.plans = plans;
        this.asOfResolver = asOfResolver;
        this.projectionTracker = projectionTracker;
        this.clock = clock;
    }

    /** A scorecard, and the data that it was computed from. */
    public record ComputedScorecard(
            String territory,
            String name,
            StrategyVersion version,
            Strategy strategy,
            Period period,
            AsOfResolver.AsOfMoment moment,
            MeasureReadingService.MeasureReadings readings,
            Scorecard scorecard) {}

    /** The day of the evaluation, and the position as of which definitions apply. */
    private record ScorecardBasis(LocalDate today, long definedAt) {
        static ScorecardBasis on(LocalDate today) {
            return new ScorecardBasis(today, Long.MAX_VALUE);
        }
    }

    /** Returns the current day in a territory. */
    public Uni<LocalDate> today(String territory, Checkpoint checkpoint) {
        return asOfResolver.territory(territory, checkpoint).map(this::today);
    }

    private LocalDate today(TerritoryRow territory) {
        return calendar(territory).dayOf(clock.instant());
    }

    private static TerritoryCalendar calendar(TerritoryRow territory) {
        return TerritoryCalendar.of(territory.timezone);
    }

    /** Returns the scorecard of the period and the moment that a query names. */
    public Uni<ComputedScorecard> scorecard(ScorecardQuery query, Checkpoint checkpoint) {
        return plans.resolve(query.period(), query.asOf(), query.territory(), checkpoint)
                .flatMap(periods -> asOfResolver
                        .resolve(query.asOf(), query.territory(), checkpoint)
                        .flatMap(asOfMoment ->
                                scorecard(asOfMoment, query.strategy(), periods.getFirst(), basis(query, asOfMoment))));
    }

    /** Returns the scorecard as of now. */
    Uni<ComputedScorecard> currentScorecard(String territory, String code, Period period) {
        return projectionTracker
                .findCheckpoint(territory)
                .map(reached -> reached.orElseThrow(() -> RefusalException.noTerritory(territory)))
                .flatMap(checkpoint -> asOfResolver.latest(territory, checkpoint))
                .flatMap(asOfMoment ->
                        scorecard(asOfMoment, code, period, ScorecardBasis.on(today(asOfMoment.territory()))));
    }

    /** Returns the scorecard of the same strategy, as of the same moment, in another period. */
    Uni<ComputedScorecard> inPeriod(ComputedScorecard computedScorecard, Period period) {
        var today = today(computedScorecard.moment().territory());
        return scorecard(computedScorecard.moment(), computedScorecard.version(), period, ScorecardBasis.on(today));
    }

    private ScorecardBasis basis(ScorecardQuery query, AsOfResolver.AsOfMoment asOfMoment) {
        return new ScorecardBasis(
                evaluationDate(query.asOf(), asOfMoment),
                query.definitionsAsOf().orElse(Long.MAX_VALUE));
    }

    private LocalDate evaluationDate(AsOfQuery asOfQuery, AsOfResolver.AsOfMoment asOfMoment) {
        var territory = asOfMoment.territory();
        return asOfQuery instanceof AsOfQuery.Latest
                ? today(territory)
                : asOfMoment.recordedAt().map(calendar(territory)::dayOf).orElseGet(() -> today(territory));
    }

    private Uni<ComputedScorecard> scorecard(
            AsOfResolver.AsOfMoment asOfMoment, String code, Period period, ScorecardBasis scorecardBasis) {
        return strategyRepository
                .find(asOfMoment.territory().code, code, asOfMoment.position())
                .map(found -> found.orElseThrow(() -> new RefusalException(StrategyService.notFound(code))))
                .flatMap(version -> scorecard(asOfMoment, version, period, scorecardBasis));
    }

    private Uni<ComputedScorecard> scorecard(
            AsOfResolver.AsOfMoment asOfMoment, StrategyVersion version, Period period, ScorecardBasis scorecardBasis) {
        var territory = asOfMoment.territory();
        var strategy = soundStrategy(version).orElseThrow(RefusalException::new);
        var evaluationTime = new Attainment.EvaluationTime(period, strategy.plan(), scorecardBasis.today());
        return measureReadingService
                .readMeasures(
                        strategy,
                        TerritoryScope.of(territory.code, asOfMoment.position()),
                        period,
                        new DefinitionsInForce(scorecardBasis.definedAt(), calendar(territory)))
                .map(measureReadings -> new ComputedScorecard(
                        territory.code,
                        territory.name,
                        version,
                        strategy,
                        period,
                        asOfMoment,
                        measureReadings,
                        Scorecard.of(strategy, measureReadings.readings(), evaluationTime)));
    }

    /**
     * Returns the strategy of a version; a refusal if its parts are inconsistent, because no values can be computed
     * from it.
     */
    private static Result<Strategy> soundStrategy(StrategyVersion version) {
        return Strategy.of(version.document())
                .map(ScorecardService::soundStrategy)
                .orElseGet(() -> Result.failure(new Refusal.NotAdopted()));
    }

    private static Result<Strategy> soundStrategy(Strategy strategy) {
        return Refusal.InvalidDocument.of(StrategyValidator.violations(strategy))
                .map(Result::<Strategy>failure)
                .orElseGet(() -> Result.success(strategy));
    }
}
