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
import org.bitacora.domain.refusal.Detail;
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

/** The activities of a territory and their history. */
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
            summary = "List the activities of a territory",
            description = "Lists the activities of a territory as of a moment, ordered by name. Each field"
                    + " of an activity is a filter parameter that accepts several values, separated by"
                    + " commas. An activity must match all fields, and any of the values of a field.")
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "The earliest date: a day, a month or a year, for example 2014-05-12. Selects"
                    + " activities that were formalised on or after it; for an activity that is only"
                    + " planned, the planned date applies",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "The latest date: a day, a month or a year, for example 2014-12. Selects"
                    + " activities that were formalised on or before it; for an activity that is only"
                    + " planned, the planned date applies",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description = "A text that the title contains, for example rosario; case-insensitive",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description = "The moment as of which the log is read: a position such as 463, an instant such"
                    + " as 2014-12-31T23:59:59Z, or a day such as 2014-12-31, which means its end in the"
                    + " time zone of the territory; by default the latest position",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "minPosition",
            in = ParameterIn.QUERY,
            description = "The position of the log that the response must include, for example 463; the"
                    + " server waits up to five seconds for it and otherwise responds with 503",
            schema = @Schema(implementation = Long.class, minimum = "0"))
    @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = "The cursor of the page, from the URL in `next` of the previous page; by default"
                    + " the first page",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "The maximum number of items on a page",
            schema = @Schema(implementation = Integer.class, defaultValue = "100", minimum = "1", maximum = "1000"))
    @Parameter(
            name = "format",
            in = ParameterIn.QUERY,
            description = "The format; overrides Accept",
            schema =
                    @Schema(
                            implementation = String.class,
                            enumeration = {"json", "ndjson", "csv"}))
    @APIResponse(
            responseCode = "200",
            description = "A page of activities",
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
                        .flatMap(asOfMoment ->
                                pages.render(readRequest, activityPageQuery, asOfMoment, responseContext.format())));
    }

    /** Returns an activity. */
    @GET
    @Path("/{a}")
    @ProblemStatuses(404)
    @Operation(
            operationId = "getActivity",
            summary = "Get an activity",
            description = "Returns an activity as of a moment, with the inconsistencies between its events.")
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description = "The moment as of which the log is read: a position such as 463, an instant such"
                    + " as 2014-12-31T23:59:59Z, or a day such as 2014-12-31, which means its end in the"
                    + " time zone of the territory; by default the latest position",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "minPosition",
            in = ParameterIn.QUERY,
            description = "The position of the log that the response must include, for example 463; the"
                    + " server waits up to five seconds for it and otherwise responds with 503",
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
                                ActivityResponse.of(row.orElseThrow(() -> activityNotFound(activity)))))));
    }

    /** Returns all versions of an activity. */
    @GET
    @Path("/{a}/history")
    @ProblemStatuses(404)
    @Operation(
            operationId = "getActivityHistory",
            summary = "Get the history of an activity",
            description = "Returns all versions of an activity, each with the positions between which it was the"
                    + " latest knowledge. The list is complete.")
    @Parameter(
            name = "minPosition",
            in = ParameterIn.QUERY,
            description = "The position of the log that the response must include, for example 463; the"
                    + " server waits up to five seconds for it and otherwise responds with 503",
            schema = @Schema(implementation = Long.class, minimum = "0"))
    @APIResponse(
            responseCode = "200",
            description = "The versions, oldest first",
            content = @Content(mediaType = "application/json", schema = @Schema(ref = "ActivityPageResponse")))
    public Uni<Response> history(
            @Parameter(description = "The code of the territory", example = "br-ba") @PathParam("t") String territory,
            @Parameter(description = "The name of the activity", example = "visita-2014-0203") @PathParam("a")
                    String activity,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var readRequest = new ReadRequest(request, Set.of("minPosition", "format"));
        Function<List<ActivityRow>, Representation> whole = rows -> {
            if (rows.isEmpty()) {
                throw activityNotFound(activity);
            }
            return Representation.unpaged(jsonRenderer.render(PageResponse.singlePage(
                    rows.stream().map(ActivityResponse::of).toList())));
        };
        return conditionalResponder.respond(readRequest, territory, List.of(Format.JSON), _ -> activityRepository
                .versions(territory, activity)
                .map(whole));
    }

    private static ProblemException activityNotFound(String activity) {
        return ProblemException.notFound(Detail.of("There is no activity {0}.", activity));
    }

    private static Optional<PartialDate> dateParameter(ReadRequest readRequest, String name) {
        return readRequest.parameter(name).map(text -> PartialDate.of(text)
                .orElseThrow(() -> ProblemException.invalidParameter(
                        name, Detail.of("Expected a date, for example 2014-05-12, 2014-05 or 2014."))));
    }
}
