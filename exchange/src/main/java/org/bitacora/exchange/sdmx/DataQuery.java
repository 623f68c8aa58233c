package org.bitacora.exchange.sdmx;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.projections.indicator.query.ObservationExport.ExportWindow;

/**
 * What is asked of the data.
 *
 * @param context {@code dataflow} or {@code datastructure}
 * @param definitions of which indicators
 * @param territories of which territories; all where none is named
 * @param window in which periods
 * @param asOf as known when; empty for now
 * @param updatedAfter what changed since; empty for everything
 * @param hasHistory whether what was disseminated before is wanted, too
 * @param isFlat whether observations are not grouped into series
 * @param offset how many observations to leave out at first
 * @param limit how many observations to tell at the most
 */
record DataQuery(
        String context,
        List<Definition> definitions,
        Set<String> territories,
        ExportWindow window,
        Optional<Instant> asOf,
        Optional<Instant> updatedAfter,
        boolean hasHistory,
        boolean isFlat,
        long offset,
        long limit) {

    DataQuery {
        definitions = List.copyOf(definitions);
        territories = Set.copyOf(territories);
    }

    boolean isDataflowQuery() {
        return context.equals("dataflow");
    }

    /** Whether its indicators are of more dataflows than one. */
    boolean spansSeveralDataflows() {
        return isDataflowQuery()
                && definitions.stream().map(Definition::group).distinct().count() > 1;
    }

    /** The artefact that all observations are reported against, where it is one. */
    String urn() {
        var artefact = artefactId(definitions.getFirst());
        return SdmxIdentifiers.urn(
                isDataflowQuery() ? "datastructure.Dataflow" : "datastructure.DataStructure", artefact);
    }

    /** The artefact that an observation is reported against. */
    String artefactId(Definition definition) {
        return isDataflowQuery() ? SdmxIdentifiers.dataflowId(definition.group()) : SdmxIdentifiers.STRUCTURE;
    }
}
