package org.bitacora.exchange.sdmx;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitacora.exchange.sdmx.Updates.Span;
import org.bitacora.projections.projector.Positions;
import org.bitacora.projections.projector.Positions.Stretch;

/** What was disseminated: every day on which something was recorded, what was known at its end. */
@Singleton
class History {

    private static final int MOST = 366;

    private final Standings standings;
    private final Updates updates;
    private final Positions positions;
    private final InstantSource clock;

    History(Standings standings, Updates updates, Positions positions, InstantSource clock) {
        this.standings = standings;
        this.updates = updates;
        this.positions = positions;
        this.clock = clock;
    }

    /** All disseminations, one after another. */
    Uni<Multi<Part>> of(DataQuery query) {
        return stretches(query)
                .flatMap(positions::recordedDays)
                .map(days -> moments(query, days))
                .map(moments -> Multi.createFrom()
                        .range(0, moments.size() - 1)
                        .onItem()
                        .transformToMultiAndConcatenate(i -> dissemination(query, moments, i)));
    }

    /** The parts of logs that are to be told of. */
    private Uni<List<Stretch>> stretches(DataQuery query) {
        return Uni.combine()
                .all()
                .unis(updates.known(query, query.updatedAfter()), standings.of(query, query.asOf()))
                .with((known, reached) -> reached.stream()
                        .map(it -> new Stretch(it.territory(), known.getOrDefault(it.territory(), 0L), it.position()))
                        .toList());
    }

    private Multi<Part> dissemination(DataQuery query, List<Optional<Instant>> moments, int i) {
        var next = i + 2 < moments.size() ? moments.get(i + 2) : Optional.<Instant>empty();
        var span = new Span(moments.get(i), moments.get(i + 1));
        return updates.of(query, span, new Span(span.to(), next)).onItem().transformToMulti(it -> it);
    }

    /** The moments between which it is told what changed, the first of them empty where nothing was known before. */
    private List<Optional<Instant>> moments(DataQuery query, List<LocalDate> days) {
        var until = query.asOf().orElseGet(clock::instant);
        var moments = new ArrayList<Optional<Instant>>();
        moments.add(query.updatedAfter());
        for (var day : days) {
            var end = Times.end(day.atStartOfDay(ZoneOffset.UTC).toInstant());
            var moment = end.isAfter(until) ? until : end;
            boolean isNew = moments.getLast().filter(it -> !moment.isAfter(it)).isEmpty();
            if (isNew) {
                moments.add(Optional.of(moment));
            }
        }
        if (moments.size() > MOST + 1) {
            throw NotOffered.parameter(
                    "includeHistory", "At most " + MOST + " days are told at once: narrow them by updatedAfter.");
        }
        return moments;
    }
}
