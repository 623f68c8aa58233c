package org.bitacora.application.territory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.bitacora.application.request.ProblemException;
import org.bitacora.application.request.ReadRequest;
import org.bitacora.domain.territory.TerritoryCalendar;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.EventLog;
import org.bitacora.projections.projector.CheckpointRepository.Checkpoint;
import org.bitacora.projections.projector.ProjectionTracker;
import org.bitacora.projections.territory.TerritoryRepository;
import org.bitacora.projections.territory.TerritoryRow;

/** Finds the position that {@code asOf} means: a position, an instant, or the end of a day in the territory's zone. */
@Singleton
public class AsOfResolver {

    private final EventLog log;
    private final ProjectionTracker projectionTracker;
    private final TerritoryRepository territoryRepository;
    private final Cache<RegistrationKey, TerritoryRow> territoryCache =
            Caffeine.newBuilder().maximumSize(1_000).build();

    /** A registration stands as long as its log is not followed any further. */
    private record RegistrationKey(String code, Checkpoint reached) {}

    AsOfResolver(EventLog log, ProjectionTracker projectionTracker, TerritoryRepository territoryRepository) {
        this.log = log;
        this.projectionTracker = projectionTracker;
        this.territoryRepository = territoryRepository;
    }

    /**
     * What is known of a territory, and up to which position.
     *
     * @param recordedAt when the entry at that position was recorded; empty before the first
     */
    public record AsOfMoment(TerritoryRow territory, long position, Optional<Instant> recordedAt) {}

    /** The moment that is asked for; where following stands where none is. */
    public Uni<AsOfMoment> resolve(ReadRequest readRequest, String territory, Checkpoint checkpoint) {
        return resolveParameter(readRequest, "asOf", territory, checkpoint);
    }

    /** A territory as it was registered up to where following stands. */
    public Uni<TerritoryRow> territory(String code, Checkpoint checkpoint) {
        return findTerritory(new RegistrationKey(code, checkpoint));
    }

    /** Where following stands. */
    public Uni<AsOfMoment> latest(String territory, Checkpoint checkpoint) {
        return findTerritory(new RegistrationKey(territory, checkpoint))
                .flatMap(row -> momentAt(row, checkpoint.position()));
    }

    /** The moment that a parameter names; where following stands where it is not given. */
    public Uni<AsOfMoment> resolveParameter(
            ReadRequest readRequest, String parameter, String territory, Checkpoint checkpoint) {
        return findTerritory(new RegistrationKey(territory, checkpoint)).flatMap(row -> resolvePosition(
                        new AsOfParameter(parameter, readRequest.parameter(parameter)), row, checkpoint.position())
                .flatMap(position -> momentAt(row, position)));
    }

    /** The instant of the moment that {@code asOf} names: empty where it is now. */
    public static Optional<Instant> instant(ReadRequest readRequest, AsOfMoment asOfMoment) {
        return readRequest
                .parameter("asOf")
                .map(text -> isPosition(text)
                        ? asOfMoment.recordedAt().orElse(Instant.EPOCH)
                        : parseInstant("asOf", text, asOfMoment.territory()));
    }

    /** The instant that a text names, or the end of a day where the territory is; a problem 400 where it is neither. */
    public static Instant parseInstant(String parameter, String text, TerritoryRow territory) {
        return instant(new AsOfParameter(parameter, Optional.of(text)), text, TerritoryCalendar.of(territory.timezone));
    }

    private static boolean isPosition(String text) {
        return text.matches("\\d{1,18}");
    }

    private record AsOfParameter(String parameter, Optional<String> text) {}

    private Uni<TerritoryRow> findTerritory(RegistrationKey key) {
        var known = territoryCache.getIfPresent(key);
        return known != null
                ? Uni.createFrom().item(known)
                : territoryRepository
                        .find(key.code())
                        .map(found -> found.orElseThrow(
                                () -> ProblemException.notFound("No territory " + key.code() + " is registered.")))
                        .invoke(row -> territoryCache.put(key, row));
    }

    private Uni<AsOfMoment> momentAt(TerritoryRow row, long position) {
        if (position == 0) {
            return Uni.createFrom().item(new AsOfMoment(row, position, Optional.empty()));
        }
        return log.read(row.code, position - 1, 1)
                .map(entries -> new AsOfMoment(
                        row, position, entries.stream().findFirst().map(Entry::recordedAt)));
    }

    private Uni<Long> resolvePosition(AsOfParameter asOfParameter, TerritoryRow row, long reached) {
        if (asOfParameter.text().isEmpty()) {
            return Uni.createFrom().item(reached);
        }
        var text = asOfParameter.text().get();
        var found = isPosition(text)
                ? validatePosition(asOfParameter, Long.parseLong(text), row, reached)
                : log.positionAt(row.code, instant(asOfParameter, text, TerritoryCalendar.of(row.timezone)));
        return found.flatMap(
                position -> position <= reached ? Uni.createFrom().item(position) : awaitPosition(row, position));
    }

    private Uni<Long> validatePosition(AsOfParameter asOfParameter, long position, TerritoryRow row, long reached) {
        if (position <= reached) {
            return Uni.createFrom().item(position);
        }
        return log.headPosition(row.code).map(end -> {
            if (position > end.orElse(0L)) {
                throw ProblemException.invalidParameter(
                        asOfParameter.parameter(), "The log ends at position " + end.orElse(0L) + ".");
            }
            return position;
        });
    }

    private Uni<Long> awaitPosition(TerritoryRow row, long position) {
        return projectionTracker.awaitPosition(row.code, position).map(reached -> {
            if (reached.isEmpty()) {
                throw ProblemException.unavailable("The figures have not come to position " + position + " yet.");
            }
            return position;
        });
    }

    /** For several territories: the instant that a text names, or the end of a day in UTC; a problem 400 where it is neither. */
    public static Instant parseInstant(String parameter, String text) {
        return instant(new AsOfParameter(parameter, Optional.of(text)), text, TerritoryCalendar.UTC);
    }

    private static Instant instant(AsOfParameter asOfParameter, String text, TerritoryCalendar territoryCalendar) {
        try {
            return text.length() == 10
                    ? territoryCalendar.endOf(LocalDate.parse(text))
                    : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeException _) {
            throw ProblemException.invalidParameter(
                    asOfParameter.parameter(),
                    "A position, an instant such as 2014-12-31T23:59:59Z, or a day such as 2014-12-31.");
        }
    }
}
