package org.bitacora.application.territory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.bitacora.application.RefusalException;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.domain.territory.TerritoryCalendar;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.EventLog;
import org.bitacora.projections.projector.CheckpointRepository.Checkpoint;
import org.bitacora.projections.projector.ProjectionTracker;
import org.bitacora.projections.territory.TerritoryRepository;
import org.bitacora.projections.territory.TerritoryRow;

/**
 * Resolves {@code asOf} to a position: from a position, an instant, or the end of a day in the time zone of the
 * territory.
 */
@Singleton
public class AsOfResolver {

    private final EventLog log;
    private final ProjectionTracker projectionTracker;
    private final TerritoryRepository territoryRepository;
    private final Cache<RegistrationKey, TerritoryRow> territoryCache =
            Caffeine.newBuilder().maximumSize(1_000).build();

    /** Identifies the registration of a territory at a checkpoint. It is valid until the projections advance. */
    private record RegistrationKey(String code, Checkpoint reached) {}

    AsOfResolver(EventLog log, ProjectionTracker projectionTracker, TerritoryRepository territoryRepository) {
        this.log = log;
        this.projectionTracker = projectionTracker;
        this.territoryRepository = territoryRepository;
    }

    /**
     * A territory at a resolved position of its log.
     *
     * @param recordedAt when the entry at that position was recorded; empty before the first entry
     * @param head the position of the head of the log if the moment is the latest one and the projections are catching up;
     *     otherwise empty
     */
    public record AsOfMoment(
            TerritoryRow territory, long position, Optional<Instant> recordedAt, Optional<Long> head) {}

    /** Returns the moment that a query names. */
    public Uni<AsOfMoment> resolve(AsOfQuery asOfQuery, String territory, Checkpoint checkpoint) {
        return findTerritory(new RegistrationKey(territory, checkpoint))
                .flatMap(row -> resolvePosition(asOfQuery, row, checkpoint.position())
                        .flatMap(position -> momentAt(row, position, head(asOfQuery, checkpoint))));
    }

    /** Returns the head that a moment lacks. A moment that the query pins lacks nothing. */
    private static Optional<Long> head(AsOfQuery asOfQuery, Checkpoint checkpoint) {
        return asOfQuery instanceof AsOfQuery.Latest ? checkpoint.head() : Optional.empty();
    }

    /** Returns a territory as registered at the checkpoint. */
    public Uni<TerritoryRow> territory(String code, Checkpoint checkpoint) {
        return findTerritory(new RegistrationKey(code, checkpoint));
    }

    /** Returns the moment of the checkpoint. */
    public Uni<AsOfMoment> latest(String territory, Checkpoint checkpoint) {
        return findTerritory(new RegistrationKey(territory, checkpoint))
                .flatMap(row -> momentAt(row, checkpoint.position(), checkpoint.head()));
    }

    /** Returns the instant of a moment; empty for the latest position. */
    public static Optional<Instant> instant(AsOfQuery asOfQuery, AsOfMoment asOfMoment) {
        return switch (asOfQuery) {
            case AsOfQuery.Latest _ -> Optional.empty();
            case AsOfQuery.AtPosition _ -> Optional.of(asOfMoment.recordedAt().orElse(Instant.EPOCH));
            case AsOfQuery.AtInstant it -> Optional.of(it.instant());
            case AsOfQuery.AtEndOfDay it ->
                Optional.of(it.instant(TerritoryCalendar.of(asOfMoment.territory().timezone)));
        };
    }

    private Uni<TerritoryRow> findTerritory(RegistrationKey key) {
        var known = territoryCache.getIfPresent(key);
        return known != null
                ? Uni.createFrom().item(known)
                : territoryRepository
                        .find(key.code())
                        .map(found -> found.orElseThrow(() -> RefusalException.noTerritory(key.code())))
                        .invoke(row -> territoryCache.put(key, row));
    }

    private Uni<AsOfMoment> momentAt(TerritoryRow row, long position, Optional<Long> head) {
        if (position == 0) {
            return Uni.createFrom().item(new AsOfMoment(row, position, Optional.empty(), head));
        }
        return log.read(row.code, position - 1, 1)
                .map(entries -> new AsOfMoment(
                        row, position, entries.stream().findFirst().map(Entry::recordedAt), head));
    }

    private Uni<Long> resolvePosition(AsOfQuery asOfQuery, TerritoryRow row, long reached) {
        return switch (asOfQuery) {
            case AsOfQuery.Latest _ -> Uni.createFrom().item(reached);
            case AsOfQuery.AtPosition it ->
                validatePosition(it, row, reached).flatMap(position -> awaitPosition(row, position, reached));
            case AsOfQuery.AtInstant it ->
                log.positionAt(row.code, it.instant()).flatMap(position -> awaitPosition(row, position, reached));
            case AsOfQuery.AtEndOfDay it ->
                log.positionAt(row.code, it.instant(TerritoryCalendar.of(row.timezone)))
                        .flatMap(position -> awaitPosition(row, position, reached));
        };
    }

    private Uni<Long> validatePosition(AsOfQuery.AtPosition asked, TerritoryRow row, long reached) {
        long position = asked.position();
        if (position <= reached) {
            return Uni.createFrom().item(position);
        }
        return log.headPosition(row.code).map(end -> {
            if (position > end.orElse(0L)) {
                throw new RefusalException(new Refusal.InvalidParameter(
                        asked.parameter(),
                        Detail.of(
                                "Position {0} is after the end of the log, position {1}.", position, end.orElse(0L))));
            }
            return position;
        });
    }

    private Uni<Long> awaitPosition(TerritoryRow row, long position, long reached) {
        if (position <= reached) {
            return Uni.createFrom().item(position);
        }
        return projectionTracker.awaitPosition(row.code, position).map(found -> {
            if (found.isEmpty()) {
                throw new RefusalException(new Refusal.Unavailable(
                        Detail.of("The projections have not reached position {0} yet.", position)));
            }
            return position;
        });
    }
}
