package org.bitacora.projections.indicator.query;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bitacora.domain.activity.EffectiveDate;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Filter;
import org.bitacora.domain.indicator.Observation;
import org.bitacora.domain.indicator.Period;
import org.bitacora.projections.indicator.DatedYears;
import org.bitacora.projections.indicator.ObservationQuery;
import org.bitacora.projections.indicator.QueryExecutor;
import org.bitacora.projections.indicator.Scope;
import org.bitacora.projections.indicator.change.ChangeDetector;

/**
 * All values of some indicators by year and by month, whole, as known at a position: those that a copy has that follows
 * {@link ChangeDetector} up to there.
 */
public final class ObservationExport {

    private final Pool pool;
    private final ObservationEngine observationEngine;

    /** A harvest of the versions that the pool's connections see. */
    public ObservationExport(Pool pool) {
        this.pool = pool;
        this.observationEngine = new ObservationEngine(pool);
    }

    /**
     * Which periods are wanted: those that lie whole between two days.
     *
     * @param first the first day
     * @param last the last
     * @param years whether years are wanted
     * @param months whether months are
     */
    public record ExportWindow(LocalDate first, LocalDate last, boolean years, boolean months) {

        /** Every year and every month. */
        public static final ExportWindow ALL =
                new ExportWindow(EffectiveDate.MIN_DATE, EffectiveDate.MAX_DATE, true, true);

        /** Whether that period is wanted. */
        public boolean contains(Period period) {
            boolean isYear = period.name().length() == 4;
            return (isYear ? years : months)
                    && !period.first().isBefore(first)
                    && !period.last().isAfter(last);
        }
    }

    /** What an indicator comes to. */
    public record IndicatorObservations(Definition definition, List<Observation> observations) {
        public IndicatorObservations {
            observations = List.copyOf(observations);
        }
    }

    /** The values of each definition in the periods of the window, in their order. */
    public Uni<List<IndicatorObservations>> export(
            String territory, long position, Collection<Definition> definitions, ExportWindow exportWindow) {
        if (position == 0 || definitions.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return QueryExecutor.run(pool, DatedYears.SELECT, DatedYears.parameters(territory, 0, position))
                .map(rows -> DatedYears.of(rows.iterator().next()).periods().stream()
                        .filter(exportWindow::contains)
                        .toList())
                .flatMap(periods -> observed(territory, position, definitions, periods));
    }

    private Uni<List<IndicatorObservations>> observed(
            String territory, long position, Collection<Definition> definitions, List<Period> periods) {
        if (periods.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var questions = definitions.stream()
                .map(it -> new ObservationQuery(it, periods, Filter.EVERYTHING, List.of()))
                .toList();
        return observationEngine
                .observe(questions, Scope.of(territory, position))
                .map(found -> {
                    var reaped = new ArrayList<IndicatorObservations>();
                    for (int i = 0; i < questions.size(); i++) {
                        reaped.add(new IndicatorObservations(
                                questions.get(i).definition(), found.get(i).getOrDefault(territory, List.of())));
                    }
                    return reaped;
                });
    }
}
