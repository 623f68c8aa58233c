package org.bitacora.api.publication;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.bitacora.api.publication.FeedRenderer.FeedQuery;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.eventlog.Digest;
import org.bitacora.http.BaseUri;
import org.bitacora.http.ConditionalResponder;
import org.bitacora.http.JsonRenderer;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.problem.ProblemException;
import org.bitacora.http.problem.ProblemStatuses;
import org.bitacora.projections.projector.CheckpointRepository.Checkpoint;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The feed of a territory's publications. */
@Path("/v1/territories/{t}/feed")
@Tag(name = "publications")
public class FeedResource {

    private static final String ATOM = "application/atom+xml";
    private static final String JSON_FEED = "application/feed+json";

    private final FeedRenderer feedRenderer;
    private final ConditionalResponder conditionalResponder;
    private final BaseUri baseUri;
    private final JsonRenderer jsonRenderer;

    FeedResource(
            FeedRenderer feedRenderer,
            ConditionalResponder conditionalResponder,
            BaseUri baseUri,
            JsonRenderer jsonRenderer) {
        this.feedRenderer = feedRenderer;
        this.conditionalResponder = conditionalResponder;
        this.baseUri = baseUri;
        this.jsonRenderer = jsonRenderer;
    }

    /** Returns the feed. */
    @GET
    @ProblemStatuses(404)
    @Operation(
            operationId = "getFeed",
            summary = "Get the publication feed of a territory",
            description = "Returns the latest 50 publications of a territory and the revisions of their values,"
                    + " as Atom or JSON Feed. A revision is a log entry that changed published"
                    + " values; it contains the published values and the values after the entry."
                    + " The feed contains the latest 20 revisions of each publication, and at"
                    + " most 50 in total. The id of an item never changes. Revisions are searched"
                    + " among the latest 1,000 entries that may have changed the values of a"
                    + " publication. Changes that cancel each other out within a block of 20 such"
                    + " entries are omitted, except among the latest 20.")
    @Parameter(
            name = "format",
            in = ParameterIn.QUERY,
            description = "The format; overrides Accept",
            schema =
                    @Schema(
                            implementation = String.class,
                            enumeration = {"atom", "json"}))
    @Parameter(
            name = "minPosition",
            in = ParameterIn.QUERY,
            description = "The position of the log that the response must include, for example 463; the"
                    + " server waits up to five seconds for it and otherwise responds with 503",
            schema = @Schema(implementation = Long.class))
    @APIResponse(
            responseCode = "200",
            description = "The feed",
            content = {
                @Content(mediaType = ATOM, schema = @Schema(implementation = String.class)),
                @Content(mediaType = JSON_FEED, schema = @Schema(implementation = FeedResponse.class))
            })
    public Uni<Response> feed(
            @Parameter(description = "The code of the territory", example = "br-ba") @PathParam("t") String territory,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var readRequest = new ReadRequest(request, Set.of("format", "minPosition"));
        boolean isJson = isJson(readRequest, request.getHeader(HttpHeaders.ACCEPT));
        var here = baseUri.forRequest(request);
        return conditionalResponder.currentCheckpoint(readRequest, territory).flatMap(reached -> feedRenderer
                .feed(new FeedQuery(territory, reached, readRequest.language()))
                .map(feed -> isJson
                        ? jsonRenderer.render(feed.withBaseUri(here)).toString()
                        : renderAtom(feed.withBaseUri(here), territory, here + readRequest.uri()))
                .map(text -> toResponse(readRequest, text, isJson, reached)));
    }

    /** Renders the feed as Atom. The id of the feed does not depend on the URL of the request. */
    private static String renderAtom(FeedResponse feed, String territory, String self) {
        return AtomFeedWriter.render(feed, "urn:bitacora:" + territory + ":feed", self);
    }

    private static boolean isJson(ReadRequest readRequest, @Nullable String accept) {
        return switch (readRequest.parameter("format").orElse("")) {
            case "atom" -> false;
            case "json" -> true;
            case "" -> accept != null && accept.contains("json");
            default ->
                throw ProblemException.invalidParameter("format", Detail.of("`format` must be `atom` or `json`."));
        };
    }

    /** The entity tag also depends on the head of the log, so that a feed that lacks entries is not equal to a complete one. */
    private static Response toResponse(ReadRequest readRequest, String text, boolean isJson, Checkpoint checkpoint) {
        var tagged = checkpoint.head().map(head -> text + "\n" + head).orElse(text);
        var tag = '"' + Digest.of(tagged).hex().substring(0, 32) + '"';
        var answer = ConditionalResponder.matchesEtag(readRequest, tag)
                ? Response.notModified()
                : Response.ok(text).header(HttpHeaders.CONTENT_TYPE, isJson ? JSON_FEED : ATOM + ";charset=UTF-8");
        return ConditionalResponder.withCatchingUp(answer, readRequest, checkpoint)
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.VARY, "Accept, Accept-Language")
                .build();
    }
}
