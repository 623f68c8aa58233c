package org.bitacora.api.sdmx;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bitacora.api.problem.ProblemException;
import org.bitacora.api.sdmx.Part.Action;
import org.bitacora.api.sdmx.Part.DataSet;
import org.bitacora.api.sdmx.Part.Obs;
import org.bitacora.api.sdmx.Part.Series;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Observation;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.indicator.Value;
import org.bitacora.projections.follow.Positions;
import org.bitacora.projections.follow.Positions.Standing;
import org.bitacora.projections.indicator.Change;
import org.bitacora.projections.indicator.Changes;
import org.bitacora.projections.indicator.Harvest;

/** Gathers what a data message tells, territory by territory: nothing is computed before it is to be written. */
@Singleton
class Gathering {

    private static final int MOST = 100_000;
    private static final int MOST_DISSEMINATIONS = 366;

    private final Positions positions;
    private final Harvest harvest;
    private final Changes changes;
    private final InstantSource clock;

    Gathering(Positions positions, Harvest harvest, Changes changes, InstantSource clock) {
        this.positions = positions;
        this.harvest = harvest;
        this.changes = changes;
        this.clock = clock;
    }

    /** The parts of the message that answers; a problem 404 where a territory is not registered. */
    Uni<Multi<Part>> parts(DataQuery query) {
        if (query.hasHistory()) {
            return history(query);
        }
        return query.updatedAfter().isPresent()
                ? between(query, query.updatedAfter(), query.asOf())
                        .map(it -> told(it, Optional.empty(), Optional.empty()))
                : standings(query, query.asOf()).map(standings -> whole(query, standings));
    }

    private Uni<List<Standing>> standings(DataQuery query, Optional<Instant> at) {
        if (query.territories().isEmpty()) {
            return positions.standings("", MOST, at);
        }
        return positions.standings(List.copyOf(query.territories()), at).invoke(found -> {
            if (found.isEmpty()) {
                throw ProblemException.notFound("There are no such data.");
            }
        });
    }

    private Multi<Part> whole(DataQuery query, List<Standing> standings) {
        var begin = Multi.createFrom().<Part>item(new DataSet(Action.INFORMATION, Optional.empty(), Optional.empty()));
        var series = Multi.createFrom()
                .iterable(standings)
                .onItem()
                .transformToUniAndConcatenate(standing -> harvest.of(
                                standing.territory(), standing.position(), query.definitions(), query.window())
                        .map(reaped -> series(standing, reaped)))
                .onItem()
                .<Part>disjoint();
        return Multi.createBy().concatenating().streams(begin, series);
    }

    private static List<Series> series(Standing standing, List<Harvest.Reaped> reaped) {
        var all = new ArrayList<Series>();
        for (var of : reaped) {
            for (boolean isYearly : new boolean[] {true, false}) {
                var observations = of.observations().stream()
                        .filter(it -> isYearly(it.period()) == isYearly
                                && it.value().number().isPresent())
                        .map(it -> obs(it, standing))
                        .toList();
                if (!observations.isEmpty()) {
                    all.add(new Series(
                            standing.territory(), standing.position(), of.definition(), isYearly, observations));
                }
            }
        }
        return all;
    }

    private static boolean isYearly(Period period) {
        return period.name().length() == 4;
    }

    private static Obs obs(Observation observation, Standing standing) {
        return Obs.of(
                observation.period(),
                observation.value(),
                status(observation.value(), standing),
                observation.unplaced());
    }

    private static String status(Value value, Standing standing) {
        if (standing.parked() > 0 || !value.missing().isEmpty()) {
            return "U";
        }
        return value.isProvisional() ? "P" : "A";
    }

    /** What is to be replaced, and what is to be deleted. */
    private record Moved(List<Series> replaced, List<Series> deleted) {}

    private Uni<Moved> between(DataQuery query, Optional<Instant> from, Optional<Instant> to) {
        return Uni.combine()
                .all()
                .unis(known(query, from), standings(query, to))
                .with(Gathering::positions)
                .flatMap(pairs -> Multi.createFrom()
                        .iterable(pairs.entrySet())
                        .onItem()
                        .transformToUniAndConcatenate(pair -> changes.between(
                                        pair.getKey().territory(),
                                        pair.getValue(),
                                        pair.getKey().position())
                                .map(found -> moved(query, pair.getKey(), found)))
                        .collect()
                        .asList())
                .map(Gathering::together);
    }

    private Uni<List<Standing>> known(DataQuery query, Optional<Instant> at) {
        return at.isEmpty() ? Uni.createFrom().item(List.of()) : standings(query, at);
    }

    private static Map<Standing, Long> positions(List<Standing> before, List<Standing> after) {
        var known = before.stream().collect(Collectors.toMap(Standing::territory, Standing::position));
        Map<Standing, Long> positions = new LinkedHashMap<>();
        after.forEach(it -> positions.put(it, known.getOrDefault(it.territory(), 0L)));
        return positions;
    }

    private static Moved together(List<Moved> all) {
        return new Moved(
                all.stream().flatMap(it -> it.replaced().stream()).toList(),
                all.stream().flatMap(it -> it.deleted().stream()).toList());
    }

    /** How series are told apart. */
    private record Key(Definition definition, boolean isYearly) {}

    private static Moved moved(DataQuery query, Standing standing, List<Change> found) {
        var codes = query.definitions().stream().map(Definition::code).collect(Collectors.toSet());
        Map<Key, List<Obs>> replaced = new LinkedHashMap<>();
        Map<Key, List<Obs>> deleted = new LinkedHashMap<>();
        for (var change : found) {
            if (!isWanted(query, codes, change)) {
                continue;
            }
            var key = new Key(change.definition(), isYearly(change.period()));
            if (change.after().number().isPresent()) {
                replaced.computeIfAbsent(key, _ -> new ArrayList<>())
                        .add(Obs.of(change.period(), change.after(), status(change.after(), standing), 0));
            } else if (change.before().flatMap(Value::number).isPresent()) {
                deleted.computeIfAbsent(key, _ -> new ArrayList<>()).add(Obs.gone(change.period()));
            }
        }
        return new Moved(series(standing, replaced), series(standing, deleted));
    }

    private static boolean isWanted(DataQuery query, Set<String> codes, Change change) {
        return codes.contains(change.definition().code()) && query.window().has(change.period());
    }

    private static List<Series> series(Standing standing, Map<Key, List<Obs>> found) {
        return found.entrySet().stream()
                .map(it -> new Series(
                        standing.territory(),
                        standing.position(),
                        it.getKey().definition(),
                        it.getKey().isYearly(),
                        it.getValue()))
                .toList();
    }

    private static Multi<Part> told(Moved moved, Optional<Instant> from, Optional<Instant> to) {
        var parts = new ArrayList<Part>();
        parts.add(new DataSet(Action.REPLACE, from, to));
        parts.addAll(moved.replaced());
        if (!moved.deleted().isEmpty()) {
            parts.add(new DataSet(Action.DELETE, from, to));
            parts.addAll(moved.deleted());
        }
        return Multi.createFrom().iterable(parts);
    }

    /** Every day on which something was recorded is a dissemination: of what was known at its end. */
    private Uni<Multi<Part>> history(DataQuery query) {
        return standings(query, query.asOf())
                .flatMap(standings -> positions.recordedDays(
                        standings.stream().map(Standing::territory).toList()))
                .map(days -> moments(query, days))
                .map(moments -> Multi.createFrom()
                        .range(0, moments.size() - 1)
                        .onItem()
                        .transformToMultiAndConcatenate(i -> dissemination(query, moments, i)));
    }

    private Multi<Part> dissemination(DataQuery query, List<Optional<Instant>> moments, int i) {
        var next = i + 2 < moments.size() ? moments.get(i + 2) : Optional.<Instant>empty();
        return between(query, moments.get(i), moments.get(i + 1))
                .onItem()
                .transformToMulti(moved -> told(moved, moments.get(i + 1), next));
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
        if (moments.size() > MOST_DISSEMINATIONS + 1) {
            throw NotOffered.parameter(
                    "includeHistory",
                    "At most " + MOST_DISSEMINATIONS + " days are told at once: narrow them by updatedAfter.");
        }
        return moments;
    }
}
