package org.bitacora.application.publication;

import io.smallrye.mutiny.Uni;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.publication.ReportDefinition;

/**
 * Renders reports as of a position, in every format: the same content that the API answers with. Refuses where the report
 * cannot be computed.
 */
public interface ReportRenderer {

    /** The report as data: one object, or a list of them for several indicators. */
    Uni<Json> content(ReportDefinition reportDefinition, ReportContext context);

    /** The report as a CSV table; that of a scorecard is the attainment of its targets. */
    Uni<String> csv(ReportDefinition reportDefinition, ReportContext context);

    /** The report as an HTML page. */
    Uni<String> html(ReportDefinition reportDefinition, ReportContext context);
}
