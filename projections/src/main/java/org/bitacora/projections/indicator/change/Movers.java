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
import org.bitacora.domain.indicator.Counted;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Filter;
import org.bitacora.domain.indicator.Measure;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.series.Report;
import org.bitacora.eventlog.json.JsonReader;
import org.bitacora.projections.indicator.Asking;
import org.bitacora.projections.indicator.Defined;
import org.bitacora.projections.indicator.Question;
import org.bitacora.projections.indicator.change.Change.Said;
import org.bitacora.projections.indicator.change.Changes.Compared;
import org.bitacora.projections.indicator.query.EffectQuery;
import org.bitacora.projections.indicator.query.Leaf;
import org.bitacora.projections.indicator.query.Naming;
import org.bitacora.projections.indicator.query.Operands;

/** Which of what was said between two positions moved a value. */
final class Movers {

    private static final String SAID = """
            select position, recorded_at, source, id, type, subject,
                   case when type = '%s' then data end as report
            from log where territory = $1 and position > $2 and position <= $3 order by position""".formatted(Report.REPORTED);

    private static final int AT_A_TIME = 3;

    private final Pool pool;
    private final Naming naming;

    Movers(Pool pool) {
        this.pool = pool;
        this.naming = new Naming(pool);
    }

    /** An entry, and of which period it is a report. */
    private record Entry(Said said, Optional<Period> reported) {
        static Entry of(Row row) {
            var said = new Said(
                    row.getLong("position"),
                    row.getOffsetDateTime("recorded_at").toInstant(),
                    new EventKey(row.getString("source"), row.getString("id")),
                    row.getString("type"),
                    row.getString("subject"));
            return new Entry(
                    said,
                    Optional.ofNullable(row.getString("report"))
                            .map(JsonReader::stored)
                            .map(it -> Report.of((Json.Obj) it).period()));
        }
    }

    /** Those values with what moved them. */
    Uni<List<Change>> of(Compared compared, List<Change> changes) {
        if (changes.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Map<Definition, List<Change>> byDefinition = new LinkedHashMap<>();
        changes.forEach(it -> byDefinition
                .computeIfAbsent(it.definition(), _ -> new ArrayList<>())
                .add(it));
        return said(compared).flatMap(said -> Uni.join()
                .all(byDefinition.entrySet().stream()
                        .map(of -> moved(compared, of.getKey(), of.getValue(), said))
                        .toList())
                .usingConcurrencyOf(AT_A_TIME)
                .andFailFast()
                .map(all -> all.stream().flatMap(List::stream).toList()));
    }

    private Uni<List<Entry>> said(Compared compared) {
        var asked = Tuple.of(compared.territory(), compared.from(), compared.to());
        return Asking.of(pool, SAID, asked).map(rows -> {
            var all = new ArrayList<Entry>();
            rows.forEach(row -> all.add(Entry.of(row)));
            return all;
        });
    }

    private Uni<List<Change>> moved(Compared compared, Definition definition, List<Change> changes, List<Entry> said) {
        var periods = changes.stream().map(Change::period).toList();
        return activities(compared, definition, periods).map(moving -> {
            var moved = new ArrayList<Change>();
            for (int n = 0; n < changes.size(); n++) {
                var change = changes.get(n);
                var events = events(compared, change, moving.getOrDefault(n, Set.of()), said);
                moved.add(change.movedBy(events));
            }
            return moved;
        });
    }

    /** The activities that moved a value of each of those periods, by their numbers. */
    private Uni<Map<Integer, Set<String>>> activities(Compared compared, Definition definition, List<Period> periods) {
        var old = Optional.ofNullable(compared.before().get(definition.code()));
        var measures = Stream.concat(old.stream(), Stream.of(definition))
                .map(Definition::measure)
                .toList();
        return Uni.combine()
                .all()
                .unis(
                        naming.named(compared.scope(compared.from()), measures),
                        naming.named(compared.scope(compared.to()), measures))
                .asTuple()
                .flatMap(scopes -> {
                    var before = old.map(it -> leaves(it, periods)).orElse(List.of());
                    var after = leaves(definition, periods);
                    var asked = new ArrayList<Uni<Map<Integer, Set<String>>>>();
                    for (int side = 0; side < Math.max(before.size(), after.size()); side++) {
                        EffectQuery.moving(
                                        leaf(before, side),
                                        scopes.getItem1(),
                                        leaf(after, side),
                                        scopes.getItem2(),
                                        periods)
                                .ifPresent(query -> asked.add(run(query)));
                    }
                    return together(asked);
                });
    }

    private static List<Optional<Leaf>> leaves(Definition definition, List<Period> periods) {
        return Operands.leaves(new Question(definition, periods, Filter.EVERYTHING, List.of()), false);
    }

    private static Optional<Leaf> leaf(List<Optional<Leaf>> leaves, int side) {
        return side < leaves.size() ? leaves.get(side) : Optional.empty();
    }

    private Uni<Map<Integer, Set<String>>> run(EffectQuery query) {
        return Asking.of(pool, query.sql(), Tuple.wrap(query.values())).map(rows -> {
            Map<Integer, Set<String>> found = new HashMap<>();
            rows.forEach(row -> found.computeIfAbsent(row.getInteger("n"), _ -> new HashSet<>())
                    .add(row.getString("activity")));
            return found;
        });
    }

    private static Uni<Map<Integer, Set<String>>> together(List<Uni<Map<Integer, Set<String>>>> asked) {
        if (asked.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Uni.join().all(asked).andFailFast().map(answers -> {
            Map<Integer, Set<String>> all = new HashMap<>();
            answers.forEach(found -> found.forEach((n, activities) ->
                    all.computeIfAbsent(n, _ -> new HashSet<>()).addAll(activities)));
            return all;
        });
    }

    private static List<Said> events(Compared compared, Change change, Set<String> activities, List<Entry> said) {
        var operands = Operands.of(change.definition().measure());
        return said.stream()
                .filter(it -> isOf(compared, it.said(), activities)
                        || operands.stream().anyMatch(operand -> moves(compared, it, operand, change, activities))
                        || (compared.isRedefined(change.definition()) && defines(it.said(), change.definition())))
                .map(Entry::said)
                .sorted(Comparator.comparingLong(Said::position))
                .toList();
    }

    private static boolean isOf(Compared compared, Said said, Set<String> activities) {
        var begin = compared.territory() + "/";
        return said.subject().startsWith(begin)
                && activities.contains(said.subject().substring(begin.length()));
    }

    /** What is said beside activities: a report of the series, an exchange rate, or who an actor is. */
    private static boolean moves(
            Compared compared, Entry entry, Measure operand, Change change, Set<String> activities) {
        var subject = entry.said().subject();
        return switch (operand) {
            case Measure.Reported reported ->
                subject.equals(compared.territory() + "/" + reported.series())
                        && entry.reported().filter(change.period()::contains).isPresent();
            case Measure.SumMoney _ ->
                !activities.isEmpty()
                        && entry.reported().isPresent()
                        && subject.startsWith(compared.territory() + "/exchange-rate.");
            case Measure.Count(var counted, var _, var _)
            when counted == Counted.ACTORS ->
                !activities.isEmpty() && entry.said().type().startsWith("org.bitacora.actor.");
            case Measure.Count _,
                    Measure.Stock _,
                    Measure.SumQuantity _,
                    Measure.Rubric _,
                    Measure.Ratio _,
                    Measure.Of _ -> false;
        };
    }

    private static boolean defines(Said said, Definition definition) {
        return said.type().equals(Defined.TYPE) && said.subject().endsWith("/" + definition.code());
    }
}
