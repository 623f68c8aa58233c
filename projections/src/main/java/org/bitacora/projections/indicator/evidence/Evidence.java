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
import org.bitacora.projections.indicator.Question;
import org.bitacora.projections.indicator.Scope;
import org.bitacora.projections.indicator.evidence.Behind.Effect;
import org.bitacora.projections.indicator.query.EffectQuery;
import org.bitacora.projections.indicator.query.GroupReports;
import org.bitacora.projections.indicator.query.Leaf;
import org.bitacora.projections.indicator.query.Naming;
import org.bitacora.projections.indicator.query.Operands;
import org.bitacora.projections.indicator.query.SeriesReports;

/**
 * What stands behind a value, and what changed one: the contributions of activities, from the same rows as the value,
 * and of reports. Those of all pages add up to the value, or to the numerator and the denominator of a ratio.
 */
public final class Evidence {

    private final Pool pool;
    private final Behind behind;
    private final Changing changing;
    private final SeriesReports reports;
    private final Naming naming;

    /** Evidence from the versions that the pool's connections see. */
    public Evidence(Pool pool) {
        this.pool = pool;
        this.behind = new Behind(pool);
        this.changing = new Changing(behind);
        this.reports = new SeriesReports(pool);
        this.naming = new Naming(pool);
    }

    /** What is asked: an indicator in a period, of activities that a filter means. */
    public record Of(Definition definition, Period period, Filter where) {
        Question question() {
            return new Question(definition, List.of(period), where, List.of());
        }
    }

    /** The instants at which several territories are looked at. */
    public record Between(Instant after, Instant upTo) {
        boolean contains(Instant recordedAt) {
            return recordedAt.isAfter(after) && !recordedAt.isAfter(upTo);
        }
    }

    /** Where a page begins: after that activity of that territory. */
    public record Page(String afterTerritory, String afterActivity, int limit) {}

    /** A page of the activities behind a value, in the order of territories and their names. */
    public Uni<List<Contribution>> activities(Of asked, Scope scope, Page page) {
        var after = new EffectQuery.After(page.afterTerritory(), page.afterActivity());
        return contributions(
                asked, scope, (sides, named) -> EffectQuery.page(sides, named, asked.period(), after, page.limit()));
    }

    /** Those of some activities of one territory that are behind its value, in the order of their names. */
    public Uni<List<Contribution>> among(Of asked, Scope scope, Collection<String> activities) {
        return contributions(
                asked, scope, (sides, named) -> EffectQuery.among(sides, named, asked.period(), activities));
    }

    private interface Asking {
        EffectQuery of(List<Optional<Leaf>> sides, Scope named);
    }

    private Uni<List<Contribution>> contributions(Of asked, Scope scope, Asking asking) {
        var sides = Operands.leaves(asked.question(), scope.isRolledUp());
        if (sides.stream().allMatch(Optional::isEmpty)) {
            return Uni.createFrom().item(List.of());
        }
        return named(asked, scope)
                .flatMap(named -> run(asking.of(sides, named)))
                .flatMap(effects -> behind.contributions(effects, scope.positions()));
    }

    /** The reports behind a value, in the order of time. */
    public Uni<List<Contribution>> reports(Of asked, Scope scope) {
        var all = new ArrayList<Uni<List<Contribution>>>();
        var operands = Operands.of(asked.definition().measure());
        for (int side = 0; side < operands.size(); side++) {
            if (operands.get(side) instanceof Measure.Reported reported) {
                all.add(reports(reported, side, asked, scope));
            }
        }
        return joined(all);
    }

    /**
     * What changed a value of one group between two scopes, which differ in their positions and in who belongs to it; where
     * it is of several territories, between two instants.
     */
    public Uni<List<Contribution>> changes(Of asked, Scope from, Scope to, Optional<Between> between) {
        return Uni.combine()
                .all()
                .unis(named(asked, from), named(asked, to))
                .asTuple()
                .flatMap(both -> {
                    var moved = new Moved(both.getItem1(), both.getItem2(), between, currencies(asked));
                    return differing(asked, moved.from(), asked, moved.to())
                            .flatMap(effects -> changing.changes(effects, moved));
                });
    }

    /** What another definition changes of a value, as of the same positions. */
    public Uni<List<Contribution>> redefined(Of before, Of after, Scope scope) {
        return Uni.combine()
                .all()
                .unis(named(before, scope), named(after, scope))
                .asTuple()
                .flatMap(both -> differing(before, both.getItem1(), after, both.getItem2()))
                .flatMap(effects -> behind.redefined(effects, scope.positions()));
    }

    private Uni<Scope> named(Of asked, Scope scope) {
        return naming.named(scope, List.of(asked.definition().measure()));
    }

    private static Set<String> currencies(Of asked) {
        return Operands.of(asked.definition().measure()).stream()
                .filter(Measure.SumMoney.class::isInstance)
                .map(it -> ((Measure.SumMoney) it).currency())
                .collect(Collectors.toSet());
    }

    private Uni<List<Effect>> differing(Of before, Scope from, Of after, Scope to) {
        boolean isRolledUp = from.isRolledUp() || to.isRolledUp();
        var old = Operands.leaves(before.question(), isRolledUp);
        var now = Operands.leaves(after.question(), isRolledUp);
        var asked = new ArrayList<Uni<List<Effect>>>();
        for (int side = 0; side < Math.max(old.size(), now.size()); side++) {
            var query = EffectQuery.changes(side(old, side), from, side(now, side), to, after.period());
            asked.add(query.map(this::run).orElseGet(() -> Uni.createFrom().item(List.of())));
        }
        return Uni.combine().all().unis(asked).with(Evidence::merged);
    }

    private static Optional<Leaf> side(List<Optional<Leaf>> sides, int side) {
        return side < sides.size() ? sides.get(side) : Optional.empty();
    }

    private static List<Effect> merged(List<?> answers) {
        Map<String, Effect> bySubject = new TreeMap<>();
        for (int side = 0; side < answers.size(); side++) {
            for (var found : (List<?>) answers.get(side)) {
                var effect = (Effect) found;
                boolean below = side == 1;
                bySubject.merge(
                        effect.subject(),
                        below
                                ? new Effect(effect.territory(), effect.activity(), Optional.empty(), effect.above())
                                : effect,
                        (one, other) -> new Effect(one.territory(), one.activity(), one.above(), other.below()));
            }
        }
        return List.copyOf(bySubject.values());
    }

    private static <T> Uni<List<T>> joined(List<Uni<List<T>>> all) {
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

    private Uni<List<Effect>> run(EffectQuery query) {
        return CallerContext.returning(
                        () -> UniHelper.toUni(pool.preparedQuery(query.sql()).execute(Tuple.wrap(query.values()))))
                .map(rows -> {
                    var effects = new ArrayList<Effect>();
                    rows.forEach(row -> effects.add(new Effect(
                            row.getString("territory"),
                            row.getString("activity"),
                            Optional.ofNullable(row.getBigDecimal("above")),
                            Optional.ofNullable(row.getBigDecimal("below")))));
                    return effects;
                });
    }

    private Uni<List<Contribution>> reports(Measure.Reported measure, int side, Of asked, Scope scope) {
        return reports.of(measure.series(), scope, List.of(asked.period())).flatMap(byTerritory -> {
            var used = new ArrayList<Used>();
            for (var group : scope.groups()) {
                var reported = new GroupReports(measure, group, scope, byTerritory);
                if (reported.in(asked.period()).number().isPresent()) {
                    reported.speakers(asked.period())
                            .forEach(it -> used.addAll(
                                    Used.of(measure, asked.period(), it, byTerritory.getOrDefault(it, List.of()))));
                }
            }
            return behind.entries(used).map(entries -> used.stream()
                    .map(it -> it.contribution(measure, side, entries))
                    .toList());
        });
    }
}
