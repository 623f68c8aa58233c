package org.bitacora.application.indicator;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Observation;
import org.bitacora.domain.indicator.ObservationStatus;
import org.bitacora.domain.json.Numbers;
import org.bitacora.projections.indicator.DefinitionRepository;
import org.bitacora.projections.indicator.DefinitionRepository.RecordedDefinition;
import org.bitacora.projections.indicator.IndicatorCatalogue;
import org.bitacora.projections.indicator.query.ObservationExport;
import org.bitacora.projections.projector.CheckpointRepository.TerritoryPosition;

/** Exports all definitions and observations of a territory, from the catalogue and its own. */
@Singleton
public class IndicatorExportService {

    private final IndicatorCatalogue indicatorCatalogue;
    private final DefinitionRepository own;
    private final ObservationExport observationExport;

    IndicatorExportService(
            IndicatorCatalogue indicatorCatalogue, DefinitionRepository own, ObservationExport observationExport) {
        this.indicatorCatalogue = indicatorCatalogue;
        this.own = own;
        this.observationExport = observationExport;
    }

    /** Returns every version of every definition that the territory has. */
    public Uni<List<Definition>> definitions(TerritoryPosition territoryPosition) {
        return own.findAllVersions(territoryPosition.territory(), territoryPosition.position())
                .map(versions -> withOwn(indicatorCatalogue.all(), versions));
    }

    /** Returns the observations by year and by month, without breakdown, as rows of the table of observations. */
    public Uni<List<ObservationRow>> observations(TerritoryPosition territoryPosition) {
        return own.findKnownAt(territoryPosition.territory(), territoryPosition.position())
                .map(versions -> withOwn(indicatorCatalogue.all(), versions))
                .flatMap(all -> observationExport.export(
                        territoryPosition.territory(),
                        territoryPosition.position(),
                        all,
                        ObservationExport.ExportWindow.ALL))
                .map(reaped -> rows(territoryPosition, reaped));
    }

    private static List<Definition> withOwn(Collection<Definition> builtIn, List<RecordedDefinition> own) {
        var all = new ArrayList<Definition>(builtIn);
        own.forEach(it -> all.add(it.definition()));
        return all;
    }

    private static List<ObservationRow> rows(
            TerritoryPosition territoryPosition, List<ObservationExport.IndicatorObservations> reaped) {
        return reaped.stream()
                .flatMap(it -> it.observations().stream()
                        .map(observation -> row(territoryPosition, it.definition(), observation)))
                .toList();
    }

    private static ObservationRow row(
            TerritoryPosition territoryPosition, Definition definition, Observation observation) {
        var value = observation.value();
        return new ObservationRow(
                territoryPosition.territory(),
                definition.code().value(),
                definition.version(),
                observation.period().name(),
                "",
                "",
                "",
                "",
                "",
                Numbers.withoutTrailingZeros(value.number()),
                definition.unit(),
                null,
                Numbers.withoutTrailingZeros(value.numerator()),
                Numbers.withoutTrailingZeros(value.denominator()),
                ObservationStatus.of(value, territoryPosition.parkedSubjects()).word(),
                value.reasonWord().orElse(""),
                value.missingSeries().stream().sorted().toList(),
                observation.unplaced(),
                territoryPosition.position());
    }
}
