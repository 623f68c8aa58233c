package org.bitacora.exchange.sdmx;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.bitacora.exchange.sdmx.Part.Action;
import org.bitacora.exchange.sdmx.Part.DataSet;
import org.bitacora.exchange.sdmx.Part.Obs;
import org.bitacora.exchange.sdmx.Part.Series;
import org.bitacora.exchange.sdmx.Standings.Prepared;
import org.bitacora.exchange.sdmx.Updates.Span;
import org.bitacora.projections.indicator.query.Harvest;
import org.bitacora.projections.projector.Positions.Standing;

/** Gathers what a data message tells, territory by territory: nothing is computed before it is to be written. */
@Singleton
class Gathering {

    private final Standings standings;
    private final Harvest harvest;
    private final Updates updates;
    private final History history;

    Gathering(Standings standings, Harvest harvest, Updates updates, History history) {
        this.standings = standings;
        this.harvest = harvest;
        this.updates = updates;
        this.history = history;
    }

    /** What a message tells, and as of when it is prepared. */
    record Gathered(Prepared prepared, Multi<Part> parts) {}

    /** The message that answers; a problem 404 where a territory is not registered. */
    Uni<Gathered> of(DataQuery query) {
        return standings.prepared(query).flatMap(prepared -> parts(query).map(it -> new Gathered(prepared, it)));
    }

    private Uni<Multi<Part>> parts(DataQuery query) {
        if (query.hasHistory()) {
            return history.of(query);
        }
        return query.updatedAfter().isPresent()
                ? updates.of(
                        query,
                        new Span(query.updatedAfter(), query.asOf()),
                        new Span(Optional.empty(), Optional.empty()))
                : standings.of(query, query.asOf()).map(found -> whole(query, found));
    }

    private Multi<Part> whole(DataQuery query, List<Standing> found) {
        var begin = Multi.createFrom().<Part>item(new DataSet(Action.INFORMATION, Optional.empty(), Optional.empty()));
        var series = Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndConcatenate(standing -> harvest.of(
                                standing.territory(), standing.position(), query.definitions(), query.window())
                        .map(reaped -> series(standing, reaped)))
                .onItem()
                .<Part>disjoint();
        return Multi.createBy().concatenating().streams(begin, series);
    }

    private static List<Series> series(Standing standing, List<Harvest.Reaped> reaped) {
        return reaped.stream()
                .flatMap(of -> Series.each(standing, of.definition(), observations(standing, of)))
                .toList();
    }

    private static List<Obs> observations(Standing standing, Harvest.Reaped reaped) {
        return reaped.observations().stream()
                .filter(it -> it.value().number().isPresent())
                .map(it -> Obs.of(it.period(), it.value(), it.unplaced(), standing))
                .toList();
    }
}
