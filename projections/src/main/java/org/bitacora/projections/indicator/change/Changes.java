package org.bitacora.projections.indicator.change;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Filter;
import org.bitacora.domain.indicator.Measure;
import org.bitacora.domain.indicator.Observation;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.indicator.Value;
import org.bitacora.projections.indicator.Asking;
import org.bitacora.projections.indicator.Catalogue;
import org.bitacora.projections.indicator.Extent;
import org.bitacora.projections.indicator.OwnDefinitions;
import org.bitacora.projections.indicator.Question;
import org.bitacora.projections.indicator.Scope;
import org.bitacora.projections.indicator.query.Figures;
import org.bitacora.projections.indicator.query.Operands;

/**
 * Which values changed between two positions of a log: those of the catalogue and of the territory's own definitions, by
 * year and by month, whole. They are computed as of both positions, by the code that computes every figure, wherever
 * something that was said may have moved them. A copy that takes in the changes of one stretch of the log after another is
 * at each of these positions what a fresh one would be.
 */
public final class Changes {

    private final Pool pool;
    private final Figures figures;
    private final OwnDefinitions own;
    private final Catalogue catalogue;
    private final Movers movers;

    /** Changes over the versions that the pool's connections see. */
    public Changes(Pool pool, Catalogue catalogue) {
        this.pool = pool;
        this.catalogue = catalogue;
        this.figures = new Figures(pool);
        this.own = new OwnDefinitions(pool);
        this.movers = new Movers(pool);
    }

    /** What is compared. */
    record Compared(
            String territory,
            long from,
            long to,
            Extent extent,
            Map<String, Definition> before,
            Map<String, Definition> after) {

        Scope scope(long position) {
            return Scope.of(territory, position);
        }

        Compared of(Set<String> indicators) {
            return new Compared(territory, from, to, extent, kept(before, indicators), kept(after, indicators));
        }

        private static Map<String, Definition> kept(Map<String, Definition> definitions, Set<String> indicators) {
            var kept = new LinkedHashMap<>(definitions);
            kept.keySet().retainAll(indicators);
            return kept;
        }

        boolean isRedefined(Definition definition) {
            return !Optional.ofNullable(before.get(definition.code()))
                    .map(Definition::version)
                    .equals(Optional.of(definition.version()));
        }

        List<Period> periods(Definition definition) {
            return extent.periods(isStock(definition), isRedefined(definition));
        }

        private static boolean isStock(Definition definition) {
            return Operands.of(definition.measure()).stream().anyMatch(Measure.Stock.class::isInstance);
        }

        /** What to ask of the definitions as of the later position, or the same of those of the earlier one. */
        List<Question> questions(Map<String, Definition> definitions) {
            var questions = new ArrayList<Question>();
            after.values().forEach(definition -> Optional.ofNullable(definitions.get(definition.code()))
                    .map(it -> new Question(it, periods(definition), Filter.EVERYTHING, List.of()))
                    .filter(it -> !it.periods().isEmpty())
                    .ifPresent(questions::add));
            return questions;
        }
    }

    /** Between the knowledge up to a position, 0 for none, and that up to a later one. */
    public Uni<List<Change>> between(String territory, long from, long to) {
        if (from >= to) {
            return Uni.createFrom().item(List.of());
        }
        return compared(territory, from, to).flatMap(compared -> differing(compared, Changes::isSameValue)
                .flatMap(differing -> movers.of(compared, differing)));
    }

    /**
     * The same of some indicators alone, and not what moved them; where the value has stayed and only how much is
     * unplaced is another, too.
     */
    public Uni<List<Change>> observed(String territory, long from, long to, Set<String> indicators) {
        if (from >= to) {
            return Uni.createFrom().item(List.of());
        }
        return compared(territory, from, to)
                .flatMap(compared -> differing(compared.of(indicators), Changes::isSameObservation));
    }

    private Uni<Compared> compared(String territory, long from, long to) {
        return Uni.combine()
                .all()
                .unis(extent(territory, from, to), definitions(territory, from), definitions(territory, to))
                .with((extent, before, after) -> new Compared(territory, from, to, extent, before, after));
    }

    private Uni<Extent> extent(String territory, long from, long to) {
        return Asking.of(pool, Extent.SELECT, Extent.asked(territory, from, to))
                .map(rows -> Extent.of(rows.iterator().next()));
    }

    private Uni<Map<String, Definition>> definitions(String territory, long position) {
        return own.known(territory, position).map(known -> {
            var all = new LinkedHashMap<String, Definition>();
            catalogue.all().forEach(it -> all.put(it.code(), it));
            known.forEach(it -> all.put(it.definition().code(), it.definition()));
            return all;
        });
    }

    private Uni<List<Change>> differing(Compared compared, BiPredicate<Observation, Observation> isSame) {
        return Uni.combine()
                .all()
                .unis(
                        observed(compared, compared.before(), compared.from()),
                        observed(compared, compared.after(), compared.to()))
                .with((before, after) -> differing(compared, before, after, isSame));
    }

    private Uni<Map<String, List<Observation>>> observed(
            Compared compared, Map<String, Definition> definitions, long position) {
        var questions = position == 0 ? List.<Question>of() : compared.questions(definitions);
        return figures.observe(questions, compared.scope(position)).map(found -> {
            Map<String, List<Observation>> byCode = new HashMap<>();
            for (int i = 0; i < questions.size(); i++) {
                byCode.put(
                        questions.get(i).definition().code(),
                        found.get(i).getOrDefault(compared.territory(), List.of()));
            }
            return byCode;
        });
    }

    /** What differs, or is of another version of its definition, before it is known what moved it. */
    private static List<Change> differing(
            Compared compared,
            Map<String, List<Observation>> before,
            Map<String, List<Observation>> after,
            BiPredicate<Observation, Observation> isSame) {
        var differing = new ArrayList<Change>();
        compared.after().forEach((code, definition) -> {
            var old = before.getOrDefault(code, List.of()).stream()
                    .filter(it -> compared.extent().wasSeen(it.period()))
                    .collect(Collectors.toMap(it -> it.period().name(), Function.identity()));
            boolean isRedefined = compared.isRedefined(definition);
            for (var observation : after.getOrDefault(code, List.of())) {
                var was = Optional.ofNullable(old.get(observation.period().name()));
                if (isRedefined
                        || was.filter(it -> isSame.test(it, observation)).isEmpty()) {
                    differing.add(change(definition, was, observation));
                }
            }
        });
        return differing;
    }

    private static Change change(Definition definition, Optional<Observation> was, Observation is) {
        return new Change(definition, is.period(), was.map(Observation::value), is.value(), is.unplaced(), List.of());
    }

    private static boolean isSameObservation(Observation one, Observation other) {
        return isSameValue(one, other) && one.unplaced() == other.unplaced();
    }

    private static boolean isSameValue(Observation one, Observation other) {
        return isSame(one.value(), other.value());
    }

    private static boolean isSame(Value one, Value other) {
        return isSame(one.number(), other.number())
                && one.reason().equals(other.reason())
                && one.isProvisional() == other.isProvisional()
                && one.missing().equals(other.missing())
                && one.unit().equals(other.unit())
                && isSame(
                        one.fraction().flatMap(Value.Fraction::numerator),
                        other.fraction().flatMap(Value.Fraction::numerator))
                && isSame(
                        one.fraction().flatMap(Value.Fraction::denominator),
                        other.fraction().flatMap(Value.Fraction::denominator));
    }

    /** 1 and 1.0 are the same. */
    private static boolean isSame(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        return one.map(BigDecimal::stripTrailingZeros).equals(other.map(BigDecimal::stripTrailingZeros));
    }
}
