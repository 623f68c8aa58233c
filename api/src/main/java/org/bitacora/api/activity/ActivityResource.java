package org.bitacora.api.activity;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bitacora.application.territory.AsOfResolver;
import org.bitacora.domain.activity.PartialDate;
import org.bitacora.http.AsOfParameterParser;
import org.bitacora.http.ConditionalResponder;
import org.bitacora.http.FilterParameters;
import org.bitacora.http.Format;
import org.bitacora.http.JsonRenderer;
import org.bitacora.http.PageResponse;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.Representation;
import org.bitacora.http.problem.ProblemException;
import org.bitacora.http.problem.ProblemStatuses;
import org.bitacora.projections.activity.ActivityRepository;
import org.bitacora.projections.activity.ActivityRow;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Activities: listed, shown, and through their history. */
@Path("/v1/territories/{t}/activities")
@Tag(name = "activities")
public class ActivityResource {

    private final ActivityRepository activityRepository;
    private final ActivityPageRenderer pages;
    private final ConditionalResponder conditionalResponder;
    private final AsOfResolver asOfResolver;
    private final JsonRenderer jsonRenderer;

    ActivityResource(
            ActivityRepository activityRepository,
            ActivityPageRenderer pages,
            ConditionalResponder conditionalResponder,
            AsOfResolver asOfResolver,
            JsonRenderer jsonRenderer) {
        this.activityRepository = activityRepository;
        this.pages = pages;
        this.conditionalResponder = conditionalResponder;
        this.asOfResolver = asOfResolver;
        this.jsonRenderer = jsonRenderer;
    }

    /** Lists activities. */
    @GET
    @ProblemStatuses(404)
    @Operation(
            operationId = "listActivities",
            summary = "List activities",
            description = "Lists the activities of a territory as known at a moment, in the order of their names."
                    + " A filter takes several values with commas between them: fields are ANDed, values ORed.")
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "Not before this day, month or year",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "Not after this day, month or year",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description = "Whose title holds this",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description = "As known at a position, an instant, or the end of a day",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "minPosition",
            in = ParameterIn.QUERY,
            description = "Waits until this position of the log can be read",
            schema = @Schema(implementation = Long.class, minimum = "0"))
    @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = "Where the page before ended; comes in next",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "How many items a page has",
            schema = @Schema(implementation = Integer.class, defaultValue = "100", minimum = "1", maximum = "1000"))
    @Parameter(
            name = "format",
            in = ParameterIn.QUERY,
            description = "Instead of Accept",
            schema =
                    @Schema(
                            implementation = String.class,
                            enumeration = {"json", "ndjson", "csv"}))
    @APIResponse(
            responseCode = "200",
            description = "The activities",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(ref = "ActivityPageResponse")),
                @Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = ActivityResponse.class)),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class))
            })
    public Uni<Response> list(
            @Parameter(description = "The code of the territory", example = "br-ba") @PathParam("t") String territory,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var readRequest = new ReadRequest(
                request,
                FilterParameters.parameterNames("from", "to", "q", "asOf", "minPosition", "cursor", "limit", "format"));
        var activityPageQuery = new ActivityRepository.ActivityPageQuery(
                territory,
                FilterParameters.parse(readRequest),
                dateParameter(readRequest, "from").map(PartialDate::earliest),
                dateParameter(readRequest, "to").map(PartialDate::latest),
                Optional.empty(),
                readRequest.parameter("q"),
                readRequest.parameter("cursor").orElse(""));
        return conditionalResponder.respond(
                readRequest, territory, ActivityPageRenderer.FORMATS, responseContext -> asOfResolver
                        .resolve(AsOfParameterParser.parse(readRequest), territory, responseContext.reached())
                        .flatMap(asOfMoment -> pages.render(
                                readRequest, activityPageQuery, asOfMoment.position(), responseContext.format())));
    }

    /** Shows an activity. */
    @GET
    @Path("/{a}")
    @ProblemStatuses(404)
    @Operation(
            operationId = "getActivity",
            summary = "Show an activity",
            description =
                    "Shows an activity as known at a moment, with what does not fit together in what was said of it.")
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description = "As known at a position, an instant, or the end of a day",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "minPosition",
            in = ParameterIn.QUERY,
            description = "Waits until this position of the log can be read",
            schema = @Schema(implementation = Long.class, minimum = "0"))
    @APIResponse(
            responseCode = "200",
            description = "The activity",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ActivityResponse.class)))
    public Uni<Response> get(
            @Parameter(description = "The code of the territory", example = "br-ba") @PathParam("t") String territory,
            @Parameter(description = "The name of the activity", example = "visita-2014-0203") @PathParam("a")
                    String activity,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var readRequest = new ReadRequest(request, Set.of("asOf", "minPosition", "format"));
        return conditionalResponder.respond(
                readRequest, territory, List.of(Format.JSON), responseContext -> asOfResolver
                        .resolve(AsOfParameterParser.parse(readRequest), territory, responseContext.reached())
                        .flatMap(asOfMoment -> activityRepository.find(territory, activity, asOfMoment.position()))
                        .map(row -> Representation.unpaged(jsonRenderer.render(
                                ActivityResponse.of(row.orElseThrow(ActivityResource::activityNotFound))))));
    }

    /** Shows all that was ever known of an activity. */
    @GET
    @Path("/{a}/history")
    @ProblemStatuses(404)
    @Operation(
            operationId = "getActivityHistory",
            summary = "Show the history of an activity",
            description =
                    "Shows every state of an activity, and between which positions each was the latest knowledge.")
    @Parameter(
            name = "minPosition",
            in = ParameterIn.QUERY,
            description = "Waits until this position of the log can be read",
            schema = @Schema(implementation = Long.class, minimum = "0"))
    @APIResponse(
            responseCode = "200",
            description = "Its states, in their order",
            content = @Content(mediaType = "application/json", schema = @Schema(ref = "ActivityPageResponse")))
    public Uni<Response> history(
            @Parameter(description = "The code of the territory", example = "br-ba") @PathParam("t") String territory,
            @Parameter(description = "The name of the activity", example = "visita-2014-0203") @PathParam("a")
                    String activity,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var readRequest = new ReadRequest(request, Set.of("minPosition", "format"));
        Function<List<ActivityRow>, Representation> whole = rows -> {
            if (rows.isEmpty()) {
                throw activityNotFound();
            }
            return Representation.unpaged(jsonRenderer.render(PageResponse.singlePage(
                    rows.stream().map(ActivityResponse::of).toList())));
        };
        return conditionalResponder.respond(readRequest, territory, List.of(Format.JSON), _ -> activityRepository
                .versions(territory, activity)
                .map(whole));
    }

    private static ProblemException activityNotFound() {
        return ProblemException.notFound("Nothing was said of such an activity.");
    }

    private static Optional<PartialDate> dateParameter(ReadRequest readRequest, String name) {
        return readRequest.parameter(name).map(text -> PartialDate.of(text)
                .orElseThrow(() ->
                        ProblemException.invalidParameter(name, "Expected a date: 2014-05-12, 2014-05 or 2014.")));
    }
}
