package org.bitacora.api.indicator;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.bitacora.api.indicator.EvidenceResponse.ActivityEffect;
import org.bitacora.api.indicator.EvidenceResponse.ReportEffect;
import org.bitacora.application.indicator.IndicatorQuery;
import org.bitacora.application.indicator.ObservationService;
import org.bitacora.domain.identifier.Subject;
import org.bitacora.domain.indicator.Value;
import org.bitacora.domain.json.Numbers;
import org.bitacora.http.ConditionalResponder;
import org.bitacora.http.FilterParameters;
import org.bitacora.http.Format;
import org.bitacora.http.JsonRenderer;
import org.bitacora.http.PeriodParameterParser;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.Representation;
import org.bitacora.http.problem.ProblemException;
import org.bitacora.http.problem.ProblemStatuses;
import org.bitacora.projections.indicator.evidence.Contribution;
import org.bitacora.projections.indicator.evidence.EvidenceFinder;
import org.bitacora.projections.projector.CheckpointRepository.Checkpoint;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What stands behind a figure. */
@Path("/v1/territories/{t}/indicators/{code}/evidence")
@Tag(name = "indicators")
public class EvidenceResource {

    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1_000;

    private final ObservationService observationService;
    private final EvidenceFinder evidenceFinder;
    private final ConditionalResponder conditionalResponder;
    private final JsonRenderer jsonRenderer;

    EvidenceResource(
            ObservationService observationService,
            EvidenceFinder evidenceFinder,
            ConditionalResponder conditionalResponder,
            JsonRenderer jsonRenderer) {
        this.observationService = observationService;
        this.evidenceFinder = evidenceFinder;
        this.conditionalResponder = conditionalResponder;
        this.jsonRenderer = jsonRenderer;
    }

    /** Lists it. */
    @GET
    @ProblemStatuses(404)
    @Operation(
            operationId = "listEvidence",
            summary = "List what stands behind a figure",
            description =
                    "The activities and the reports behind a value, each with its events and what it adds. Over all pages"
                            + " the effects add up to the value. What counts once is the doing of the first activity that names it.")
    @APIResponse(
            responseCode = "200",
            description = "A page of it",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = EvidenceResponse.class)))
    public Uni<Response> list(
            @Parameter(description = "The code of the territory", example = "br-ba") @PathParam("t") String territory,
            @Parameter(description = "The code of the indicator", example = "bahia.actions") @PathParam("code")
                    String code,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var readRequest = new ReadRequest(
                request,
                FilterParameters.parameterNames(
                        "period", "asOf", "minPosition", "format", "version", "per", "rollup", "cursor", "limit"));
        return conditionalResponder.respondForScope(
                readRequest,
                territory,
                List.of(Format.JSON),
                responseContext -> evidencePage(
                        readRequest,
                        IndicatorQueryParser.parseSinglePeriod(readRequest, territory, code),
                        responseContext.reached()));
    }

    private Uni<Representation> evidencePage(
            ReadRequest readRequest, IndicatorQuery indicatorQuery, Checkpoint checkpoint) {
        return observationService.prepare(indicatorQuery, checkpoint).flatMap(questions -> {
            var observationQuery = questions.questions().getFirst();
            var evidenceQuery = new EvidenceFinder.EvidenceQuery(
                    observationQuery.definition(), observationQuery.periods().getFirst(), observationQuery.where());
            return observationService
                    .observe(List.of(observationQuery), indicatorQuery.scope(), checkpoint)
                    .flatMap(observationSet -> page(
                            PeriodParameterParser.withPlanYears(
                                    readRequest, indicatorQuery.period(), evidenceQuery.period()),
                            evidenceQuery,
                            observationSet));
        });
    }

    private Uni<Representation> page(
            ReadRequest readRequest,
            EvidenceFinder.EvidenceQuery evidenceQuery,
            ObservationService.ObservationSet observationSet) {
        int limit = readRequest.limit(DEFAULT_LIMIT, MAX_LIMIT);
        var scope = observationSet.resolvedScope().scope();
        var cursor = readRequest.parameter("cursor");
        var after = cursor.flatMap(Subject::parse).filter(Subject.ActivitySubject.class::isInstance);
        if (cursor.isPresent() && after.isEmpty()) {
            throw ProblemException.invalidParameter("cursor", "Invalid cursor.");
        }
        var evidencePage = new EvidenceFinder.EvidencePage(
                after.map(it -> it.territory().value()).orElse(""),
                after.map(Subject::path).orElse(""),
                limit + 1);
        var reports = cursor.isPresent()
                ? Uni.createFrom().item(List.<Contribution>of())
                : evidenceFinder.findByReport(evidenceQuery, scope);
        return Uni.combine()
                .all()
                .unis(evidenceFinder.findByActivity(evidenceQuery, scope, evidencePage), reports)
                .with((activities, reported) -> toBody(readRequest, observationSet, activities, reported, limit));
    }

    private Representation toBody(
            ReadRequest readRequest,
            ObservationService.ObservationSet observationSet,
            List<Contribution> activities,
            List<Contribution> reports,
            int limit) {
        var shown = activities.stream().limit(limit).toList();
        var pinned = observationSet
                .resolvedScope()
                .rollupInstant()
                .map(Object::toString)
                .orElseGet(() -> Long.toString(observationSet.moment().position()));
        var next = activities.size() > limit
                ? Optional.of(readRequest.uriWith(
                        "asOf",
                        pinned,
                        "cursor",
                        new Subject.ActivitySubject(
                                        shown.getLast().territory(),
                                        shown.getLast().subject())
                                .text()))
                : Optional.<String>empty();
        var value = observationSet.observations().getFirst().value();
        boolean ofSeveral = observationSet.resolvedScope().rollupInstant().isPresent();
        boolean ofRatio = value instanceof Value.RatioValue;
        var answer = new EvidenceResponse(
                observationSet.observations().getFirst().period().name(),
                Numbers.withoutTrailingZeros(value.number()),
                value.reasonWord().orElse(null),
                Numbers.withoutTrailingZeros(value.numerator()),
                Numbers.withoutTrailingZeros(value.denominator()),
                ObservationsResponse.asOf(observationSet.resolvedScope()),
                shown.stream()
                        .map(it -> ActivityEffect.of(it, ofRatio, ofSeveral))
                        .toList(),
                reports.isEmpty()
                        ? null
                        : reports.stream()
                                .map(it -> ReportEffect.of(it, ofRatio, ofSeveral))
                                .toList(),
                next.orElse(null));
        return new Representation(jsonRenderer.render(answer), next);
    }
}
