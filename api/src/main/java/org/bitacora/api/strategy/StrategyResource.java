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
import org.bitacora.application.request.Ask;
import org.bitacora.application.request.ProblemException;
import org.bitacora.application.strategy.Planned;
import org.bitacora.application.strategy.Planning;
import org.bitacora.application.strategy.StrategyTag;
import org.bitacora.application.strategy.StrategyTemplates;
import org.bitacora.application.strategy.StrategyText;
import org.bitacora.application.territory.AsOf;
import org.bitacora.http.Access;
import org.bitacora.http.Answers;
import org.bitacora.http.Bodies;
import org.bitacora.projections.strategy.Strategies;
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

/** Strategies as a whole: adopted, revised, read as known at any moment, and compared with themselves. */
@Path("/v1/territories/{t}/strategies")
@Tag(name = "strategies")
@Produces(MediaType.APPLICATION_JSON)
public class StrategyResource {

    private final Access access;
    private final Planning planning;
    private final StrategyTemplates templates;
    private final Strategies strategies;
    private final AsOf asOf;
    private final Answers answers;

    StrategyResource(
            Access access,
            Planning planning,
            StrategyTemplates templates,
            Strategies strategies,
            AsOf asOf,
            Answers answers) {
        this.access = access;
        this.planning = planning;
        this.templates = templates;
        this.strategies = strategies;
        this.asOf = asOf;
        this.answers = answers;
    }

    /** Lists them. */
    @GET
    @Operation(
            operationId = "listStrategies",
            summary = "List the strategies of a territory",
            description = "Lists a territory's strategies, each with all its parts; the list comes whole.")
    @APIResponse(
            responseCode = "200",
            description = "The strategies",
            content = @Content(schema = @Schema(ref = "StrategyItems")))
    public Uni<Buffer> list(
            @Parameter(description = "The code of the territory", example = "br-belo-horizonte") @PathParam("t")
                    String territory,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        return moment(new Ask(request, Set.of("asOf", "minPosition")), territory)
                .flatMap(moment -> strategies.known(territory, moment.position()))
                .map(versions -> StrategyResponder.body(StrategyText.all(versions)));
    }

    /** Makes one what is wanted. */
    @PUT
    @Path("/{s}")
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "key")
    @Operation(
            operationId = "putStrategy",
            summary = "Adopt or revise a strategy",
            description =
                    "Makes a strategy what the body plans: what differs is appended to the territory's log, all of it or nothing."
                            + " template names a built-in strategy, which the other members change. The parts must fit"
                            + " together; weights of siblings add to 100, or none is stated. Reviews, assessments and"
                            + " overrides stay as they are. Answered when it can be read. Needs the role editor.")
    @APIResponse(
            responseCode = "201",
            description = "The strategy, which is new",
            content = @Content(schema = @Schema(ref = "Strategy")))
    @APIResponse(
            responseCode = "200",
            description = "The strategy as it is now",
            content = @Content(schema = @Schema(ref = "Strategy")))
    @APIResponse(responseCode = "412", ref = "#/components/responses/Problem")
    public Uni<Response> put(
            @BeanParam Revision revision,
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "StrategyWanted"))) byte[] body) {
        return access.caller(revision.authorization)
                .map(revision::by)
                .flatMap(which -> planning.make(which, Planned.whole(templates.expanded(Bodies.object(body)))))
                .map(StrategyResponder::respond);
    }

    /** Shows one. */
    @GET
    @Path("/{s}")
    @Operation(
            operationId = "getStrategy",
            summary = "Show a strategy",
            description = "Shows a strategy with all its parts, as known at a moment; its tag is for If-Match.")
    @APIResponse(
            responseCode = "200",
            description = "The strategy",
            content = @Content(schema = @Schema(ref = "Strategy")))
    public Uni<Response> get(
            @Parameter(description = "The code of the territory", example = "br-belo-horizonte") @PathParam("t")
                    String territory,
            @Parameter(description = "The code of the strategy", example = "ppag-2014") @PathParam("s") String strategy,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var ask = new Ask(request, Set.of("asOf", "minPosition"));
        return moment(ask, territory)
                .flatMap(moment -> strategies.find(territory, strategy, moment.position()))
                .map(found -> found.orElseThrow(() -> Planning.notFound(strategy)))
                .map(version -> Answers.matches(ask, StrategyTag.of(version))
                        ? StrategyResponder.tagged(Response.notModified(), version)
                                .build()
                        : StrategyResponder.tagged(
                                        Response.ok(StrategyResponder.body(StrategyText.one(version))), version)
                                .build());
    }

    /** Lists the versions of one. */
    @GET
    @Path("/{s}/versions")
    @Operation(
            operationId = "listStrategyVersions",
            summary = "List the versions of a strategy",
            description = "Lists what changed with each version, the first first; the list comes whole.")
    @APIResponse(
            responseCode = "200",
            description = "The versions",
            content = @Content(schema = @Schema(ref = "StrategyVersionItems")))
    public Uni<Buffer> versions(
            @Parameter(description = "The code of the territory", example = "br-belo-horizonte") @PathParam("t")
                    String territory,
            @Parameter(description = "The code of the strategy", example = "ppag-2014") @PathParam("s") String strategy,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        return moment(new Ask(request, Set.of("asOf", "minPosition")), territory)
                .flatMap(moment -> strategies.versions(territory, strategy, moment.position()))
                .map(versions -> {
                    if (versions.isEmpty()) {
                        throw Planning.notFound(strategy);
                    }
                    return StrategyResponder.body(StrategyText.history(versions));
                });
    }

    /** Tells two apart. */
    @GET
    @Path("/{s}/diff")
    @Operation(
            operationId = "diffStrategy",
            summary = "Tell what changed in a strategy",
            description = "What differs between a strategy at one moment and at another, item by item.")
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            required = true,
            description = "The first moment: a position, an instant, or the end of a day",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "The second moment; now where it is not given",
            schema = @Schema(implementation = String.class))
    @APIResponse(
            responseCode = "200",
            description = "The changes",
            content = @Content(schema = @Schema(ref = "StrategyDifference")))
    public Uni<Buffer> diff(
            @Parameter(description = "The code of the territory", example = "br-belo-horizonte") @PathParam("t")
                    String territory,
            @Parameter(description = "The code of the strategy", example = "ppag-2014") @PathParam("s") String strategy,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var ask = new Ask(request, Set.of("from", "to", "minPosition"));
        if (ask.parameter("from").isEmpty()) {
            throw ProblemException.parameter("from", "A position, an instant or a day is needed.");
        }
        return at(ask, "from", territory, strategy).flatMap(from -> at(ask, "to", territory, strategy)
                .map(to -> StrategyResponder.body(StrategyText.difference(from, to))));
    }

    private Uni<StrategyVersion> at(Ask ask, String parameter, String territory, String strategy) {
        return answers.reached(ask, territory)
                .flatMap(reached -> asOf.at(ask, parameter, territory, reached))
                .flatMap(moment -> strategies.find(territory, strategy, moment.position()))
                .map(found -> found.orElseThrow(() -> Planning.notFound(strategy)));
    }

    private Uni<AsOf.Moment> moment(Ask ask, String territory) {
        return answers.reached(ask, territory).flatMap(reached -> asOf.of(ask, territory, reached));
    }
}
