package org.bitacora.projections.indicator.evidence;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Filter;
import org.bitacora.domain.indicator.Measure;
import org.bitacora.domain.indicator.Period;
import org.bitacora.eventlog.postgres.CallerContext;
import org.bitacora.projections.indicator.ObservationQuery;
import org.bitacora.projections.indicator.TerritoryScope;
import org.bitacora.projections.indicator.evidence.EvidenceLookup.ActivityContribution;
import org.bitacora.projections.indicator.query.ActorNameLookup;
import org.bitacora.projections.indicator.query.EffectQuery;
import org.bitacora.projections.indicator.query.GroupSeriesAggregator;
import org.bitacora.projections.indicator.query.MeasureOperands;
import org.bitacora.projections.indicator.query.MeasureQuery;
import org.bitacora.projections.indicator.query.ReportRepository;

/**
 * Finds the evidence of a value and the causes of its changes: the contributions of activities, from the same rows as the
 * value, and of reports. The contributions of all pages add up to the value, or to the numerator and the denominator of a
 * ratio.
 */
public final class EvidenceFinder {

    private final Pool pool;
    private final EvidenceLookup lookup;
    private final ChangeClassifier classifier;
    private final ReportRepository reports;
    private final ActorNameLookup actorNames;

    /** Creates a finder over the tables that the pool's connections see. */
    public EvidenceFinder(Pool pool) {
        this.pool = pool;
        this.lookup = new EvidenceLookup(pool);
        this.classifier = new ChangeClassifier(lookup);
        this.reports = new ReportRepository(pool);
        this.actorNames = new ActorNameLookup(pool);
    }

    /** A query for evidence: an indicator, a period, and a filter on the activities. */
    public record EvidenceQuery(Definition definition, Period period, Filter where) {
        ObservationQuery toObservationQuery() {
            return new ObservationQuery(definition, List.of(period), where, List.of());
        }
    }

    /** A range of instants: after the first, up to and including the second. */
    public record InstantRange(Instant after, Instant upTo) {
        boolean contains(Instant recordedAt) {
            return recordedAt.isAfter(after) && !recordedAt.isAfter(upTo);
        }
    }

    /** A page of evidence: at most {@code limit} contributions after an activity of a territory. */
    public record EvidencePage(String afterTerritory, String afterActivity, int limit) {}

    /** Returns a page of the activities that contribute to a value, ordered by territory and name. */
    public Uni<List<Contribution>> findByActivity(
            EvidenceQuery evidenceQuery, TerritoryScope scope, EvidencePage evidencePage) {
        var effectPageStart =
                new EffectQuery.EffectPageStart(evidencePage.afterTerritory(), evidencePage.afterActivity());
        return contributions(
                evidenceQuery,
                scope,
                (sides, namedScope) -> EffectQuery.page(
                        sides, namedScope, evidenceQuery.period(), effectPageStart, evidencePage.limit()));
    }

    /** Returns the contributions of some activities of one territory to a value, ordered by name. */
    public Uni<List<Contribution>> findForActivities(
            EvidenceQuery evidenceQuery, TerritoryScope scope, Collection<String> activities) {
        return contributions(
                evidenceQuery,
                scope,
                (sides, namedScope) ->
                        EffectQuery.forActivities(sides, namedScope, evidenceQuery.period(), activities));
    }

    private interface EffectQueryFactory {
        EffectQuery of(List<Optional<MeasureQuery>> sides, TerritoryScope namedScope);
    }

    private Uni<List<Contribution>> contributions(
            EvidenceQuery evidenceQuery, TerritoryScope scope, EffectQueryFactory effectQueryFactory) {
        var sides = MeasureOperands.queriesOf(evidenceQuery.toObservationQuery(), scope.isRolledUp());
        if (sides.stream().allMatch(Optional::isEmpty)) {
            return Uni.createFrom().item(List.of());
        }
        return withActorNames(evidenceQuery, scope)
                .flatMap(namedScope -> run(effectQueryFactory.of(sides, namedScope)))
                .flatMap(effects -> lookup.contributions(effects, scope.positions()));
    }

    /** Returns the reports that contribute to a value, in chronological order. */
    public Uni<List<Contribution>> findByReport(EvidenceQuery evidenceQuery, TerritoryScope scope) {
        var all = new ArrayList<Uni<List<Contribution>>>();
        var operands = MeasureOperands.operandsOf(evidenceQuery.definition().measure());
        for (int side = 0; side < operands.size(); side++) {
            if (operands.get(side) instanceof Measure.ReportedSeries reportedSeries) {
                all.add(findByReport(reportedSeries, side, evidenceQuery, scope));
            }
        }
        return concat(all);
    }

    /**
     * Returns the changes of contributions to a value of one group between two scopes, which differ in positions and members.
     * For a group of several territories, {@code between} is the range of instants.
     */
    public Uni<List<Contribution>> findChanges(
            EvidenceQuery evidenceQuery, TerritoryScope from, TerritoryScope to, Optional<InstantRange> between) {
        return Uni.combine()
                .all()
                .unis(withActorNames(evidenceQuery, from), withActorNames(evidenceQuery, to))
                .asTuple()
                .flatMap(both -> {
                    var effectChange =
                            new EffectChange(both.getItem1(), both.getItem2(), between, currencies(evidenceQuery));
                    return findDifferences(evidenceQuery, effectChange.from(), evidenceQuery, effectChange.to())
                            .flatMap(effects -> classifier.classify(effects, effectChange));
                });
    }

    /** Returns the changes of contributions between two definitions, as of the same positions. */
    public Uni<List<Contribution>> findDefinitionChanges(
            EvidenceQuery before, EvidenceQuery after, TerritoryScope scope) {
        return Uni.combine()
                .all()
                .unis(withActorNames(before, scope), withActorNames(after, scope))
                .asTuple()
                .flatMap(both -> findDifferences(before, both.getItem1(), after, both.getItem2()))
                .flatMap(effects -> lookup.definitionContributions(effects, scope.positions()));
    }

    private Uni<TerritoryScope> withActorNames(EvidenceQuery evidenceQuery, TerritoryScope scope) {
        return actorNames.withActorNames(
                scope, List.of(evidenceQuery.definition().measure()));
    }

    private static Set<String> currencies(EvidenceQuery evidenceQuery) {
        return MeasureOperands.operandsOf(evidenceQuery.definition().measure()).stream()
                .filter(Measure.MoneySum.class::isInstance)
                .map(it -> ((Measure.MoneySum) it).currency())
                .collect(Collectors.toSet());
    }

    private Uni<List<ActivityContribution>> findDifferences(
            EvidenceQuery before, TerritoryScope from, EvidenceQuery after, TerritoryScope to) {
        boolean isRolledUp = from.isRolledUp() || to.isRolledUp();
        var old = MeasureOperands.queriesOf(before.toObservationQuery(), isRolledUp);
        var now = MeasureOperands.queriesOf(after.toObservationQuery(), isRolledUp);
        var queries = new ArrayList<Uni<List<ActivityContribution>>>();
        for (int side = 0; side < Math.max(old.size(), now.size()); side++) {
            var query = EffectQuery.changes(side(old, side), from, side(now, side), to, after.period());
            queries.add(query.map(this::run).orElseGet(() -> Uni.createFrom().item(List.of())));
        }
        return Uni.combine().all().unis(queries).with(EvidenceFinder::mergeSides);
    }

    private static Optional<MeasureQuery> side(List<Optional<MeasureQuery>> sides, int side) {
        return side < sides.size() ? sides.get(side) : Optional.empty();
    }

    private static List<ActivityContribution> mergeSides(List<?> contributionsBySide) {
        Map<String, ActivityContribution> bySubject = new TreeMap<>();
        for (int side = 0; side < contributionsBySide.size(); side++) {
            for (var found : (List<?>) contributionsBySide.get(side)) {
                var activityContribution = (ActivityContribution) found;
                boolean isDenominator = side == 1;
                bySubject.merge(
                        activityContribution.subject(),
                        isDenominator
                                ? new ActivityContribution(
                                        activityContribution.territory(),
                                        activityContribution.activity(),
                                        Optional.empty(),
                                        activityContribution.numeratorEffect())
                                : activityContribution,
                        (one, other) -> new ActivityContribution(
                                one.territory(), one.activity(), one.numeratorEffect(), other.denominatorEffect()));
            }
        }
        return List.copyOf(bySubject.values());
    }

    private static <T> Uni<List<T>> concat(List<Uni<List<T>>> all) {
        var joined = Uni.createFrom().item(List.<T>of());
        for (var next : all) {
            joined = joined.flatMap(before -> next.map(more -> {
                var both = new ArrayList<>(before);
                both.addAll(more);
                return both;
            }));
        }
        return joined;
    }

    private Uni<List<ActivityContribution>> run(EffectQuery query) {
        return CallerContext.emitOnCallerContext(
                        () -> UniHelper.toUni(pool.preparedQuery(query.sql()).execute(Tuple.wrap(query.values()))))
                .map(rows -> {
                    var effects = new ArrayList<ActivityContribution>();
                    rows.forEach(row -> effects.add(new ActivityContribution(
                            row.getString("territory"),
                            row.getString("activity"),
                            Optional.ofNullable(row.getBigDecimal("numerator_effect")),
                            Optional.ofNullable(row.getBigDecimal("denominator_effect")))));
                    return effects;
                });
    }

    private Uni<List<Contribution>> findByReport(
            Measure.ReportedSeries measure, int side, EvidenceQuery evidenceQuery, TerritoryScope scope) {
        return reports.findReports(measure.series(), scope, List.of(evidenceQuery.period()))
                .flatMap(byTerritory -> {
                    var contributing = new ArrayList<ContributingReport>();
                    for (var group : scope.groups()) {
                        var seriesAggregator = new GroupSeriesAggregator(measure, group, scope, byTerritory);
                        if (seriesAggregator
                                .valueIn(evidenceQuery.period())
                                .number()
                                .isPresent()) {
                            seriesAggregator
                                    .reportingTerritories(evidenceQuery.period())
                                    .forEach(it -> contributing.addAll(ContributingReport.contributingReports(
                                            measure,
                                            evidenceQuery.period(),
                                            it,
                                            byTerritory.getOrDefault(it, List.of()))));
                        }
                    }
                    return lookup.findEntries(contributing).map(entries -> contributing.stream()
                            .map(it -> it.contribution(measure, side, entries))
                            .toList());
                });
    }
}
