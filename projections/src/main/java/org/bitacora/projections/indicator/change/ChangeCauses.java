package org.bitacora.projections.indicator.change;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.domain.actor.ActorEvent;
import org.bitacora.domain.identifier.Subject;
import org.bitacora.domain.indicator.CountedEntity;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Filter;
import org.bitacora.domain.indicator.IndicatorEvent;
import org.bitacora.domain.indicator.Measure;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.series.ReportedValue;
import org.bitacora.eventlog.json.JsonReader;
import org.bitacora.projections.indicator.ObservationQuery;
import org.bitacora.projections.indicator.QueryExecutor;
import org.bitacora.projections.indicator.change.ChangeDetector.ChangeComparison;
import org.bitacora.projections.indicator.change.ObservationChange.EntrySummary;
import org.bitacora.projections.indicator.query.ActorNameLookup;
import org.bitacora.projections.indicator.query.EffectQuery;
import org.bitacora.projections.indicator.query.MeasureOperands;
import org.bitacora.projections.indicator.query.MeasureQuery;

/** Finds the entries between two positions that changed an observation. */
final class ChangeCauses {

    private static final String ENTRIES = """
            select position, recorded_at, source, id, type, subject,
                   case when type = '%s' then data end as report
            from log where territory = $1 and position > $2 and position <= $3 order by position""".formatted(ReportedValue.REPORTED_TYPE);

    private static final int MAX_CONCURRENCY = 3;

    private final Pool pool;
    private final ActorNameLookup actorNames;

    ChangeCauses(Pool pool) {
        this.pool = pool;
        this.actorNames = new ActorNameLookup(pool);
    }

    /** An entry, and the period of the report if the entry is one. */
    private record CauseCandidate(EntrySummary entry, Optional<Period> reportedPeriod) {
        static CauseCandidate of(Row row) {
            var entrySummary = new EntrySummary(
                    row.getLong("position"),
                    row.getOffsetDateTime("recorded_at").toInstant(),
                    new EventKey(row.getString("source"), row.getString("id")),
                    row.getString("type"),
                    row.getString("subject"));
            return new CauseCandidate(
                    entrySummary,
                    Optional.ofNullable(row.getString("report"))
                            .map(JsonReader::parseStored)
                            .map(it -> ReportedValue.of((Json.Obj) it).period()));
        }
    }

    /** Returns the changes with the entries that caused them. */
    Uni<List<ObservationChange>> findCauses(ChangeComparison changeComparison, List<ObservationChange> changes) {
        if (changes.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Map<Definition, List<ObservationChange>> byDefinition = new LinkedHashMap<>();
        changes.forEach(it -> byDefinition
                .computeIfAbsent(it.definition(), _ -> new ArrayList<>())
                .add(it));
        return readEntries(changeComparison).flatMap(candidates -> Uni.join()
                .all(byDefinition.entrySet().stream()
                        .map(group -> addCauses(changeComparison, group.getKey(), group.getValue(), candidates))
                        .toList())
                .usingConcurrencyOf(MAX_CONCURRENCY)
                .andFailFast()
                .map(all -> all.stream().flatMap(List::stream).toList()));
    }

    private Uni<List<CauseCandidate>> readEntries(ChangeComparison changeComparison) {
        var parameters = Tuple.of(changeComparison.territory(), changeComparison.from(), changeComparison.to());
        return QueryExecutor.run(pool, ENTRIES, parameters).map(rows -> {
            var all = new ArrayList<CauseCandidate>();
            rows.forEach(row -> all.add(CauseCandidate.of(row)));
            return all;
        });
    }

    private Uni<List<ObservationChange>> addCauses(
            ChangeComparison changeComparison,
            Definition definition,
            List<ObservationChange> changes,
            List<CauseCandidate> candidates) {
        var periods = changes.stream().map(ObservationChange::period).toList();
        return activities(changeComparison, definition, periods).map(activitiesByPeriod -> {
            var withCauses = new ArrayList<ObservationChange>();
            for (int n = 0; n < changes.size(); n++) {
                var observationChange = changes.get(n);
                var events = causesOf(
                        changeComparison, observationChange, activitiesByPeriod.getOrDefault(n, Set.of()), candidates);
                withCauses.add(observationChange.withEvents(events));
            }
            return withCauses;
        });
    }

    /** Returns the activities that changed the observation of each period, by the index of the period. */
    private Uni<Map<Integer, Set<String>>> activities(
            ChangeComparison changeComparison, Definition definition, List<Period> periods) {
        var old = Optional.ofNullable(changeComparison.before().get(definition.code()));
        var measures = Stream.concat(old.stream(), Stream.of(definition))
                .map(Definition::measure)
                .toList();
        return Uni.combine()
                .all()
                .unis(
                        actorNames.withActorNames(changeComparison.scope(changeComparison.from()), measures),
                        actorNames.withActorNames(changeComparison.scope(changeComparison.to()), measures))
                .asTuple()
                .flatMap(scopes -> {
                    var before = old.map(it -> queriesFor(it, periods)).orElse(List.of());
                    var after = queriesFor(definition, periods);
                    var queries = new ArrayList<Uni<Map<Integer, Set<String>>>>();
                    for (int side = 0; side < Math.max(before.size(), after.size()); side++) {
                        EffectQuery.changingPeriods(
                                        queryAt(before, side),
                                        scopes.getItem1(),
                                        queryAt(after, side),
                                        scopes.getItem2(),
                                        periods)
                                .ifPresent(query -> queries.add(run(query)));
                    }
                    return mergeActivities(queries);
                });
    }

    private static List<Optional<MeasureQuery>> queriesFor(Definition definition, List<Period> periods) {
        return MeasureOperands.queriesOf(
                new ObservationQuery(definition, periods, Filter.EVERYTHING, List.of()), false);
    }

    private static Optional<MeasureQuery> queryAt(List<Optional<MeasureQuery>> queries, int side) {
        return side < queries.size() ? queries.get(side) : Optional.empty();
    }

    private Uni<Map<Integer, Set<String>>> run(EffectQuery query) {
        return QueryExecutor.run(pool, query.sql(), Tuple.wrap(query.values())).map(rows -> {
            Map<Integer, Set<String>> found = new HashMap<>();
            rows.forEach(row -> found.computeIfAbsent(row.getInteger("period_number"), _ -> new HashSet<>())
                    .add(row.getString("activity")));
            return found;
        });
    }

    private static Uni<Map<Integer, Set<String>>> mergeActivities(List<Uni<Map<Integer, Set<String>>>> queries) {
        if (queries.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Uni.join().all(queries).andFailFast().map(answers -> {
            Map<Integer, Set<String>> all = new HashMap<>();
            answers.forEach(found -> found.forEach((n, activities) ->
                    all.computeIfAbsent(n, _ -> new HashSet<>()).addAll(activities)));
            return all;
        });
    }

    private static List<EntrySummary> causesOf(
            ChangeComparison changeComparison,
            ObservationChange observationChange,
            Set<String> activities,
            List<CauseCandidate> candidates) {
        var operands = MeasureOperands.operandsOf(observationChange.definition().measure());
        return candidates.stream()
                .filter(it -> isAboutActivities(changeComparison, it.entry(), activities)
                        || operands.stream()
                                .anyMatch(operand ->
                                        isIndirectCause(changeComparison, it, operand, observationChange, activities))
                        || (changeComparison.isRedefined(observationChange.definition())
                                && defines(it.entry(), observationChange.definition())))
                .map(CauseCandidate::entry)
                .sorted(Comparator.comparingLong(EntrySummary::position))
                .toList();
    }

    private static boolean isAboutActivities(
            ChangeComparison changeComparison, EntrySummary entrySummary, Set<String> activities) {
        return seriesOrActivity(changeComparison, entrySummary)
                .filter(activities::contains)
                .isPresent();
    }

    /** Returns the activity or series that an entry of the territory is about; empty for other subjects. */
    private static Optional<String> seriesOrActivity(ChangeComparison changeComparison, EntrySummary entrySummary) {
        return Subject.parse(entrySummary.subject())
                .filter(it -> it instanceof Subject.ActivitySubject
                        && it.territory().value().equals(changeComparison.territory()))
                .map(Subject::path);
    }

    /** Returns whether an entry that is not of an activity is a cause: a report, an exchange rate, or an actor's event. */
    private static boolean isIndirectCause(
            ChangeComparison changeComparison,
            CauseCandidate causeCandidate,
            Measure operand,
            ObservationChange observationChange,
            Set<String> activities) {
        var series = seriesOrActivity(changeComparison, causeCandidate.entry());
        return switch (operand) {
            case Measure.ReportedSeries reportedSeries ->
                series.filter(reportedSeries.series()::equals).isPresent()
                        && causeCandidate
                                .reportedPeriod()
                                .filter(observationChange.period()::contains)
                                .isPresent();
            case Measure.MoneySum _ ->
                !activities.isEmpty()
                        && causeCandidate.reportedPeriod().isPresent()
                        && series.filter(it -> it.startsWith("exchange-rate.")).isPresent();
            case Measure.Count(var countedEntity, var _, var _)
            when countedEntity == CountedEntity.ACTORS ->
                !activities.isEmpty() && causeCandidate.entry().type().startsWith(ActorEvent.TYPE_PREFIX);
            case Measure.Count _,
                    Measure.Stock _,
                    Measure.QuantitySum _,
                    Measure.RubricShare _,
                    Measure.Ratio _,
                    Measure.IndicatorReference _ -> false;
        };
    }

    private static boolean defines(EntrySummary entrySummary, Definition definition) {
        return entrySummary.type().equals(IndicatorEvent.DEFINED_TYPE)
                && Subject.parse(entrySummary.subject()).orElse(null)
                        instanceof Subject.IndicatorSubject(var _, var code)
                && code.equals(definition.code());
    }
}
