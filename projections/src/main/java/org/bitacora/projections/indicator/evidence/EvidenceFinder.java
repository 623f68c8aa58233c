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
import org.bitacora.projections.indicator.Scope;
import org.bitacora.projections.indicator.evidence.EvidenceLookup.ActivityContribution;
import org.bitacora.projections.indicator.query.ActorNameLookup;
import org.bitacora.projections.indicator.query.EffectQuery;
import org.bitacora.projections.indicator.query.GroupSeriesAggregator;
import org.bitacora.projections.indicator.query.MeasureOperands;
import org.bitacora.projections.indicator.query.MeasureQuery;
import org.bitacora.projections.indicator.query.ReportRepository;

/**
 * What stands behind a value, and what changed one: the contributions of activities, from the same rows as the value,
 * and of reports. Those of all pages add up to the value, or to the numerator and the denominator of a ratio.
 */
public final class EvidenceFinder {

    private final Pool pool;
    private final EvidenceLookup lookup;
    private final ChangeClassifier classifier;
    private final ReportRepository reports;
    private final ActorNameLookup actorNames;

    /** Evidence from the versions that the pool's connections see. */
    public EvidenceFinder(Pool pool) {
        this.pool = pool;
        this.lookup = new EvidenceLookup(pool);
        this.classifier = new ChangeClassifier(lookup);
        this.reports = new ReportRepository(pool);
        this.actorNames = new ActorNameLookup(pool);
    }

    /** What is asked: an indicator in a period, of activities that a filter means. */
    public record EvidenceQuery(Definition definition, Period period, Filter where) {
        ObservationQuery toObservationQuery() {
            return new ObservationQuery(definition, List.of(period), where, List.of());
        }
    }

    /** The instants at which several territories are looked at. */
    public record InstantRange(Instant after, Instant upTo) {
        boolean contains(Instant recordedAt) {
            return recordedAt.isAfter(after) && !recordedAt.isAfter(upTo);
        }
    }

    /** Where a page begins: after that activity of that territory. */
    public record EvidencePage(String afterTerritory, String afterActivity, int limit) {}

    /** A page of the activities behind a value, in the order of territories and their names. */
    public Uni<List<Contribution>> findByActivity(EvidenceQuery asked, Scope scope, EvidencePage evidencePage) {
        var effectPageStart =
                new EffectQuery.EffectPageStart(evidencePage.afterTerritory(), evidencePage.afterActivity());
        return contributions(
                asked,
                scope,
                (sides, named) ->
                        EffectQuery.page(sides, named, asked.period(), effectPageStart, evidencePage.limit()));
    }

    /** Those of some activities of one territory that are behind its value, in the order of their names. */
    public Uni<List<Contribution>> findForActivities(EvidenceQuery asked, Scope scope, Collection<String> activities) {
        return contributions(
                asked, scope, (sides, named) -> EffectQuery.forActivities(sides, named, asked.period(), activities));
    }

    private interface EffectQueryFactory {
        EffectQuery of(List<Optional<MeasureQuery>> sides, Scope named);
    }

    private Uni<List<Contribution>> contributions(
            EvidenceQuery asked, Scope scope, EffectQueryFactory effectQueryFactory) {
        var sides = MeasureOperands.queriesOf(asked.toObservationQuery(), scope.isRolledUp());
        if (sides.stream().allMatch(Optional::isEmpty)) {
            return Uni.createFrom().item(List.of());
        }
        return withActorNames(asked, scope)
                .flatMap(named -> run(effectQueryFactory.of(sides, named)))
                .flatMap(effects -> lookup.contributions(effects, scope.positions()));
    }

    /** The reports behind a value, in the order of time. */
    public Uni<List<Contribution>> findByReport(EvidenceQuery asked, Scope scope) {
        var all = new ArrayList<Uni<List<Contribution>>>();
        var operands = MeasureOperands.operandsOf(asked.definition().measure());
        for (int side = 0; side < operands.size(); side++) {
            if (operands.get(side) instanceof Measure.ReportedSeries reportedSeries) {
                all.add(findByReport(reportedSeries, side, asked, scope));
            }
        }
        return concat(all);
    }

    /**
     * What changed a value of one group between two scopes, which differ in their positions and in who belongs to it; where
     * it is of several territories, between two instants.
     */
    public Uni<List<Contribution>> findChanges(
            EvidenceQuery asked, Scope from, Scope to, Optional<InstantRange> between) {
        return Uni.combine()
                .all()
                .unis(withActorNames(asked, from), withActorNames(asked, to))
                .asTuple()
                .flatMap(both -> {
                    var effectChange = new EffectChange(both.getItem1(), both.getItem2(), between, currencies(asked));
                    return findDifferences(asked, effectChange.from(), asked, effectChange.to())
                            .flatMap(effects -> classifier.classify(effects, effectChange));
                });
    }

    /** What another definition changes of a value, as of the same positions. */
    public Uni<List<Contribution>> findDefinitionChanges(EvidenceQuery before, EvidenceQuery after, Scope scope) {
        return Uni.combine()
                .all()
                .unis(withActorNames(before, scope), withActorNames(after, scope))
                .asTuple()
                .flatMap(both -> findDifferences(before, both.getItem1(), after, both.getItem2()))
                .flatMap(effects -> lookup.definitionContributions(effects, scope.positions()));
    }

    private Uni<Scope> withActorNames(EvidenceQuery asked, Scope scope) {
        return actorNames.withActorNames(scope, List.of(asked.definition().measure()));
    }

    private static Set<String> currencies(EvidenceQuery asked) {
        return MeasureOperands.operandsOf(asked.definition().measure()).stream()
                .filter(Measure.MoneySum.class::isInstance)
                .map(it -> ((Measure.MoneySum) it).currency())
                .collect(Collectors.toSet());
    }

    private Uni<List<ActivityContribution>> findDifferences(
            EvidenceQuery before, Scope from, EvidenceQuery after, Scope to) {
        boolean isRolledUp = from.isRolledUp() || to.isRolledUp();
        var old = MeasureOperands.queriesOf(before.toObservationQuery(), isRolledUp);
        var now = MeasureOperands.queriesOf(after.toObservationQuery(), isRolledUp);
        var asked = new ArrayList<Uni<List<ActivityContribution>>>();
        for (int side = 0; side < Math.max(old.size(), now.size()); side++) {
            var query = EffectQuery.changes(side(old, side), from, side(now, side), to, after.period());
            asked.add(query.map(this::run).orElseGet(() -> Uni.createFrom().item(List.of())));
        }
        return Uni.combine().all().unis(asked).with(EvidenceFinder::mergeSides);
    }

    private static Optional<MeasureQuery> side(List<Optional<MeasureQuery>> sides, int side) {
        return side < sides.size() ? sides.get(side) : Optional.empty();
    }

    private static List<ActivityContribution> mergeSides(List<?> answers) {
        Map<String, ActivityContribution> bySubject = new TreeMap<>();
        for (int side = 0; side < answers.size(); side++) {
            for (var found : (List<?>) answers.get(side)) {
                var activityContribution = (ActivityContribution) found;
                boolean below = side == 1;
                bySubject.merge(
                        activityContribution.subject(),
                        below
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
            Measure.ReportedSeries measure, int side, EvidenceQuery asked, Scope scope) {
        return reports.findReports(measure.series(), scope, List.of(asked.period()))
                .flatMap(byTerritory -> {
                    var used = new ArrayList<ContributingReport>();
                    for (var group : scope.groups()) {
                        var reported = new GroupSeriesAggregator(measure, group, scope, byTerritory);
                        if (reported.valueIn(asked.period()).number().isPresent()) {
                            reported.reportingTerritories(asked.period())
                                    .forEach(it -> used.addAll(ContributingReport.contributingReports(
                                            measure, asked.period(), it, byTerritory.getOrDefault(it, List.of()))));
                        }
                    }
                    return lookup.findEntries(used).map(entries -> used.stream()
                            .map(it -> it.contribution(measure, side, entries))
                            .toList());
                });
    }
}
