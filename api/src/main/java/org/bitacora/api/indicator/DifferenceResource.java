package org.bitacora.api.indicator;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.bitacora.api.indicator.EvidenceResponse.ActivityEffect;
import org.bitacora.api.indicator.EvidenceResponse.ReportEffect;
import org.bitacora.application.indicator.DifferenceService;
import org.bitacora.domain.indicator.Value;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.http.ConditionalResponder;
import org.bitacora.http.FilterParameters;
import org.bitacora.http.Format;
import org.bitacora.http.JsonRenderer;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.Representation;
import org.bitacora.http.problem.ProblemException;
import org.bitacora.http.problem.ProblemStatuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The explanation of the change of a value. */
@Path("/v1/territories/{t}/indicators/{code}/diff")
@Tag(name = "indicators")
public class DifferenceResource {

    private final DifferenceService differenceService;
    private final ConditionalResponder conditionalResponder;
    private final JsonRenderer jsonRenderer;

    DifferenceResource(
            DifferenceService differenceService, ConditionalResponder conditionalResponder, JsonRenderer jsonRenderer) {
        this.differenceService = differenceService;
        this.conditionalResponder = conditionalResponder;
        this.jsonRenderer = jsonRenderer;
    }

    /** Explains the change of a value. */
    @GET
    @ProblemStatuses(404)
    @Operation(
            operationId = "explainDifference",
            summary = "Explain the change of a value",
            description = "Returns the changes that explain the difference of a value between two moments,"
                    + " one for each activity, with its effect, its cause (added, withdrawn, corrected,"
                    + " reclassified, transition) and its events. If `fromVersion` and `toVersion`"
                    + " differ, the changes by the definition follow, with the cause definition. With"
                    + " `rollup=true`, `from` and `to` must be instants or days. The activities of a"
                    + " territory that joined or left then have the cause reclassified, unless they"
                    + " changed themselves, and their events include that of the membership.")
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            required = true,
            description = "The first moment: a position such as 461, an instant such as"
                    + " 2014-12-31T23:59:59Z, or a day such as 2014-12-31, which means its end in the"
                    + " time zone of the territory",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "The second moment, in the same forms; by default the latest position",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "fromVersion",
            in = ParameterIn.QUERY,
            description =
                    "The version of the definition for the first moment, for example 1; by default" + " the latest",
            schema = @Schema(implementation = Integer.class))
    @Parameter(
            name = "toVersion",
            in = ParameterIn.QUERY,
            description =
                    "The version of the definition for the second moment, for example 2; by default" + " the latest",
            schema = @Schema(implementation = Integer.class))
    @APIResponse(
            responseCode = "200",
            description = "The difference",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DifferenceResponse.class)))
    public Uni<Response> explain(
            @Parameter(description = "The code of the territory", example = "br-ba") @PathParam("t") String territory,
            @Parameter(description = "The code of the indicator", example = "bahia.actions") @PathParam("code")
                    String code,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var readRequest = new ReadRequest(
                request,
                FilterParameters.parameterNames(
                        "period", "from", "to", "fromVersion", "toVersion", "minPosition", "format", "per", "rollup"));
        if (readRequest.parameter("from").isEmpty()) {
            throw ProblemException.invalidParameter(
                    "from", Detail.of("Missing parameter. Expected a position, an instant or a day."));
        }
        return conditionalResponder.respondForScope(
                readRequest, territory, List.of(Format.JSON), responseContext -> differenceService
                        .explain(parseQuery(readRequest, territory, code), responseContext.reached())
                        .map(it -> Representation.unpaged(jsonRenderer.render(toResponse(it)))));
    }

    private static DifferenceService.DifferenceQuery parseQuery(
            ReadRequest readRequest, String territory, String code) {
        return new DifferenceService.DifferenceQuery(
                code,
                new DifferenceService.SideQuery(
                        IndicatorQueryParser.scope(readRequest, "from", territory),
                        IndicatorQueryParser.version(readRequest, "fromVersion")),
                new DifferenceService.SideQuery(
                        IndicatorQueryParser.scope(readRequest, "to", territory),
                        IndicatorQueryParser.version(readRequest, "toVersion")),
                IndicatorQueryParser.singlePeriod(readRequest),
                IndicatorQueryParser.options(readRequest, List.of()));
    }

    private static DifferenceResponse toResponse(DifferenceService.Difference difference) {
        var to = difference.to();
        boolean ofSeveral = to.resolvedScope().rollupInstant().isPresent();
        boolean ofRatio = to.observations().getFirst().value() instanceof Value.RatioValue;
        var first = DifferenceResponse.DifferenceSide.of(difference.from());
        var second = DifferenceResponse.DifferenceSide.of(to);
        return new DifferenceResponse(
                to.observations().getFirst().period().name(),
                first,
                second,
                DifferenceResponse.difference(first, second),
                difference.changes().stream()
                        .map(it -> ActivityEffect.of(it, ofRatio, ofSeveral))
                        .toList(),
                difference.reports().isEmpty()
                        ? null
                        : difference.reports().stream()
                                .map(it -> ReportEffect.of(it, ofRatio, ofSeveral))
                                .toList());
    }
}
