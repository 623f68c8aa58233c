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
import org.bitacora.domain.identifier.IndicatorCode;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Value;
import org.bitacora.exchange.sdmx.MessagePart.DataSetAction;
import org.bitacora.exchange.sdmx.MessagePart.DataSetHeader;
import org.bitacora.exchange.sdmx.MessagePart.SdmxObservation;
import org.bitacora.exchange.sdmx.MessagePart.SdmxSeries;
import org.bitacora.projections.indicator.change.ChangeDetector;
import org.bitacora.projections.indicator.change.ObservationChange;
import org.bitacora.projections.projector.CheckpointRepository.TerritoryPosition;

/**
 * Computes the observations that changed between two instants: for each territory first the observations to replace,
 * then the observations to delete.
 */
@Singleton
class ObservationUpdates {

    private final TerritoryPositions territoryPositions;
    private final ChangeDetector changeDetector;

    ObservationUpdates(TerritoryPositions territoryPositions, ChangeDetector changeDetector) {
        this.territoryPositions = territoryPositions;
        this.changeDetector = changeDetector;
    }

    /** An interval. An empty start means the beginning of the log, an empty end means now. */
    record UpdateInterval(Optional<Instant> from, Optional<Instant> to) {}

    /** Returns the changes as datasets that are valid in the given interval. */
    Uni<Multi<MessagePart>> changes(DataQuery query, UpdateInterval updateInterval, UpdateInterval validity) {
        var codes = query.definitions().stream().map(Definition::code).collect(Collectors.toSet());
        return Uni.combine()
                .all()
                .unis(positionsAt(query, updateInterval.from()), territoryPositions.find(query, updateInterval.to()))
                .with((earlier, reached) -> Multi.createFrom()
                        .iterable(reached)
                        .onItem()
                        .transformToUniAndConcatenate(it -> changed(it, earlier.getOrDefault(it.territory(), 0L), codes)
                                .map(found -> parts(query, it, found, validity)))
                        .onItem()
                        .disjoint());
    }

    private Uni<List<ObservationChange>> changed(TerritoryPosition to, long from, Set<IndicatorCode> codes) {
        return changeDetector.observed(to.territory(), from, to.position(), codes);
    }

    /** The positions of the logs at an instant. A territory that was not registered at that time has no position. */
    Uni<Map<String, Long>> positionsAt(DataQuery query, Optional<Instant> at) {
        return at.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : territoryPositions.find(query, at).map(found -> found.stream()
                        .collect(Collectors.toMap(TerritoryPosition::territory, TerritoryPosition::position)));
    }

    private static List<MessagePart> parts(
            DataQuery query,
            TerritoryPosition territoryPosition,
            List<ObservationChange> found,
            UpdateInterval validity) {
        var selected = found.stream()
                .filter(it -> query.window().contains(it.period()))
                .toList();
        var parts = new ArrayList<MessagePart>();
        parts.add(new DataSetHeader(DataSetAction.REPLACE, validity.from(), validity.to()));
        parts.addAll(series(territoryPosition, selected, ObservationUpdates::replaced));
        parts.add(new DataSetHeader(DataSetAction.DELETE, validity.from(), validity.to()));
        parts.addAll(series(territoryPosition, selected, ObservationUpdates::deleted));
        return parts;
    }

    private static Optional<SdmxObservation> replaced(ObservationChange observationChange) {
        return observationChange.after().number().isEmpty()
                ? Optional.empty()
                : Optional.of(SdmxObservation.of(observationChange));
    }

    private static Optional<SdmxObservation> deleted(ObservationChange observationChange) {
        boolean isGone = observationChange.after().number().isEmpty()
                && observationChange.before().flatMap(Value::number).isPresent();
        return isGone ? Optional.of(SdmxObservation.deleted(observationChange.period())) : Optional.empty();
    }

    private static List<SdmxSeries> series(
            TerritoryPosition territoryPosition,
            List<ObservationChange> changes,
            Function<ObservationChange, Optional<SdmxObservation>> observation) {
        Map<Definition, List<SdmxObservation>> found = new LinkedHashMap<>();
        changes.forEach(
                observationChange -> observation.apply(observationChange).ifPresent(it -> found.computeIfAbsent(
                                observationChange.definition(), _ -> new ArrayList<>())
                        .add(it)));
        return found.entrySet().stream()
                .flatMap(it -> SdmxSeries.splitByFrequency(territoryPosition, it.getKey(), it.getValue()))
                .toList();
    }
}
