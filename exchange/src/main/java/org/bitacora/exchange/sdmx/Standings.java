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
import org.bitacora.application.request.ProblemException;
import org.bitacora.projections.projector.Pending;
import org.bitacora.projections.projector.Pending.Waiting;
import org.bitacora.projections.projector.Positions;
import org.bitacora.projections.projector.Positions.Standing;

/** How far the territories that are asked for have come. */
@Singleton
class Standings {

    private static final int MOST = 100_000;

    /** Within which an entry that got its time is committed: until then nobody sees it. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(10);

    private final Positions positions;
    private final Pending pending;
    private final InstantSource clock;

    Standings(Positions positions, Pending pending, InstantSource clock) {
        this.positions = positions;
        this.pending = pending;
        this.clock = clock;
    }

    /**
     * As of when an answer is prepared: everything that was recorded up to then is in it.
     *
     * @param at the instant; also what was recorded a little later may be in the answer
     * @param generation of the read models
     */
    record Prepared(Instant at, long generation) {}

    /** To be asked before how far they have come. Entries are recorded to the millisecond. */
    Uni<Prepared> prepared(DataQuery query) {
        var now = clock.instant();
        var waiting = query.territories().isEmpty() ? pending.ofAll() : pending.of(query.territories());
        return waiting.map(it -> new Prepared(prepared(query, it, now), it.generation()));
    }

    private static Instant prepared(DataQuery query, Waiting waiting, Instant now) {
        return Stream.of(Optional.of(now.minus(UNDER_WAY)), waiting.first().map(it -> it.minusMillis(1)), query.asOf())
                .flatMap(Optional::stream)
                .min(Instant::compareTo)
                .orElseThrow()
                .truncatedTo(ChronoUnit.MILLIS);
    }

    /** Those territories; a problem 404 where none of those that are named is registered. */
    Uni<List<Standing>> of(DataQuery query, Optional<Instant> at) {
        if (query.territories().isEmpty()) {
            return positions.standings("", MOST, at);
        }
        return positions.standings(List.copyOf(query.territories()), at).invoke(found -> {
            if (found.isEmpty()) {
                throw ProblemException.notFound("There are no such data.");
            }
        });
    }
}
