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
import org.bitacora.application.request.Ask;
import org.bitacora.application.request.ProblemException;
import org.bitacora.application.request.Where;
import org.bitacora.application.territory.AsOf;
import org.bitacora.domain.activity.PartialDate;
import org.bitacora.http.Answers;
import org.bitacora.http.Body;
import org.bitacora.http.Format;
import org.bitacora.http.Items;
import org.bitacora.http.Json;
import org.bitacora.projections.activity.Activities;
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

    private final Activities activities;
    private final ActivityPages pages;
    private final Answers answers;
    private final AsOf asOf;
    private final Json json;

    ActivityResource(Activities activities, ActivityPages pages, Answers answers, AsOf asOf, Json json) {
        this.activities = activities;
        this.pages = pages;
        this.answers = answers;
        this.asOf = asOf;
        this.json = json;
    }

    /** Lists activities. */
    @GET
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
                @Content(mediaType = "application/json", schema = @Schema(ref = "ActivityItems")),
                @Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = ActivityShown.class)),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class))
            })
    public Uni<Response> list(
            @Parameter(description = "The code of the territory", example = "br-ba") @PathParam("t") String territory,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var ask = new Ask(request, Where.and("from", "to", "q", "asOf", "minPosition", "cursor", "limit", "format"));
        var page = new Activities.Page(
                territory,
                Where.of(ask),
                date(ask, "from").map(PartialDate::earliest),
                date(ask, "to").map(PartialDate::latest),
                Optional.empty(),
                ask.parameter("q"),
                ask.parameter("cursor").orElse(""));
        return answers.of(ask, territory, ActivityPages.FORMATS, known -> asOf.of(ask, territory, known.reached())
                .flatMap(moment -> pages.of(ask, page, moment.position(), known.format())));
    }

    /** Shows an activity. */
    @GET
    @Path("/{a}")
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
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ActivityShown.class)))
    public Uni<Response> get(
            @Parameter(description = "The code of the territory", example = "br-ba") @PathParam("t") String territory,
            @Parameter(description = "The name of the activity", example = "visita-2014-0203") @PathParam("a")
                    String activity,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var ask = new Ask(request, Set.of("asOf", "minPosition", "format"));
        return answers.of(ask, territory, List.of(Format.JSON), known -> asOf.of(ask, territory, known.reached())
                .flatMap(moment -> activities.find(territory, activity, moment.position()))
                .map(row -> Body.whole(json.whole(ActivityShown.of(row.orElseThrow(ActivityResource::unknown))))));
    }

    /** Shows all that was ever known of an activity. */
    @GET
    @Path("/{a}/history")
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
            content = @Content(mediaType = "application/json", schema = @Schema(ref = "ActivityItems")))
    public Uni<Response> history(
            @Parameter(description = "The code of the territory", example = "br-ba") @PathParam("t") String territory,
            @Parameter(description = "The name of the activity", example = "visita-2014-0203") @PathParam("a")
                    String activity,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var ask = new Ask(request, Set.of("minPosition", "format"));
        Function<List<ActivityRow>, Body> whole = rows -> {
            if (rows.isEmpty()) {
                throw unknown();
            }
            return Body.whole(
                    json.whole(Items.whole(rows.stream().map(ActivityShown::of).toList())));
        };
        return answers.of(ask, territory, List.of(Format.JSON), _ -> activities
                .versions(territory, activity)
                .map(whole));
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("Nothing was said of such an activity.");
    }

    private static Optional<PartialDate> date(Ask ask, String name) {
        return ask.parameter(name).map(text -> PartialDate.of(text)
                .orElseThrow(
                        () -> ProblemException.parameter(name, "A date is wanted: 2014-05-12, or 2014-05, or 2014.")));
    }
}
