package org.bitacora.exchange.sdmx;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.territory.TerritoryCalendar;
import org.bitacora.exchange.sdmx.ObservationUpdates.UpdateInterval;
import org.bitacora.projections.projector.CheckpointRepository;
import org.bitacora.projections.projector.CheckpointRepository.LogRange;

/**
 * The history of disseminations. There is one dissemination for each day on which entries were recorded. It contains
 * the observations that changed, as known at the end of that day.
 */
@Singleton
class DisseminationHistory {

    private static final int MOST = 366;

    private final TerritoryPositions territoryPositions;
    private final ObservationUpdates observationUpdates;
    private final CheckpointRepository checkpointRepository;
    private final InstantSource clock;

    DisseminationHistory(
            TerritoryPositions territoryPositions,
            ObservationUpdates observationUpdates,
            CheckpointRepository checkpointRepository,
            InstantSource clock) {
        this.territoryPositions = territoryPositions;
        this.observationUpdates = observationUpdates;
        this.checkpointRepository = checkpointRepository;
        this.clock = clock;
    }

    /** Returns all disseminations in chronological order. */
    Uni<Multi<MessagePart>> disseminations(DataQuery query) {
        return positionRanges(query)
                .flatMap(checkpointRepository::recordedDays)
                .map(days -> moments(query, days))
                .map(moments -> Multi.createFrom()
                        .range(0, moments.size() - 1)
                        .onItem()
                        .transformToMultiAndConcatenate(i -> dissemination(query, moments, i)));
    }

    /** Returns the ranges of the logs that the history covers. */
    private Uni<List<LogRange>> positionRanges(DataQuery query) {
        return Uni.combine()
                .all()
                .unis(
                        observationUpdates.positionsAt(query, query.updatedAfter()),
                        territoryPositions.find(query, query.asOf()))
                .with((earlier, reached) -> reached.stream()
                        .map(it ->
                                new LogRange(it.territory(), earlier.getOrDefault(it.territory(), 0L), it.position()))
                        .toList());
    }

    private Multi<MessagePart> dissemination(DataQuery query, List<Optional<Instant>> moments, int i) {
        var next = i + 2 < moments.size() ? moments.get(i + 2) : Optional.<Instant>empty();
        var updateInterval = new UpdateInterval(moments.get(i), moments.get(i + 1));
        return observationUpdates
                .changes(query, updateInterval, new UpdateInterval(updateInterval.to(), next))
                .onItem()
                .transformToMulti(it -> it);
    }

    /**
     * Returns the instants that separate the disseminations. The first one is empty if the history starts at the
     * beginning of the logs.
     */
    private List<Optional<Instant>> moments(DataQuery query, List<LocalDate> days) {
        var until = query.asOf().orElseGet(clock::instant);
        var moments = new ArrayList<Optional<Instant>>();
        moments.add(query.updatedAfter());
        for (var day : days) {
            var end = TerritoryCalendar.UTC.endOf(day);
            var moment = end.isAfter(until) ? until : end;
            boolean isNew = moments.getLast().filter(it -> !moment.isAfter(it)).isEmpty();
            if (isNew) {
                moments.add(Optional.of(moment));
            }
        }
        if (moments.size() > MOST + 1) {
            throw UnsupportedProblems.parameter(
                    "includeHistory",
                    Detail.of("The history covers more than {0} days; shorten it with `updatedAfter`.", MOST));
        }
        return moments;
    }
}
