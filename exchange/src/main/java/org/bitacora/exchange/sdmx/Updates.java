package org.bitacora.exchange.sdmx;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Value;
import org.bitacora.exchange.sdmx.Part.Action;
import org.bitacora.exchange.sdmx.Part.DataSet;
import org.bitacora.exchange.sdmx.Part.Obs;
import org.bitacora.exchange.sdmx.Part.Series;
import org.bitacora.projections.indicator.change.Change;
import org.bitacora.projections.indicator.change.Changes;
import org.bitacora.projections.projector.Positions.Standing;

/** What changed between two moments: territory by territory what is to be replaced, then what is to be deleted. */
@Singleton
class Updates {

    private final Standings standings;
    private final Changes changes;

    Updates(Standings standings, Changes changes) {
        this.standings = standings;
        this.changes = changes;
    }

    /** Between which moments; empty for before everything, and for now. */
    record Span(Optional<Instant> from, Optional<Instant> to) {}

    /** What changed, in datasets that are valid from then until then. */
    Uni<Multi<Part>> of(DataQuery query, Span span, Span validity) {
        var codes = query.definitions().stream().map(Definition::code).collect(Collectors.toSet());
        return Uni.combine()
                .all()
                .unis(known(query, span.from()), standings.of(query, span.to()))
                .with((known, reached) -> Multi.createFrom()
                        .iterable(reached)
                        .onItem()
                        .transformToUniAndConcatenate(it -> changed(it, known.getOrDefault(it.territory(), 0L), codes)
                                .map(found -> parts(query, it, found, validity)))
                        .onItem()
                        .disjoint());
    }

    private Uni<List<Change>> changed(Standing to, long from, Set<String> codes) {
        return changes.observed(to.territory(), from, to.position(), codes);
    }

    /** The positions that territories had come to; none of those that were not there. */
    Uni<Map<String, Long>> known(DataQuery query, Optional<Instant> at) {
        return at.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : standings.of(query, at).map(found -> found.stream()
                        .collect(Collectors.toMap(Standing::territory, Standing::position)));
    }

    private static List<Part> parts(DataQuery query, Standing standing, List<Change> found, Span validity) {
        var wanted =
                found.stream().filter(it -> query.window().has(it.period())).toList();
        var parts = new ArrayList<Part>();
        parts.add(new DataSet(Action.REPLACE, validity.from(), validity.to()));
        parts.addAll(series(standing, wanted, it -> replaced(it, standing)));
        parts.add(new DataSet(Action.DELETE, validity.from(), validity.to()));
        parts.addAll(series(standing, wanted, Updates::deleted));
        return parts;
    }

    private static Optional<Obs> replaced(Change change, Standing standing) {
        return change.after().number().isEmpty()
                ? Optional.empty()
                : Optional.of(Obs.of(change.period(), change.after(), change.unplaced(), standing));
    }

    private static Optional<Obs> deleted(Change change) {
        boolean isGone = change.after().number().isEmpty()
                && change.before().flatMap(Value::number).isPresent();
        return isGone ? Optional.of(Obs.gone(change.period())) : Optional.empty();
    }

    private static List<Series> series(
            Standing standing, List<Change> changes, Function<Change, Optional<Obs>> observation) {
        Map<Definition, List<Obs>> found = new LinkedHashMap<>();
        changes.forEach(change -> observation.apply(change).ifPresent(it -> found.computeIfAbsent(
                        change.definition(), _ -> new ArrayList<>())
                .add(it)));
        return found.entrySet().stream()
                .flatMap(it -> Series.each(standing, it.getKey(), it.getValue()))
                .toList();
    }
}
