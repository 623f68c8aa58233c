package org.bitacora.projections.indicator.query;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bitacora.domain.indicator.Combining;
import org.bitacora.domain.indicator.Grouping;
import org.bitacora.domain.indicator.Measure;
import org.bitacora.domain.indicator.Observation;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.indicator.Tally;
import org.bitacora.domain.indicator.Value;
import org.bitacora.projections.indicator.Question;
import org.bitacora.projections.indicator.Scope;
import org.bitacora.projections.indicator.query.Tallying.Cell;

/** Computes figures from the versions: the one place where that is done. */
public final class Figures {

    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    private final Pool pool;
    private final Tallying tallies;
    private final SeriesReports reports;
    private final Naming naming;

    /** Figures over the versions that the pool's connections see. */
    public Figures(Pool pool) {
        this(pool, new Tallies(pool));
    }

    private Figures(Pool pool, Tallying tallies) {
        this.pool = pool;
        this.tallies = tallies;
        this.reports = new SeriesReports(pool);
        this.naming = new Naming(pool);
    }

    /** The same for many questions, in their order: what is alike in them is looked up once. */
    public Uni<List<Map<String, List<Observation>>>> observe(List<Question> questions, Scope scope) {
        if (questions.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var together = new Figures(pool, new SharedTallies(new Tallies(pool)));
        var measures = questions.stream().map(it -> it.definition().measure()).toList();
        return naming.named(scope, measures).flatMap(named -> Uni.join()
                .all(questions.stream()
                        .map(question -> together.observed(question, named))
                        .toList())
                .andFailFast());
    }

    /** For each group of the scope the observations that answer a question, one for each of its periods. */
    public Uni<Map<String, List<Observation>>> observe(Question question, Scope scope) {
        return naming.named(scope, List.of(question.definition().measure()))
                .flatMap(named -> observed(question, named));
    }

    private Uni<Map<String, List<Observation>>> observed(Question question, Scope scope) {
        return switch (question.definition().measure()) {
            case Measure.Ratio(var numerator, var denominator, var scale) ->
                both(question, scope, tally(numerator, question, scope), tally(denominator, question, scope), scale);
            case Measure.Rubric rubric -> {
                var judged = Leaf.of(rubric, question, scope);
                yield both(
                        question,
                        scope,
                        tallies.of(judged.aboveTheLevel(), scope, question.periods()),
                        tallies.of(judged, scope, question.periods()),
                        PERCENT);
            }
            case Measure.Simple simple ->
                tally(simple, question, scope)
                        .map(found ->
                                observations(question, scope, (combining, cell) -> combining.of(at(found, cell))));
        };
    }

    private static Uni<Map<String, List<Observation>>> both(
            Question question,
            Scope scope,
            Uni<Map<Cell, Tally>> numerator,
            Uni<Map<Cell, Tally>> denominator,
            BigDecimal scale) {
        return Uni.combine()
                .all()
                .unis(numerator, denominator)
                .with((above, below) -> observations(
                        question,
                        scope,
                        (combining, cell) -> combining.ratio(at(above, cell), at(below, cell), scale)));
    }

    private interface Combined {
        Observation of(Combining combining, Cell cell);
    }

    private static Map<String, List<Observation>> observations(Question question, Scope scope, Combined combined) {
        Map<String, List<Observation>> byGroup = new LinkedHashMap<>();
        for (var group : scope.groups()) {
            var observations = new ArrayList<Observation>();
            for (int n = 0; n < question.periods().size(); n++) {
                var combining = new Combining(question.periods().get(n), question.by());
                observations.add(combined.of(combining, new Cell(group, n)));
            }
            byGroup.put(group, observations);
        }
        return byGroup;
    }

    private static Tally at(Map<Cell, Tally> tallies, Cell cell) {
        return tallies.getOrDefault(cell, Tally.whole(Value.ZERO));
    }

    private Uni<Map<Cell, Tally>> tally(Measure.Simple measure, Question question, Scope scope) {
        return switch (measure) {
            case Measure.Of(var _, var _, var of) -> tally(of, question, scope);
            case Measure.Reported reported -> states(question, periods -> reported(reported, scope, periods));
            case Measure.Stock stock
            when byTime(question) -> {
                var whole = new Question(question.definition(), question.periods(), question.where(), List.of());
                yield states(question, periods -> tallies.of(Leaf.of(stock, whole, scope), scope, periods));
            }
            case Measure.OfActivities ofActivities ->
                tallies.of(Leaf.of(ofActivities, question, scope), scope, question.periods());
        };
    }

    private static boolean byTime(Question question) {
        return question.by().stream().anyMatch(Grouping.Every.class::isInstance);
    }

    private interface Looked {
        Uni<Map<Cell, Tally>> at(List<Period> periods);
    }

    /** What has one state at a time is looked at anew in each part of a period, when time is what parts it. */
    private static Uni<Map<Cell, Tally>> states(Question question, Looked looked) {
        if (!(question.by().size() == 1 && question.by().getFirst() instanceof Grouping.Every(var grain))) {
            return looked.at(question.periods());
        }
        var periods = new ArrayList<>(question.periods());
        Map<Integer, Integer> wholes = new HashMap<>();
        for (int n = 0; n < question.periods().size(); n++) {
            for (var part : question.periods().get(n).split(grain)) {
                wholes.put(periods.size(), n);
                periods.add(part);
            }
        }
        return looked.at(periods).map(found -> gathered(found, wholes, periods));
    }

    private static Map<Cell, Tally> gathered(
            Map<Cell, Tally> found, Map<Integer, Integer> wholes, List<Period> periods) {
        Map<Cell, Map<List<String>, Value>> parts = new HashMap<>();
        found.forEach((cell, tally) -> {
            var whole = wholes.get(cell.period());
            if (whole != null) {
                parts.computeIfAbsent(new Cell(cell.group(), whole), _ -> new HashMap<>())
                        .put(List.of(periods.get(cell.period()).name()), tally.whole());
            }
        });
        Map<Cell, Tally> gathered = new HashMap<>();
        parts.forEach((cell, of) -> {
            var whole = at(found, cell);
            gathered.put(cell, new Tally(whole.whole(), whole.unplaced(), 0, 0, of));
        });
        return gathered;
    }

    private Uni<Map<Cell, Tally>> reported(Measure.Reported measure, Scope scope, List<Period> periods) {
        return reports.of(measure.series(), scope, periods).map(byTerritory -> {
            Map<Cell, Tally> found = new HashMap<>();
            for (var group : scope.groups()) {
                var reported = new GroupReports(measure, group, scope, byTerritory);
                for (int n = 0; n < periods.size(); n++) {
                    found.put(new Cell(group, n), Tally.whole(reported.in(periods.get(n))));
                }
            }
            return found;
        });
    }
}
