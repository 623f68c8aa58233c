package org.bitacora.exchange.sdmx;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitacora.http.problem.ProblemException;
import org.bitacora.projections.projector.CheckpointRepository;
import org.bitacora.projections.projector.CheckpointRepository.TerritoryPosition;
import org.bitacora.projections.projector.ProjectionBacklog;
import org.bitacora.projections.projector.ProjectionBacklog.BacklogState;

/** How far the territories that are asked for have come. */
@Singleton
class TerritoryPositions {

    private static final int MOST = 100_000;

    /** Within which an entry that got its time is committed: until then nobody sees it. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(10);

    private final CheckpointRepository checkpointRepository;
    private final ProjectionBacklog projectionBacklog;
    private final InstantSource clock;

    TerritoryPositions(
            CheckpointRepository checkpointRepository, ProjectionBacklog projectionBacklog, InstantSource clock) {
        this.checkpointRepository = checkpointRepository;
        this.projectionBacklog = projectionBacklog;
        this.clock = clock;
    }

    /**
     * As of when an answer is prepared: everything that was recorded up to then is in it.
     *
     * @param at the instant; also what was recorded a little later may be in the answer
     * @param generation of the read models
     */
    record PreparationState(Instant at, long generation) {}

    /** To be asked before how far they have come. Entries are recorded to the millisecond. */
    Uni<PreparationState> preparation(DataQuery query) {
        var now = clock.instant();
        var waiting = query.territories().isEmpty()
                ? projectionBacklog.findForAll()
                : projectionBacklog.findFor(query.territories());
        return waiting.map(it -> new PreparationState(preparation(query, it, now), it.generation()));
    }

    private static Instant preparation(DataQuery query, BacklogState backlogState, Instant now) {
        return Stream.of(
                        Optional.of(now.minus(UNDER_WAY)),
                        backlogState.oldestRecordedAt().map(it -> it.minusMillis(1)),
                        query.asOf())
                .flatMap(Optional::stream)
                .min(Instant::compareTo)
                .orElseThrow()
                .truncatedTo(ChronoUnit.MILLIS);
    }

    /** Those territories; a problem 404 where none of those that are named is registered. */
    Uni<List<TerritoryPosition>> find(DataQuery query, Optional<Instant> at) {
        if (query.territories().isEmpty()) {
            return checkpointRepository.findPositions("", MOST, at);
        }
        return checkpointRepository
                .findPositions(List.copyOf(query.territories()), at)
                .invoke(found -> {
                    if (found.isEmpty()) {
                        throw ProblemException.notFound("There are no such data.");
                    }
                });
    }
}
