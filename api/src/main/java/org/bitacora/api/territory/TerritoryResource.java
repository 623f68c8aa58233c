package org.bitacora.api.territory;

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
import java.util.List;
import java.util.Set;
import org.bitacora.application.territory.TerritoryService;
import org.bitacora.domain.identifier.TerritoryCode;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.territory.Territory;
import org.bitacora.http.BearerAuthenticator;
import org.bitacora.http.ConditionalResponder;
import org.bitacora.http.Format;
import org.bitacora.http.JsonBodyParser;
import org.bitacora.http.JsonRenderer;
import org.bitacora.http.PageResponse;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.Representation;
import org.bitacora.http.problem.Problem;
import org.bitacora.http.problem.ProblemException;
import org.bitacora.http.problem.ProblemStatuses;
import org.bitacora.projections.territory.TerritoryRepository;
import org.bitacora.projections.territory.TerritoryRow;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Registers, lists and returns territories. */
@Path("/v1/territories")
@Tag(name = "territories")
public class TerritoryResource {

    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1_000;

    private final BearerAuthenticator bearerAuthenticator;
    private final TerritoryService territoryService;
    private final TerritoryRepository territoryRepository;
    private final ConditionalResponder conditionalResponder;
    private final JsonRenderer jsonRenderer;

    TerritoryResource(
            BearerAuthenticator bearerAuthenticator,
            TerritoryService territoryService,
            TerritoryRepository territoryRepository,
            ConditionalResponder conditionalResponder,
            JsonRenderer jsonRenderer) {
        this.bearerAuthenticator = bearerAuthenticator;
        this.territoryService = territoryService;
        this.territoryRepository = territoryRepository;
        this.conditionalResponder = conditionalResponder;
        this.jsonRenderer = jsonRenderer;
    }

    /** Registers a territory, or changes its registration. */
    @PUT
    @Path("/{t}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "key")
    @ProblemStatuses({403, 422})
    @Operation(
            operationId = "putTerritory",
            summary = "Register a territory",
            description = "Registers a territory or replaces its registration. The registration is an entry of"
                    + " the territory's own log. Repeating the request changes nothing. The"
                    + " response is sent when the registration can be read. Requires the role"
                    + " admin.")
    @APIResponse(
            responseCode = "201",
            description = "The territory was registered",
            content = @Content(schema = @Schema(implementation = TerritoryResponse.class)))
    @APIResponse(
            responseCode = "200",
            description = "The registration was replaced, or already had this content",
            content = @Content(schema = @Schema(implementation = TerritoryResponse.class)))
    public Uni<Response> put(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(description = "The code of the territory", example = "br-ba") @PathParam("t") String code,
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "TerritoryRequest"))) byte[] body) {
        return bearerAuthenticator
                .requireAdmin(authorization)
                .flatMap(caller -> territoryService.register(caller, parseTerritory(code, body)))
                .map(it -> Response.status(it.created() ? 201 : 200)
                        .entity(TerritoryResponse.of(it.territory()))
                        .build());
    }

    /** Parses the territory of a request body; a problem 422 if it is invalid. */
    private static Territory parseTerritory(String code, byte[] body) {
        if (!TerritoryCode.isWellFormed(code)) {
            throw ProblemException.invalid(
                    "/code", Detail.of("Invalid territory code. Expected the form {0}.", TerritoryCode.REGEX));
        }
        var data = JsonBodyParser.parseObject(body);
        var found = Territory.validate(data);
        if (!found.isEmpty()) {
            throw ProblemException.of(
                    Problem.of(422, "invalid", found.getFirst().detail(), found));
        }
        return Territory.of(new TerritoryCode(code), data);
    }

    /** Lists the territories. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listTerritories",
            summary = "List the territories",
            description = "Lists the territories, ordered by code.")
    @Parameter(
            name = "cursor",
            description = "The cursor of the page, from the URL in `next` of the previous page; by default"
                    + " the first page",
            in = ParameterIn.QUERY,
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "limit",
            description = "The maximum number of items on a page",
            in = ParameterIn.QUERY,
            schema = @Schema(implementation = Integer.class, defaultValue = "100", minimum = "1", maximum = "1000"))
    @APIResponse(
            responseCode = "200",
            description = "A page of territories",
            content = @Content(schema = @Schema(ref = "TerritoryPageResponse")))
    public Uni<Response> list(@Parameter(hidden = true) @Context HttpServerRequest request) {
        var readRequest = new ReadRequest(request, Set.of("cursor", "limit", "format"));
        int limit = readRequest.limit(DEFAULT_LIMIT, MAX_LIMIT);
        return territoryRepository
                .listAfter(readRequest.parameter("cursor").orElse(""), limit + 1)
                .map(rows -> page(rows, limit));
    }

    private static Response page(List<TerritoryRow> rows, int limit) {
        var shown = rows.stream().limit(limit).map(TerritoryResponse::of).toList();
        if (rows.size() <= limit) {
            return Response.ok(PageResponse.singlePage(shown)).build();
        }
        var next = "/v1/territories?cursor=" + shown.getLast().code() + "&limit=" + limit;
        return Response.ok(new PageResponse<>(shown, next))
                .header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"")
                .build();
    }

    /** Returns a territory. */
    @GET
    @Path("/{t}")
    @Produces(MediaType.APPLICATION_JSON)
    @ProblemStatuses(404)
    @Operation(
            operationId = "getTerritory",
            summary = "Get a territory",
            description = "Returns a territory and the last position of its log.")
    @APIResponse(
            responseCode = "200",
            description = "The territory",
            content = @Content(schema = @Schema(implementation = TerritoryResponse.class)))
    public Uni<Response> get(
            @Parameter(description = "The code of the territory", example = "br-ba") @PathParam("t") String code,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var readRequest = new ReadRequest(request, Set.of("minPosition", "format"));
        return conditionalResponder.respond(readRequest, code, List.of(Format.JSON), _ -> territoryRepository
                .find(code)
                .map(row -> row.orElseThrow(
                        () -> ProblemException.notFound(Detail.of("No territory {0} is registered.", code))))
                .map(row -> Representation.unpaged(jsonRenderer.render(TerritoryResponse.of(row)))));
    }
}
