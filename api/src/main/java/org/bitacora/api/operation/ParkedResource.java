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
import org.bitacora.domain.refusal.Detail;
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

/** The parked subjects of a territory, and their replay. */
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

    /** A parked subject: its events could not be projected and are replayed after a fix. */
    @Schema(
            name = "ParkedActivityResponse",
            description = "A parked activity: its events could not be projected and can be replayed after" + " a fix")
    public record ParkedActivityResponse(
            @Schema(examples = "br-ba/visita-2014-0203") String subject,

            @Schema(examples = "17", description = "The position of the first event that could not be" + " projected")
            long position,

            @Schema(description = "A fixed text; the log file of the server contains the details")
            String reason) {}

    /** The result of a replay. */
    @Schema(name = "ReplayResponse", description = "The result of a replay")
    public record ReplayResponse(
            @Schema(description = "Whether the activity was parked and is projected again")
            boolean replayed) {}

    /** Lists the parked activities. */
    @GET
    @ProblemStatuses(404)
    @Operation(
            operationId = "listParked",
            summary = "List the parked activities of a territory",
            description = "Lists the activities of a territory whose events could not be projected. The"
                    + " observations of the territory have the status incomplete until these"
                    + " events are replayed. The list is complete.")
    @APIResponse(
            responseCode = "200",
            description = "The parked activities",
            content = @Content(schema = @Schema(ref = "ParkedActivityPageResponse")))
    public Uni<PageResponse<ParkedActivityResponse>> parked(
            @Parameter(description = "The code of the territory", example = "br-ba") @PathParam("t") String territory) {
        return projectionTracker.findCheckpoint(territory).flatMap(reached -> {
            if (reached.isEmpty()) {
                throw ProblemException.notFound(Detail.of("No territory {0} is registered.", territory));
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
            description = "Projects the parked events of an activity again, at their own positions, after a fix."
                    + " Requires the role admin.")
    @APIResponse(
            responseCode = "200",
            description = "The result of the replay",
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
