package org.bitacora.api.indicator;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.bitacora.application.indicator.DefinitionLookup;
import org.bitacora.application.indicator.DefinitionService;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.http.BearerAuthenticator;
import org.bitacora.http.JsonBodyParser;
import org.bitacora.http.PageResponse;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.indicator.IndicatorResponse;
import org.bitacora.http.problem.ProblemException;
import org.bitacora.http.problem.ProblemStatuses;
import org.bitacora.projections.indicator.DefinitionRepository;
import org.bitacora.projections.indicator.DefinitionRepository.RecordedDefinition;
import org.bitacora.projections.projector.ProjectionTracker;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The indicators that a territory defines itself. */
@Path("/v1/territories/{t}/indicators")
@Tag(name = "indicators")
@Produces(MediaType.APPLICATION_JSON)
public class OwnIndicatorResource {

    private final BearerAuthenticator bearerAuthenticator;
    private final ProjectionTracker projectionTracker;
    private final DefinitionService definitionService;
    private final DefinitionLookup definitionLookup;
    private final DefinitionRepository own;
    private final IndicatorSheetRenderer indicatorSheetRenderer;

    OwnIndicatorResource(
            BearerAuthenticator bearerAuthenticator,
            ProjectionTracker projectionTracker,
            DefinitionService definitionService,
            DefinitionLookup definitionLookup,
            DefinitionRepository own,
            IndicatorSheetRenderer indicatorSheetRenderer) {
        this.bearerAuthenticator = bearerAuthenticator;
        this.projectionTracker = projectionTracker;
        this.definitionService = definitionService;
        this.definitionLookup = definitionLookup;
        this.own = own;
        this.indicatorSheetRenderer = indicatorSheetRenderer;
    }

    /** Lists the territory's own definitions. */
    @GET
    @ProblemStatuses(404)
    @Operation(
            operationId = "listOwnIndicators",
            summary = "List a territory's own indicators",
            description = "Lists the latest version of each indicator that the territory has defined itself. The"
                    + " list is complete.")
    @APIResponse(
            responseCode = "200",
            description = "The definitions",
            content = @Content(schema = @Schema(ref = "IndicatorPageResponse")))
    public Uni<PageResponse<IndicatorResponse>> list(
            @Parameter(description = "The code of the territory", example = "br-ba") @PathParam("t") String territory,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var language = new ReadRequest(request, Set.of("format")).language();
        return projectionTracker
                .findCheckpoint(territory)
                .invoke(reached -> {
                    if (reached.isEmpty()) {
                        throw ProblemException.notFound(Detail.of("No territory {0} is registered.", territory));
                    }
                })
                .chain(() -> own.findLatest(territory))
                .map(all -> PageResponse.singlePage(all.stream()
                        .map(it -> IndicatorResponse.of(it.definition(), language))
                        .toList()));
    }

    /** Defines an indicator. */
    @PUT
    @Path("/{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "key")
    @ProblemStatuses({403, 404, 422})
    @Operation(
            operationId = "putOwnIndicator",
            summary = "Define an indicator of a territory",
            description = "Records a new version of a territory's own definition as an entry of its log. The"
                    + " indicator has values for the whole history immediately. Repeating the"
                    + " same definition changes nothing. The response is sent when the definition"
                    + " can be read. Requires the role editor.")
    @APIResponse(
            responseCode = "201",
            description = "A new version was recorded",
            content = @Content(schema = @Schema(implementation = IndicatorResponse.class)))
    @APIResponse(
            responseCode = "200",
            description = "The latest version already has this content",
            content = @Content(schema = @Schema(implementation = IndicatorResponse.class)))
    public Uni<Response> put(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(description = "The code of the territory", example = "br-ba") @PathParam("t") String territory,
            @Parameter(description = "The code of the indicator", example = "own.visits-ar") @PathParam("code")
                    String code,
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "IndicatorRequest"))) byte[] body,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var language = new ReadRequest(request, Set.of()).language();
        return bearerAuthenticator
                .authenticate(authorization)
                .flatMap(caller -> definitionService.define(caller, territory, code, JsonBodyParser.parseObject(body)))
                .map(it -> Response.status(it.isNew() ? 201 : 200)
                        .entity(IndicatorResponse.of(it.definition(), language))
                        .build());
    }

    /** Returns a definition. */
    @GET
    @Path("/{code}")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @ProblemStatuses(404)
    @Operation(
            operationId = "getOwnIndicator",
            summary = "Get an indicator of a territory",
            description = "Returns a version of a definition, by default the latest, as data or as a printable"
                    + " sheet. The indicator is one of the territory's own or of the catalogue.")
    @APIResponse(
            responseCode = "200",
            description = "The definition",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = IndicatorResponse.class)),
                @Content(mediaType = "text/html", schema = @Schema(implementation = String.class))
            })
    public Uni<Response> get(
            @Parameter(description = "The code of the territory", example = "br-ba") @PathParam("t") String territory,
            @Parameter(description = "The code of the indicator", example = "own.visits-ar") @PathParam("code")
                    String code,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var readRequest = new ReadRequest(request, Set.of("format", "version"));
        return definitionLookup
                .versions(territory, code)
                .flatMap(versions -> indicatorSheetRenderer.respond(
                        readRequest,
                        DefinitionLookup.selectVersions(IndicatorQueryParser.version(readRequest, "version"), versions)
                                .orElseThrow(ProblemException::of)
                                .getFirst()
                                .definition()));
    }

    /** Lists the versions of a definition. */
    @GET
    @Path("/{code}/versions")
    @ProblemStatuses(404)
    @Operation(
            operationId = "listOwnIndicatorVersions",
            summary = "List the versions of an indicator of a territory",
            description = "Lists all versions of a definition, oldest first. The list is complete.")
    @APIResponse(
            responseCode = "200",
            description = "The versions",
            content = @Content(schema = @Schema(ref = "IndicatorPageResponse")))
    public Uni<PageResponse<IndicatorResponse>> versions(
            @Parameter(description = "The code of the territory", example = "br-ba") @PathParam("t") String territory,
            @Parameter(description = "The code of the indicator", example = "own.visits-ar") @PathParam("code")
                    String code,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var language = new ReadRequest(request, Set.of("format")).language();
        return definitionLookup
                .versions(territory, code)
                .map(all -> PageResponse.singlePage(all.stream()
                        .map(RecordedDefinition::definition)
                        .map(it -> IndicatorResponse.of(it, language))
                        .toList()));
    }
}
