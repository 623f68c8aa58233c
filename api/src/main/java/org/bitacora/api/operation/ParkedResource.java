package org.bitacora.api.operation;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.bitacora.domain.identifier.Subject;
import org.bitacora.http.BearerAuthenticator;
import org.bitacora.http.PageResponse;
import org.bitacora.http.problem.ProblemException;
import org.bitacora.http.problem.ProblemStatuses;
import org.bitacora.projections.projector.CheckpointRepository;
import org.bitacora.projections.projector.ProjectionTracker;
import org.bitacora.projections.projector.Projector;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is parked, and its replay. */
@Path("/v1/territories/{t}/parked")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operation")
public class ParkedResource {

    private final BearerAuthenticator bearerAuthenticator;
    private final CheckpointRepository checkpointRepository;
    private final Projector projector;
    private final ProjectionTracker projectionTracker;

    ParkedResource(
            BearerAuthenticator bearerAuthenticator,
            CheckpointRepository checkpointRepository,
            Projector projector,
            ProjectionTracker projectionTracker) {
        this.bearerAuthenticator = bearerAuthenticator;
        this.checkpointRepository = checkpointRepository;
        this.projector = projector;
        this.projectionTracker = projectionTracker;
    }

    /** A subject whose events wait for a fix. */
    @Schema(
            name = "ParkedActivityResponse",
            description = "An activity whose events could not be projected and wait for a fix")
    public record ParkedActivityResponse(
            @Schema(examples = "br-ba/visita-2014-0203") String subject,

            @Schema(examples = "17", description = "Of the first event that could not be projected")
            long position,

            @Schema(description = "The same for everybody: details are in the server's log")
            String reason) {}

    /** What a replay did. */
    @Schema(name = "ReplayResponse", description = "What a replay did")
    public record ReplayResponse(
            @Schema(description = "Whether the activity is projected again")
            boolean replayed) {}

    /** Lists what is parked. */
    @GET
    @ProblemStatuses(404)
    @Operation(
            operationId = "listParked",
            summary = "List what is parked",
            description =
                    "Lists the activities of a territory whose events could not be projected. Its figures are incomplete until they are replayed.")
    @APIResponse(
            responseCode = "200",
            description = "What is parked",
            content = @Content(schema = @Schema(ref = "ParkedActivityPageResponse")))
    public Uni<PageResponse<ParkedActivityResponse>> parked(
            @Parameter(description = "The code of the territory", example = "br-ba") @PathParam("t") String territory) {
        return projectionTracker.findCheckpoint(territory).flatMap(reached -> {
            if (reached.isEmpty()) {
                throw ProblemException.notFound("No territory " + territory + " is registered.");
            }
            return checkpointRepository
                    .findParkedSubjects(territory)
                    .map(all -> PageResponse.singlePage(all.stream()
                            .map(it -> new ParkedActivityResponse(
                                    it.subject(), it.position(), "It could not be projected."))
                            .toList()));
        });
    }

    /** Replays a parked activity. */
    @POST
    @Path("/{a}/replay")
    @SecurityRequirement(name = "key")
    @ProblemStatuses(403)
    @Operation(
            operationId = "replayParked",
            summary = "Replay a parked activity",
            description =
                    "Projects the parked events of an activity again, at their own positions, after a fix. Needs the role admin.")
    @APIResponse(
            responseCode = "200",
            description = "What it did",
            content = @Content(schema = @Schema(implementation = ReplayResponse.class)))
    public Uni<ReplayResponse> replay(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(description = "The code of the territory", example = "br-ba") @PathParam("t") String territory,
            @Parameter(description = "The name of the activity", example = "visita-2014-0203") @PathParam("a")
                    String activity) {
        return bearerAuthenticator
                .requireAdmin(authorization)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(_ -> Subject.within(territory, activity)
                        .filter(it -> projector.replay(territory, it.text()))
                        .isPresent())
                .invoke(projectionTracker::invalidateKnownPositions)
                .map(ReplayResponse::new);
    }
}
