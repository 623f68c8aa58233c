package org.bitacora.exchange.sdmx;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.bitacora.exchange.sdmx.MessagePart.DataSetAction;
import org.bitacora.exchange.sdmx.MessagePart.DataSetHeader;
import org.bitacora.exchange.sdmx.MessagePart.SdmxObservation;
import org.bitacora.exchange.sdmx.MessagePart.SdmxSeries;
import org.bitacora.exchange.sdmx.ObservationUpdates.UpdateInterval;
import org.bitacora.exchange.sdmx.TerritoryPositions.PreparationState;
import org.bitacora.projections.indicator.query.ObservationExport;
import org.bitacora.projections.projector.CheckpointRepository.TerritoryPosition;

/**
 * Assembles the parts of a data message, territory by territory. The parts are computed while the message is being
 * written, shortly before they are needed.
 */
@Singleton
class MessageAssembler {

    private final TerritoryPositions territoryPositions;
    private final ObservationExport observationExport;
    private final ObservationUpdates observationUpdates;
    private final DisseminationHistory disseminationHistory;

    MessageAssembler(
            TerritoryPositions territoryPositions,
            ObservationExport observationExport,
            ObservationUpdates observationUpdates,
            DisseminationHistory disseminationHistory) {
        this.territoryPositions = territoryPositions;
        this.observationExport = observationExport;
        this.observationUpdates = observationUpdates;
        this.disseminationHistory = disseminationHistory;
    }

    /** The parts of a message and the state in which it was prepared. */
    record AssembledMessage(PreparationState preparation, Multi<MessagePart> parts) {}

    /** Assembles the response to a query. Fails with a problem 404 if a territory is not registered. */
    Uni<AssembledMessage> assemble(DataQuery query) {
        return territoryPositions.preparation(query).flatMap(preparationState -> parts(query)
                .map(it -> new AssembledMessage(preparationState, it)));
    }

    private Uni<Multi<MessagePart>> parts(DataQuery query) {
        if (query.hasHistory()) {
            return disseminationHistory.disseminations(query);
        }
        return query.updatedAfter().isPresent()
                ? observationUpdates.changes(
                        query,
                        new UpdateInterval(query.updatedAfter(), query.asOf()),
                        new UpdateInterval(Optional.empty(), Optional.empty()))
                : territoryPositions.find(query, query.asOf()).map(found -> allObservations(query, found));
    }

    private Multi<MessagePart> allObservations(DataQuery query, List<TerritoryPosition> found) {
        var begin = Multi.createFrom()
                .<MessagePart>item(new DataSetHeader(DataSetAction.INFORMATION, Optional.empty(), Optional.empty()));
        var series = Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndConcatenate(territoryPosition -> observationExport
                        .export(
                                territoryPosition.territory(),
                                territoryPosition.position(),
                                query.definitions(),
                                query.window())
                        .map(reaped -> series(territoryPosition, reaped)))
                .onItem()
                .<MessagePart>disjoint();
        return Multi.createBy().concatenating().streams(begin, series);
    }

    private static List<SdmxSeries> series(
            TerritoryPosition territoryPosition, List<ObservationExport.IndicatorObservations> reaped) {
        return reaped.stream()
                .flatMap(of -> SdmxSeries.splitByFrequency(
                        territoryPosition, of.definition(), observations(territoryPosition, of)))
                .toList();
    }

    private static List<SdmxObservation> observations(
            TerritoryPosition territoryPosition, ObservationExport.IndicatorObservations indicatorObservations) {
        return indicatorObservations.observations().stream()
                .filter(it -> it.value().number().isPresent())
                .map(it -> SdmxObservation.of(it, territoryPosition))
                .toList();
    }
}
