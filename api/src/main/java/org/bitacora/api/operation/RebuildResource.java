package org.bitacora.api.operation;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.bitacora.application.operation.RebuildService;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.http.BearerAuthenticator;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.problem.Problem;
import org.bitacora.http.problem.ProblemException;
import org.bitacora.http.problem.ProblemStatuses;
import org.bitacora.projections.projector.CheckpointRepository;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Rebuilds all read models. */
@Path("/v1/admin/rebuild")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operation")
public class RebuildResource {

    private final BearerAuthenticator bearerAuthenticator;
    private final CheckpointRepository checkpointRepository;
    private final RebuildService rebuildService;

    RebuildResource(
            BearerAuthenticator bearerAuthenticator,
            CheckpointRepository checkpointRepository,
            RebuildService rebuildService) {
        this.bearerAuthenticator = bearerAuthenticator;
        this.checkpointRepository = checkpointRepository;
        this.rebuildService = rebuildService;
    }

    /** The result of a rebuild. */
    @Schema(name = "RebuildResponse", description = "The result of a rebuild")
    public record RebuildResponse(
            @Schema(examples = "463", description = "The number of projected entries of all logs")
            long entries,

            @Schema(examples = "0.4") double seconds,

            @Schema(description = "Whether the new read models are in use")
            boolean swapped) {}

    /** Rebuilds the read models. */
    @POST
    @SecurityRequirement(name = "key")
    @ProblemStatuses({403, 409})
    @Operation(
            operationId = "rebuild",
            summary = "Rebuild the read models",
            description = "Builds new read models from the logs while the current ones remain in use, and then"
                    + " replaces them. The response is sent at the end of the rebuild; 409 means"
                    + " that another rebuild is running. Requires the role admin.")
    @APIResponse(
            responseCode = "200",
            description = "The result of the rebuild",
            content = @Content(schema = @Schema(implementation = RebuildResponse.class)))
    public Uni<RebuildResponse> rebuild(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(
                            description = "Whether the new read models replace the current ones; otherwise they"
                                    + " remain in the database schema `rebuild`, for comparison",
                            schema = @Schema(implementation = Boolean.class, defaultValue = "true"))
                    @QueryParam("swap")
                    @DefaultValue("true")
                    String swapParameter) {
        boolean swap = ReadRequest.parseFlag("swap", swapParameter);
        return bearerAuthenticator
                .requireAdmin(authorization)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(_ -> rebuildSeconds(swap))
                .flatMap(seconds -> checkpointRepository
                        .countProjectedEntries()
                        .map(entries -> new RebuildResponse(entries, seconds, swap)));
    }

    private double rebuildSeconds(boolean swap) {
        var seconds = swap ? rebuildService.rebuildAndSwap() : rebuildService.rebuildBeside();
        return seconds.orElseThrow(() ->
                ProblemException.of(Problem.of(409, "busy", Detail.of("A rebuild is already running."), List.of())));
    }
}
