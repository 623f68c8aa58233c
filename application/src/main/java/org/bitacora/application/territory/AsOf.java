package org.bitacora.application.territory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.bitacora.application.request.Ask;
import org.bitacora.application.request.ProblemException;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.EventLog;
import org.bitacora.projections.projector.Following;
import org.bitacora.projections.projector.Positions.Reached;
import org.bitacora.projections.territory.Territories;
import org.bitacora.projections.territory.TerritoryRow;

/** Finds the position that {@code asOf} means: a position, an instant, or the end of a day in the territory's zone. */
@Singleton
public class AsOf {

    private final EventLog log;
    private final Following following;
    private final Territories territories;
    private final Cache<Registered, TerritoryRow> registered =
            Caffeine.newBuilder().maximumSize(1_000).build();

    /** A registration stands as long as its log is not followed any further. */
    private record Registered(String code, Reached reached) {}

    AsOf(EventLog log, Following following, Territories territories) {
        this.log = log;
        this.following = following;
        this.territories = territories;
    }

    /**
     * What is known of a territory, and up to which position.
     *
     * @param recordedAt when the entry at that position was recorded; empty before the first
     */
    public record Moment(TerritoryRow territory, long position, Optional<Instant> recordedAt) {}

    /** The moment that is asked for; where following stands where none is. */
    public Uni<Moment> of(Ask ask, String territory, Reached reached) {
        return at(ask, "asOf", territory, reached);
    }

    /** Where following stands. */
    public Uni<Moment> latest(String territory, Reached reached) {
        return registered(new Registered(territory, reached)).flatMap(row -> moment(row, reached.position()));
    }

    /** The moment that a parameter names; where following stands where it is not given. */
    public Uni<Moment> at(Ask ask, String parameter, String territory, Reached reached) {
        return registered(new Registered(territory, reached))
                .flatMap(row -> position(new Wanted(parameter, ask.parameter(parameter)), row, reached.position())
                        .flatMap(position -> moment(row, position)));
    }

    /** The instant of the moment that {@code asOf} names: empty where it is now. */
    public static Optional<Instant> instant(Ask ask, Moment moment) {
        return ask.parameter("asOf")
                .map(text -> isPosition(text)
                        ? moment.recordedAt().orElse(Instant.EPOCH)
                        : instantOf("asOf", text, moment.territory()));
    }

    /** The instant that a text names, or the end of a day where the territory is; a problem 400 where it is neither. */
    public static Instant instantOf(String parameter, String text, TerritoryRow territory) {
        return instant(new Wanted(parameter, Optional.of(text)), text, ZoneId.of(territory.timezone));
    }

    private static boolean isPosition(String text) {
        return text.matches("\\d{1,18}");
    }

    private record Wanted(String parameter, Optional<String> text) {}

    private Uni<TerritoryRow> registered(Registered key) {
        var known = registered.getIfPresent(key);
        return known != null
                ? Uni.createFrom().item(known)
                : territories
                        .find(key.code())
                        .map(found -> found.orElseThrow(
                                () -> ProblemException.notFound("No territory " + key.code() + " is registered.")))
                        .invoke(row -> registered.put(key, row));
    }

    private Uni<Moment> moment(TerritoryRow row, long position) {
        if (position == 0) {
            return Uni.createFrom().item(new Moment(row, position, Optional.empty()));
        }
        return log.read(row.code, position - 1, 1)
                .map(entries ->
                        new Moment(row, position, entries.stream().findFirst().map(Entry::recordedAt)));
    }

    private Uni<Long> position(Wanted wanted, TerritoryRow row, long reached) {
        if (wanted.text().isEmpty()) {
            return Uni.createFrom().item(reached);
        }
        var text = wanted.text().get();
        var found = isPosition(text)
                ? known(wanted, Long.parseLong(text), row, reached)
                : log.positionAt(row.code, instant(wanted, text, ZoneId.of(row.timezone)));
        return found.flatMap(position -> position <= reached ? Uni.createFrom().item(position) : wait(row, position));
    }

    private Uni<Long> known(Wanted wanted, long position, TerritoryRow row, long reached) {
        if (position <= reached) {
            return Uni.createFrom().item(position);
        }
        return log.end(row.code).map(end -> {
            if (position > end.orElse(0L)) {
                throw ProblemException.parameter(
                        wanted.parameter(), "The log ends at position " + end.orElse(0L) + ".");
            }
            return position;
        });
    }

    private Uni<Long> wait(TerritoryRow row, long position) {
        return following.reached(row.code, position).map(reached -> {
            if (reached.isEmpty()) {
                throw ProblemException.later("The figures have not come to position " + position + " yet.");
            }
            return position;
        });
    }

    /** The instant that a text names, or the end of a day in UTC; a problem 400 where it is neither. */
    public static Instant instantOf(String parameter, String text) {
        return instant(new Wanted(parameter, Optional.of(text)), text, ZoneOffset.UTC);
    }

    private static Instant instant(Wanted wanted, String text, ZoneId zone) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text)
                            .plusDays(1)
                            .atStartOfDay(zone)
                            .toInstant()
                            .minus(1, ChronoUnit.MICROS)
                    : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeException _) {
            throw ProblemException.parameter(
                    wanted.parameter(),
                    "A position, an instant such as 2014-12-31T23:59:59Z, or a day such as 2014-12-31.");
        }
    }
}
