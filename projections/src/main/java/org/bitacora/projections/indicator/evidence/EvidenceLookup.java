package org.bitacora.projections.indicator.evidence;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bitacora.domain.identifier.Subject;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.postgres.CallerContext;
import org.bitacora.eventlog.postgres.LogRowMapper;
import org.bitacora.projections.activity.ActivityConditionSql;
import org.bitacora.projections.indicator.evidence.Contribution.Cause;

/** Looks up the details of contributing activities and the log entries that the contributions follow from. */
final class EvidenceLookup {

    private static final String DETAILS = """
            select v.territory, v.activity, v.title, v.start_text, v.formalised_from, v.formalised_to,
                   array(select distinct item ->> 1 from jsonb_array_elements(v.amounts) a(item)) as currencies,
                   v.actors
            from unnest($1::text[], $2::text[], $3::bigint[]) s(territory, activity, position)
            join activity_version v on v.activity = s.activity and %s""".formatted(ActivityConditionSql.knownAt("s.territory", "s.position"));

    private static final String EVENTS = """
            select l.territory, l.position, l.recorded_at, l.source, l.id, l.type, l.schema_version, l.subject,
                   l.time, l.data, l.posted_by, l.content, l.private_digest, l.extensions
            from unnest($1::text[], $2::bigint[], $3::bigint[]) s(subject, above, up_to)
            join log l on l.subject = s.subject and l.position > s.above and l.position <= s.up_to
            order by l.subject, l.position""";

    private static final String ENTRIES = """
            select l.territory, l.position, l.recorded_at, l.source, l.id, l.type, l.schema_version, l.subject,
                   l.time, l.data, l.posted_by, l.content, l.private_digest, l.extensions
            from unnest($1::text[], $2::bigint[]) s(territory, position)
            join log l on l.territory = s.territory and l.position = s.position""";

    private final Pool pool;

    EvidenceLookup(Pool pool) {
        this.pool = pool;
    }

    /** An activity and its effects on a value. */
    record ActivityContribution(
            String territory,
            String activity,
            Optional<BigDecimal> numeratorEffect,
            Optional<BigDecimal> denominatorEffect) {
        String subject() {
            return toSubject().text();
        }

        Subject toSubject() {
            return new Subject.ActivitySubject(territory, activity);
        }
    }

    /** Returns contributions with the details and all events of the activities as of the positions of a scope. */
    Uni<List<Contribution>> contributions(List<ActivityContribution> effects, Map<String, Long> positions) {
        return Uni.combine()
                .all()
                .unis(findDetails(effects, positions), findEvents(subjects(effects), Map.of(), positions))
                .with((details, events) -> effects.stream()
                        .map(it -> toContribution(it, details, Optional.empty(), eventsOf(it, events)))
                        .toList());
    }

    /** Returns contributions whose change is caused by another definition, without events. */
    Uni<List<Contribution>> definitionContributions(List<ActivityContribution> effects, Map<String, Long> positions) {
        return findDetails(effects, positions).map(details -> effects.stream()
                .map(it -> toContribution(it, details, Optional.of(Cause.DEFINITION), List.of()))
                .toList());
    }

    static List<Entry> eventsOf(ActivityContribution activityContribution, Map<String, List<Entry>> events) {
        return events.getOrDefault(activityContribution.subject(), List.of());
    }

    static Contribution toContribution(
            ActivityContribution activityContribution,
            Map<String, ActivityDetail> details,
            Optional<Cause> cause,
            List<Entry> events) {
        var activityDetail = details.getOrDefault(activityContribution.subject(), ActivityDetail.UNKNOWN);
        return new Contribution(
                activityContribution.territory(),
                activityContribution.activity(),
                activityDetail.title(),
                activityDetail.date(),
                activityContribution.numeratorEffect(),
                activityContribution.denominatorEffect(),
                cause,
                events);
    }

    /** The title and effective date of an activity, the currencies of its amounts, and the names of its actors. */
    record ActivityDetail(String title, Optional<String> date, Set<String> currencies, Set<String> actors) {
        static final ActivityDetail UNKNOWN = new ActivityDetail("", Optional.empty(), Set.of(), Set.of());

        static ActivityDetail of(Row row) {
            var from = row.getLocalDate("formalised_from");
            boolean exact = from != null && from.equals(row.getLocalDate("formalised_to"));
            return new ActivityDetail(
                    row.getString("title"),
                    exact ? Optional.of(from.toString()) : Optional.ofNullable(row.getString("start_text")),
                    Set.of(row.getArrayOfStrings("currencies")),
                    Set.of(row.getArrayOfStrings("actors")));
        }
    }

    Uni<Map<String, ActivityDetail>> findDetails(List<ActivityContribution> effects, Map<String, Long> positions) {
        var parameters = Tuple.of(territories(effects), activities(effects), positions(effects, positions));
        return run(DETAILS, parameters).map(rows -> {
            var details = new HashMap<String, ActivityDetail>();
            rows.forEach(row -> details.put(subject(row), ActivityDetail.of(row)));
            return details;
        });
    }

    /** Returns the entries of reports, by territory and position. */
    Uni<Map<String, Entry>> findEntries(Collection<ContributingReport> reports) {
        var parameters = Tuple.tuple()
                .addValue(reports.stream().map(ContributingReport::territory).toArray(String[]::new))
                .addValue(reports.stream().map(it -> it.source().position()).toArray(Long[]::new));
        return run(ENTRIES, parameters).map(rows -> {
            var byPosition = new HashMap<String, Entry>();
            LogRowMapper.entries(rows)
                    .forEach(entry -> byPosition.put(entry.territory() + "/" + entry.position(), entry));
            return byPosition;
        });
    }

    /** Returns the entries of subjects between two positions of each log, by the text of the subject. */
    Uni<Map<String, List<Entry>>> findEvents(
            Collection<Subject> subjects, Map<String, Long> from, Map<String, Long> to) {
        var texts = subjects.stream().map(Subject::text).toArray(String[]::new);
        var parameters = Tuple.of(texts, positionsOf(subjects, from), positionsOf(subjects, to));
        return run(EVENTS, parameters).map(rows -> {
            var bySubject = new HashMap<String, List<Entry>>();
            LogRowMapper.entries(rows).forEach(entry -> bySubject
                    .computeIfAbsent(entry.subject(), _ -> new ArrayList<>())
                    .add(entry));
            return bySubject;
        });
    }

    Uni<RowSet<Row>> run(String sql, Tuple parameters) {
        return CallerContext.emitOnCallerContext(
                () -> UniHelper.toUni(pool.preparedQuery(sql).execute(parameters)));
    }

    static String subject(Row row) {
        return new Subject.ActivitySubject(row.getString("territory"), row.getString("activity")).text();
    }

    static String[] territories(Collection<ActivityContribution> effects) {
        return effects.stream().map(ActivityContribution::territory).toArray(String[]::new);
    }

    static String[] activities(Collection<ActivityContribution> effects) {
        return effects.stream().map(ActivityContribution::activity).toArray(String[]::new);
    }

    static Long[] positions(Collection<ActivityContribution> effects, Map<String, Long> positions) {
        return effects.stream()
                .map(it -> positions.getOrDefault(it.territory(), 0L))
                .toArray(Long[]::new);
    }

    static List<Subject> subjects(Collection<ActivityContribution> effects) {
        return effects.stream().map(ActivityContribution::toSubject).toList();
    }

    private static Long[] positionsOf(Collection<Subject> subjects, Map<String, Long> positions) {
        return subjects.stream()
                .map(it -> positions.getOrDefault(it.territory().value(), 0L))
                .toArray(Long[]::new);
    }
}
