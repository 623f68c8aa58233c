package org.bitacora.api.indicator;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.bitacora.application.indicator.DefinitionLookup;
import org.bitacora.application.indicator.ObservationService;
import org.bitacora.application.request.ReadRequest;
import org.bitacora.application.territory.PlanPeriodResolver;
import org.bitacora.http.ConditionalResponder;
import org.bitacora.http.Representation;
import org.bitacora.projections.indicator.DefinitionRepository.RecordedDefinition;

/** Renders the observations of an indicator as JSON, CSV, JSON-stat or a workbook. */
@Singleton
public class ObservationRenderer {

    private final DefinitionLookup definitionLookup;
    private final ObservationService observationService;
    private final PlanPeriodResolver plans;
    private final ObservationFormatWriter observationFormatWriter;

    ObservationRenderer(
            DefinitionLookup definitionLookup,
            ObservationService observationService,
            PlanPeriodResolver plans,
            ObservationFormatWriter observationFormatWriter) {
        this.definitionLookup = definitionLookup;
        this.observationService = observationService;
        this.plans = plans;
        this.observationFormatWriter = observationFormatWriter;
    }

    /** Renders the observations of the requested periods, as of the requested moment. */
    public Uni<Representation> render(
            ReadRequest readRequest,
            String territory,
            String code,
            ConditionalResponder.ResponseContext responseContext) {
        return plans.resolvePlanPeriods(readRequest, "asOf", territory, responseContext.reached())
                .flatMap(spelt -> definitionLookup
                        .versions(territory, code)
                        .map(versions -> DefinitionLookup.knownAsOf(spelt, versions))
                        .flatMap(versions -> observed(spelt, territory, versions, responseContext)));
    }

    private Uni<Representation> observed(
            ReadRequest readRequest,
            String territory,
            List<RecordedDefinition> versions,
            ConditionalResponder.ResponseContext responseContext) {
        var by = ObservationService.groupings(readRequest);
        var questions = DefinitionLookup.selectVersions(readRequest, "version", versions).stream()
                .map(it -> ObservationService.toQuery(readRequest, it.definition(), by))
                .toList();
        return observationService
                .observe(readRequest, territory, questions, responseContext.reached())
                .map(observationSet -> observationFormatWriter.render(
                        readRequest,
                        List.of(new ObservationMapper(readRequest).toResponse(observationSet, versions)),
                        responseContext.format()));
    }
}
