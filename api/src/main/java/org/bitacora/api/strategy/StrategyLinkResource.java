package org.bitacora.api.strategy;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.bitacora.application.strategy.StrategySectionService;
import org.bitacora.application.strategy.StrategyService;
import org.bitacora.domain.strategy.StrategySection;
import org.bitacora.http.BearerAuthenticator;
import org.bitacora.http.JsonBodyParser;
import org.bitacora.http.problem.ProblemStatuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The links of a strategy: stated causes and effects between objectives. */
@Path("/v1/territories/{t}/strategies/{s}/links/{from}/{to}")
@Tag(name = "strategies")
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "key")
public class StrategyLinkResource {

    private final BearerAuthenticator bearerAuthenticator;
    private final StrategySectionService strategySectionService;

    StrategyLinkResource(BearerAuthenticator bearerAuthenticator, StrategySectionService strategySectionService) {
        this.bearerAuthenticator = bearerAuthenticator;
        this.strategySectionService = strategySectionService;
    }

    /** Sets a link. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @ProblemStatuses({403, 404, 412, 422})
    @Operation(
            operationId = "putStrategyLink",
            summary = "Set a link between two objectives",
            description = "Sets a link: the hypothesis that one objective brings about another, its reason and"
                    + " the expected delay in months. Circular links are refused. Requires the"
                    + " role editor.")
    @APIResponse(
            responseCode = "200",
            description = "The current strategy",
            content = @Content(schema = @Schema(ref = "StrategyResponse")))
    public Uni<Response> link(
            @BeanParam StrategyParameters strategyParameters,
            @Parameter(description = "The code of the objective that is the cause", example = "o1") @PathParam("from")
                    String from,
            @Parameter(description = "The code of the objective that is the effect", example = "o2") @PathParam("to")
                    String to,
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "StrategyPartRequest")))
                    byte[] body) {
        return strategySectionService
                .state(
                        revisionContext(strategyParameters),
                        StrategySection.LINKS,
                        List.of(from, to),
                        JsonBodyParser.parseObject(body))
                .map(StrategyResponder::respond);
    }

    /** Removes a link. */
    @DELETE
    @ProblemStatuses({403, 404, 412, 422})
    @Operation(
            operationId = "deleteStrategyLink",
            summary = "Remove a link between two objectives",
            description = "Removes a link. Earlier versions of the strategy keep it. Removing a link that"
                    + " does not exist changes nothing. Requires the role editor.")
    @APIResponse(
            responseCode = "200",
            description = "The current strategy",
            content = @Content(schema = @Schema(ref = "StrategyResponse")))
    public Uni<Response> erase(
            @BeanParam StrategyParameters strategyParameters,
            @Parameter(description = "The code of the objective that is the cause", example = "o1") @PathParam("from")
                    String from,
            @Parameter(description = "The code of the objective that is the effect", example = "o2") @PathParam("to")
                    String to) {
        return strategySectionService
                .drop(revisionContext(strategyParameters), StrategySection.LINKS, List.of(from, to))
                .map(StrategyResponder::respond);
    }

    private Uni<StrategyService.StrategyRevisionContext> revisionContext(StrategyParameters strategyParameters) {
        return bearerAuthenticator
                .authenticate(strategyParameters.authorization)
                .map(strategyParameters::toContext);
    }
}
