package org.bitacora.application.publication;

import io.smallrye.mutiny.Uni;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.publication.ReportDefinition;

/**
 * Renders reports as of a position in every format, with the same content as the API. Fails with a refusal if the
 * report cannot be computed.
 */
public interface ReportRenderer {

    /** Returns the report as data: one object, or a list of objects for several indicators. */
    Uni<Json> content(ReportDefinition reportDefinition, ReportContext context);

    /** Returns the report as a CSV table; for a scorecard, the table of target attainment. */
    Uni<String> csv(ReportDefinition reportDefinition, ReportContext context);

    /** Returns the report as an HTML page. */
    Uni<String> html(ReportDefinition reportDefinition, ReportContext context);
}
