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
import org.bitacora.domain.refusal.Detail;
import org.bitacora.http.problem.ProblemException;
import org.bitacora.projections.projector.CheckpointRepository;
import org.bitacora.projections.projector.CheckpointRepository.TerritoryPosition;
import org.bitacora.projections.projector.ProjectionBacklog;
import org.bitacora.projections.projector.ProjectionBacklog.BacklogState;

/** Finds the positions of the territories of a query. */
@Singleton
class TerritoryPositions {

    private static final int MOST = 100_000;

    /** The longest time between the recording of an entry and its commit, before which the entry is invisible. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(10);

    /** The time within which entries are usually projected. */
    private static final Duration PROMPT = Duration.ofSeconds(1);

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
     * The state in which a response is prepared.
     *
     * @param at the instant. The response includes all entries that were recorded up to it, and may include entries
     *     that were recorded shortly afterwards
     * @param generation the generation of the read models
     * @param isCatchingUp whether the response lacks entries that were recorded more than one second ago
     */
    record PreparationState(Instant at, long generation, boolean isCatchingUp) {}

    /**
     * Returns the preparation state. Call it before reading the positions. Entries are recorded with millisecond
     * precision.
     */
    Uni<PreparationState> preparation(DataQuery query) {
        var now = clock.instant();
        var waiting = query.territories().isEmpty()
                ? projectionBacklog.findForAll()
                : projectionBacklog.findFor(query.territories());
        return waiting.map(
                it -> new PreparationState(preparation(query, it, now), it.generation(), isCatchingUp(query, it, now)));
    }

    /** Returns whether an entry waits that the response should include. An earlier moment does not include later entries. */
    private static boolean isCatchingUp(DataQuery query, BacklogState backlogState, Instant now) {
        return backlogState
                .oldestRecordedAt()
                .filter(it -> it.isBefore(now.minus(PROMPT)))
                .filter(it -> query.asOf().filter(it::isAfter).isEmpty())
                .isPresent();
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

    /**
     * Returns the positions of the queried territories. Fails with a problem 404 if none of the named territories is
     * registered.
     */
    Uni<List<TerritoryPosition>> find(DataQuery query, Optional<Instant> at) {
        if (query.territories().isEmpty()) {
            return checkpointRepository.findPositions("", MOST, at);
        }
        return checkpointRepository
                .findPositions(List.copyOf(query.territories()), at)
                .invoke(found -> {
                    if (found.isEmpty()) {
                        throw ProblemException.notFound(Detail.of("No data match the query."));
                    }
                });
    }
}
