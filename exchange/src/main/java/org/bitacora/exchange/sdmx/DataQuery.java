package org.bitacora.exchange.sdmx;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.projections.indicator.query.ObservationExport.ExportWindow;

/**
 * A query for data.
 *
 * @param context {@code dataflow} or {@code datastructure}
 * @param definitions the definitions of the indicators
 * @param territories the codes of the territories; empty for all
 * @param window the periods
 * @param asOf the instant up to which the logs are read; empty for now
 * @param updatedAfter the instant since which changes are returned; empty for all observations
 * @param hasHistory whether earlier disseminations are included
 * @param isFlat whether observations are listed individually instead of grouped into series
 * @param offset the number of observations to skip
 * @param limit the maximum number of observations
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

    /** Returns whether the indicators belong to more than one dataflow. */
    boolean spansSeveralDataflows() {
        return isDataflowQuery()
                && definitions.stream().map(Definition::group).distinct().count() > 1;
    }

    /**
     * Returns the URN of the artefact that the observations are reported against. Valid only if the query does not span
     * several dataflows.
     */
    String urn() {
        var artefact = artefactId(definitions.getFirst());
        return SdmxIdentifiers.urn(
                isDataflowQuery() ? "datastructure.Dataflow" : "datastructure.DataStructure", artefact);
    }

    /** The artefact that the observations of an indicator are reported against. */
    String artefactId(Definition definition) {
        return isDataflowQuery() ? SdmxIdentifiers.dataflowId(definition.group()) : SdmxIdentifiers.STRUCTURE;
    }
}
