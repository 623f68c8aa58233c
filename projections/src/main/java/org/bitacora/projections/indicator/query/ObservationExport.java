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
import org.bitacora.projections.indicator.TerritoryScope;
import org.bitacora.projections.indicator.change.ChangeDetector;

/**
 * Exports all observations of some indicators by year and by month, without filter and breakdown, as of a position. The
 * result is identical to a copy that has applied all changes of {@link ChangeDetector} up to that position.
 */
public final class ObservationExport {

    private final Pool pool;
    private final ObservationEngine observationEngine;

    /** Creates an export over the tables that the pool's connections see. */
    public ObservationExport(Pool pool) {
        this.pool = pool;
        this.observationEngine = new ObservationEngine(pool);
    }

    /**
     * Selects the periods of an export: those that lie entirely between two days.
     *
     * @param first the first day
     * @param last the last day
     * @param years whether the export includes years
     * @param months whether the export includes months
     */
    public record ExportWindow(LocalDate first, LocalDate last, boolean years, boolean months) {

        /** All years and all months. */
        public static final ExportWindow ALL =
                new ExportWindow(EffectiveDate.MIN_DATE, EffectiveDate.MAX_DATE, true, true);

        /** Returns whether the export includes a period. */
        public boolean contains(Period period) {
            boolean isYear = period.name().length() == 4;
            return (isYear ? years : months)
                    && !period.first().isBefore(first)
                    && !period.last().isAfter(last);
        }
    }

    /** The observations of one indicator. */
    public record IndicatorObservations(Definition definition, List<Observation> observations) {
        public IndicatorObservations {
            observations = List.copyOf(observations);
        }
    }

    /** Returns the observations of each definition in the periods of the window, in order. */
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
        var queries = definitions.stream()
                .map(it -> new ObservationQuery(it, periods, Filter.EVERYTHING, List.of()))
                .toList();
        return observationEngine
                .observe(queries, TerritoryScope.of(territory, position))
                .map(found -> {
                    var exported = new ArrayList<IndicatorObservations>();
                    for (int i = 0; i < queries.size(); i++) {
                        exported.add(new IndicatorObservations(
                                queries.get(i).definition(), found.get(i).getOrDefault(territory, List.of())));
                    }
                    return exported;
                });
    }
}
