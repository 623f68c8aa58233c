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
import org.bitacora.application.indicator.EvidenceService;
import org.bitacora.application.indicator.IndicatorQuery;
import org.bitacora.domain.identifier.Subject;
import org.bitacora.domain.indicator.Value;
import org.bitacora.domain.json.Numbers;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.http.ConditionalResponder;
import org.bitacora.http.FilterParameters;
import org.bitacora.http.Format;
import org.bitacora.http.JsonRenderer;
import org.bitacora.http.PeriodParameterParser;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.Representation;
import org.bitacora.http.problem.ProblemException;
import org.bitacora.http.problem.ProblemStatuses;
import org.bitacora.projections.projector.CheckpointRepository.Checkpoint;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The evidence of a value. */
@Path("/v1/territories/{t}/indicators/{code}/evidence")
@Tag(name = "indicators")
public class EvidenceResource {

    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1_000;

    private final EvidenceService evidenceService;
    private final ConditionalResponder conditionalResponder;
    private final JsonRenderer jsonRenderer;

    EvidenceResource(
            EvidenceService evidenceService, ConditionalResponder conditionalResponder, JsonRenderer jsonRenderer) {
        this.evidenceService = evidenceService;
        this.conditionalResponder = conditionalResponder;
        this.jsonRenderer = jsonRenderer;
    }

    /** Lists the evidence. */
    @GET
    @ProblemStatuses(404)
    @Operation(
            operationId = "listEvidence",
            summary = "List the evidence of a value",
            description = "Returns the activities and the reports behind a value, each with its effect and its"
                    + " events. The effects of all pages add up to the value. In a distinct"
                    + " count, such as one of countries, an item is attributed to the first"
                    + " activity that names it, in the order of territory and name.")
    @APIResponse(
            responseCode = "200",
            description = "A page of the evidence",
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
        int limit = readRequest.limit(DEFAULT_LIMIT, MAX_LIMIT);
        return evidenceService
                .find(
                        new EvidenceService.EvidencePageQuery(indicatorQuery, parseCursor(readRequest), limit),
                        checkpoint)
                .map(page -> toRepresentation(
                        PeriodParameterParser.withPlanYears(readRequest, indicatorQuery.period(), page.period()),
                        page));
    }

    private static Optional<Subject.ActivitySubject> parseCursor(ReadRequest readRequest) {
        return readRequest.parameter("cursor").map(text -> Subject.parse(text)
                .filter(Subject.ActivitySubject.class::isInstance)
                .map(Subject.ActivitySubject.class::cast)
                .orElseThrow(() -> ProblemException.invalidParameter("cursor", Detail.of("Invalid cursor."))));
    }

    private Representation toRepresentation(ReadRequest readRequest, EvidenceService.ValueEvidence page) {
        var observationSet = page.observationSet();
        var next = page.hasNext() ? Optional.of(nextUri(readRequest, page)) : Optional.<String>empty();
        var observation = observationSet.observations().getFirst();
        var value = observation.value();
        boolean ofSeveral = observationSet.resolvedScope().rollupInstant().isPresent();
        boolean ofRatio = value instanceof Value.RatioValue;
        var response = new EvidenceResponse(
                observation.period().name(),
                Numbers.withoutTrailingZeros(value.number()),
                value.reasonWord().orElse(null),
                Numbers.withoutTrailingZeros(value.numerator()),
                Numbers.withoutTrailingZeros(value.denominator()),
                ObservationsResponse.asOf(observationSet.resolvedScope()),
                page.activities().stream()
                        .map(it -> ActivityEffect.of(it, ofRatio, ofSeveral))
                        .toList(),
                page.reports().isEmpty()
                        ? null
                        : page.reports().stream()
                                .map(it -> ReportEffect.of(it, ofRatio, ofSeveral))
                                .toList(),
                next.orElse(null));
        return new Representation(jsonRenderer.render(response), next);
    }

    /** Returns the link to the next page. It pins the moment, so that the pages are of one state. */
    private static String nextUri(ReadRequest readRequest, EvidenceService.ValueEvidence page) {
        var observationSet = page.observationSet();
        var moment = observationSet
                .resolvedScope()
                .rollupInstant()
                .map(Object::toString)
                .orElseGet(() -> Long.toString(observationSet.moment().position()));
        var last = page.activities().getLast();
        var cursor = new Subject.ActivitySubject(last.territory(), last.subject()).text();
        return readRequest.uriWith("asOf", moment, "cursor", cursor);
    }
}
