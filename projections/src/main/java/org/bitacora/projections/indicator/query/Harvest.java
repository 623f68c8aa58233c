package org.bitacora.projections.indicator.query;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bitacora.domain.activity.Occasion;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Filter;
import org.bitacora.domain.indicator.Observation;
import org.bitacora.domain.indicator.Period;
import org.bitacora.projections.indicator.Asking;
import org.bitacora.projections.indicator.Extent;
import org.bitacora.projections.indicator.Question;
import org.bitacora.projections.indicator.Scope;
import org.bitacora.projections.indicator.change.Changes;

/**
 * All values of some indicators by year and by month, whole, as known at a position: those that a copy has that follows
 * {@link Changes} up to there.
 */
public final class Harvest {

    private final Pool pool;
    private final Figures figures;

    /** A harvest of the versions that the pool's connections see. */
    public Harvest(Pool pool) {
        this.pool = pool;
        this.figures = new Figures(pool);
    }

    /**
     * Which periods are wanted: those that lie whole between two days.
     *
     * @param first the first day
     * @param last the last
     * @param years whether years are wanted
     * @param months whether months are
     */
    public record Window(LocalDate first, LocalDate last, boolean years, boolean months) {

        /** Every year and every month. */
        public static final Window ALL = new Window(Occasion.EVER_FROM, Occasion.EVER_TO, true, true);

        /** Whether that period is wanted. */
        public boolean has(Period period) {
            boolean isYear = period.name().length() == 4;
            return (isYear ? years : months)
                    && !period.first().isBefore(first)
                    && !period.last().isAfter(last);
        }
    }

    /** What an indicator comes to. */
    public record Reaped(Definition definition, List<Observation> observations) {
        public Reaped {
            observations = List.copyOf(observations);
        }
    }

    /** The values of each definition in the periods of the window, in their order. */
    public Uni<List<Reaped>> of(String territory, long position, Collection<Definition> definitions, Window window) {
        if (position == 0 || definitions.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Asking.of(pool, Extent.SELECT, Extent.asked(territory, 0, position))
                .map(rows -> Extent.of(rows.iterator().next()).periods(true, true).stream()
                        .filter(window::has)
                        .toList())
                .flatMap(periods -> observed(territory, position, definitions, periods));
    }

    private Uni<List<Reaped>> observed(
            String territory, long position, Collection<Definition> definitions, List<Period> periods) {
        if (periods.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var questions = definitions.stream()
                .map(it -> new Question(it, periods, Filter.EVERYTHING, List.of()))
                .toList();
        return figures.observe(questions, Scope.of(territory, position)).map(found -> {
            var reaped = new ArrayList<Reaped>();
            for (int i = 0; i < questions.size(); i++) {
                reaped.add(
                        new Reaped(questions.get(i).definition(), found.get(i).getOrDefault(territory, List.of())));
            }
            return reaped;
        });
    }
}
