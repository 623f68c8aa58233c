package org.bitacora.api.strategy;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.bitacora.application.strategy.StrategyJsonMapper;
import org.bitacora.application.strategy.StrategyParser;
import org.bitacora.application.strategy.StrategyService;
import org.bitacora.application.strategy.StrategyTemplates;
import org.bitacora.application.territory.AsOfResolver;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.strategy.StrategyDocument;
import org.bitacora.http.AsOfParameterParser;
import org.bitacora.http.BearerAuthenticator;
import org.bitacora.http.ConditionalResponder;
import org.bitacora.http.JsonBodyParser;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.problem.ProblemException;
import org.bitacora.http.problem.ProblemStatuses;
import org.bitacora.projections.strategy.StrategyRepository;
import org.bitacora.projections.strategy.StrategyVersion;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Complete strategies: adopts, revises, reads and compares them. */
@Path("/v1/territories/{t}/strategies")
@Tag(name = "strategies")
@Produces(MediaType.APPLICATION_JSON)
public class StrategyResource {

    private final BearerAuthenticator bearerAuthenticator;
    private final StrategyService strategyService;
    private final StrategyTemplates templates;
    private final StrategyRepository strategyRepository;
    private final AsOfResolver asOfResolver;
    private final ConditionalResponder conditionalResponder;

    StrategyResource(
            BearerAuthenticator bearerAuthenticator,
            StrategyService strategyService,
            StrategyTemplates templates,
            StrategyRepository strategyRepository,
            AsOfResolver asOfResolver,
            ConditionalResponder conditionalResponder) {
        this.bearerAuthenticator = bearerAuthenticator;
        this.strategyService = strategyService;
        this.templates = templates;
        this.strategyRepository = strategyRepository;
        this.asOfResolver = asOfResolver;
        this.conditionalResponder = conditionalResponder;
    }

    /** Lists the strategies. */
    @GET
    @ProblemStatuses(404)
    @Operation(
            operationId = "listStrategies",
            summary = "List the strategies of a territory",
            description = "Lists the strategies of a territory as of a moment, each with all its sections."
                    + " The list is complete.")
    @APIResponse(
            responseCode = "200",
            description = "The strategies",
            content = @Content(schema = @Schema(ref = "StrategyPageResponse")))
    public Uni<Buffer> list(
            @Parameter(description = "The code of the territory", example = "br-belo-horizonte") @PathParam("t")
                    String territory,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        return moment(new ReadRequest(request, Set.of("asOf", "minPosition")), territory)
                .flatMap(asOfMoment -> strategyRepository.known(territory, asOfMoment.position()))
                .map(versions -> StrategyResponder.body(StrategyJsonMapper.toPage(versions)));
    }

    /** Adopts or revises a strategy. */
    @PUT
    @Path("/{s}")
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "key")
    @ProblemStatuses({403, 404, 412, 422})
    @Operation(
            operationId = "putStrategy",
            summary = "Adopt or revise a strategy",
            description = "Adopts a strategy, or replaces its plan. The differences from the current version are"
                    + " appended to the territory's log, all or none. `template` names a strategy"
                    + " template; members of the body replace those of the template. The sections"
                    + " must be consistent. The weights of siblings must add up to 100, or none"
                    + " is stated. Reviews, assessments and overrides are not changed. The"
                    + " response is sent when the strategy can be read. Requires the role editor.")
    @APIResponse(
            responseCode = "201",
            description = "The strategy was created",
            content = @Content(schema = @Schema(ref = "StrategyResponse")))
    @APIResponse(
            responseCode = "200",
            description = "The current strategy",
            content = @Content(schema = @Schema(ref = "StrategyResponse")))
    public Uni<Response> put(
            @BeanParam StrategyParameters strategyParameters,
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "StrategyRequest"))) byte[] body) {
        return bearerAuthenticator
                .authenticate(strategyParameters.authorization)
                .map(strategyParameters::toContext)
                .flatMap(strategyRevisionContext -> strategyService.adopt(strategyRevisionContext, parsePlan(body)))
                .map(StrategyResponder::respond);
    }

    /** Parses the strategy of a body, completed with the template that it names. */
    private StrategyDocument parsePlan(byte[] body) {
        return templates
                .applyTemplate(JsonBodyParser.parseObject(body))
                .flatMap(StrategyParser::parseStrategy)
                .orElseThrow(ProblemException::of);
    }

    /** Returns a strategy. */
    @GET
    @Path("/{s}")
    @ProblemStatuses(404)
    @Operation(
            operationId = "getStrategy",
            summary = "Get a strategy",
            description = "Returns a strategy with all its sections, as of a moment. Send the ETag of the"
                    + " response as If-Match with the next revision.")
    @APIResponse(
            responseCode = "200",
            description = "The strategy",
            content = @Content(schema = @Schema(ref = "StrategyResponse")))
    public Uni<Response> get(
            @Parameter(description = "The code of the territory", example = "br-belo-horizonte") @PathParam("t")
                    String territory,
            @Parameter(description = "The code of the strategy", example = "ppag-2014") @PathParam("s") String strategy,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var readRequest = new ReadRequest(request, Set.of("asOf", "minPosition"));
        return moment(readRequest, territory)
                .flatMap(asOfMoment -> strategyRepository.find(territory, strategy, asOfMoment.position()))
                .map(found -> found.orElseThrow(() -> ProblemException.of(StrategyService.notFound(strategy))))
                .map(version -> ConditionalResponder.matchesEtag(readRequest, StrategyVersionTag.of(version))
                        ? StrategyResponder.tagged(Response.notModified(), version)
                                .build()
                        : StrategyResponder.tagged(
                                        Response.ok(StrategyResponder.body(StrategyJsonMapper.toDocument(version))),
                                        version)
                                .build());
    }

    /** Lists the versions of a strategy. */
    @GET
    @Path("/{s}/versions")
    @ProblemStatuses(404)
    @Operation(
            operationId = "listStrategyVersions",
            summary = "List the versions of a strategy",
            description = "Lists the versions of a strategy up to a moment, oldest first, each with its"
                    + " changes. The list is complete.")
    @APIResponse(
            responseCode = "200",
            description = "The versions",
            content = @Content(schema = @Schema(ref = "StrategyVersionPageResponse")))
    public Uni<Buffer> versions(
            @Parameter(description = "The code of the territory", example = "br-belo-horizonte") @PathParam("t")
                    String territory,
            @Parameter(description = "The code of the strategy", example = "ppag-2014") @PathParam("s") String strategy,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        return moment(new ReadRequest(request, Set.of("asOf", "minPosition")), territory)
                .flatMap(asOfMoment -> strategyRepository.versions(territory, strategy, asOfMoment.position()))
                .map(versions -> {
                    if (versions.isEmpty()) {
                        throw ProblemException.of(StrategyService.notFound(strategy));
                    }
                    return StrategyResponder.body(StrategyJsonMapper.toVersionsPage(versions));
                });
    }

    /** Compares two versions of a strategy. */
    @GET
    @Path("/{s}/diff")
    @ProblemStatuses(404)
    @Operation(
            operationId = "diffStrategy",
            summary = "Compare two versions of a strategy",
            description = "Returns the differences between a strategy as of one moment and as of another,"
                    + " one for each item.")
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            required = true,
            description = "The first moment: a position such as 194, an instant such as"
                    + " 2014-12-31T23:59:59Z, or a day such as 2014-12-31, which means its end in the"
                    + " time zone of the territory",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "The second moment, in the same forms; by default the latest position",
            schema = @Schema(implementation = String.class))
    @APIResponse(
            responseCode = "200",
            description = "The differences",
            content = @Content(schema = @Schema(ref = "StrategyDifferenceResponse")))
    public Uni<Buffer> diff(
            @Parameter(description = "The code of the territory", example = "br-belo-horizonte") @PathParam("t")
                    String territory,
            @Parameter(description = "The code of the strategy", example = "ppag-2014") @PathParam("s") String strategy,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var readRequest = new ReadRequest(request, Set.of("from", "to", "minPosition"));
        if (readRequest.parameter("from").isEmpty()) {
            throw ProblemException.invalidParameter(
                    "from", Detail.of("Missing parameter. Expected a position, an instant or a day."));
        }
        return at(readRequest, "from", territory, strategy).flatMap(from -> at(readRequest, "to", territory, strategy)
                .map(to -> StrategyResponder.body(StrategyJsonMapper.toDifference(from, to))));
    }

    private Uni<StrategyVersion> at(ReadRequest readRequest, String parameter, String territory, String strategy) {
        return conditionalResponder
                .currentCheckpoint(readRequest, territory)
                .flatMap(checkpoint ->
                        asOfResolver.resolve(AsOfParameterParser.parse(readRequest, parameter), territory, checkpoint))
                .flatMap(asOfMoment -> strategyRepository.find(territory, strategy, asOfMoment.position()))
                .map(found -> found.orElseThrow(() -> ProblemException.of(StrategyService.notFound(strategy))));
    }

    private Uni<AsOfResolver.AsOfMoment> moment(ReadRequest readRequest, String territory) {
        return conditionalResponder
                .currentCheckpoint(readRequest, territory)
                .flatMap(checkpoint ->
                        asOfResolver.resolve(AsOfParameterParser.parse(readRequest), territory, checkpoint));
    }
}
