package org.bitacora.exchange.archive;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
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
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Set;
import org.bitacora.application.background.BlockingCalls;
import org.bitacora.http.BearerAuthenticator;
import org.bitacora.http.ConditionalResponder;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.StreamingResponder;
import org.bitacora.projections.projector.CheckpointRepository.TerritoryPosition;
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

/** A territory out, and in again elsewhere. */
@Blocking
@Path("/v1/territories/{t}/archive")
@Tag(name = "archives")
public class ArchiveResource {

    private static final String ZIP = "application/zip";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final BearerAuthenticator bearerAuthenticator;
    private final ConditionalResponder conditionalResponder;
    private final ArchiveExporter archiveExporter;
    private final ArchiveImporter archiveImporter;
    private final StreamingResponder streamingResponder;

    ArchiveResource(
            BearerAuthenticator bearerAuthenticator,
            ConditionalResponder conditionalResponder,
            ArchiveExporter archiveExporter,
            ArchiveImporter archiveImporter,
            StreamingResponder streamingResponder) {
        this.bearerAuthenticator = bearerAuthenticator;
        this.conditionalResponder = conditionalResponder;
        this.archiveExporter = archiveExporter;
        this.archiveImporter = archiveImporter;
        this.streamingResponder = streamingResponder;
    }

    /** A territory as an archive. */
    @GET
    @Operation(
            operationId = "getArchive",
            summary = "Take a territory along",
            description =
                    "A ZIP file that holds a bag (BagIt, RFC 8493): the log as NDJSON, all observations by year and month as CSV, the"
                            + " definitions, the strategies, and the digests of all of them. A Bitácora that takes it has the same log at"
                            + " the same positions, and so the same figures. What is private is in it for an admin who asks for it.")
    @Parameter(
            name = "private",
            in = ParameterIn.QUERY,
            description = "Whether what is private is wanted too; that needs the role admin",
            schema = @Schema(implementation = Boolean.class, defaultValue = "false"))
    @Parameter(ref = "minPosition")
    @APIResponse(
            responseCode = "200",
            description = "The archive",
            content = @Content(mediaType = ZIP, schema = @Schema(implementation = String.class, format = "binary")))
    @APIResponse(responseCode = "401", ref = "#/components/responses/Problem")
    @APIResponse(responseCode = "403", ref = "#/components/responses/Problem")
    public Response get(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(description = "The code of the territory", example = "br-ba") @PathParam("t") String territory,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var readRequest = new ReadRequest(request, Set.of("private", "minPosition"));
        boolean isPrivate = ReadRequest.parseFlag("private", request.getParam("private"));
        if (isPrivate) {
            BlockingCalls.await(() -> bearerAuthenticator.requireAdmin(authorization));
        }
        var checkpoint = conditionalResponder
                .currentCheckpoint(readRequest, territory)
                .await()
                .atMost(PATIENCE);
        var archiveScope = new ArchiveExporter.ArchiveScope(
                new TerritoryPosition(territory, territory, checkpoint.position(), checkpoint.parkedSubjects()),
                isPrivate);
        return Response.ok(streamingResponder.stream(request, out -> archiveExporter.write(archiveScope, out)))
                .header(HttpHeaders.CONTENT_TYPE, ZIP)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + archiveScope.archiveName() + ".zip\"")
                .build();
    }

    /** A territory from an archive. */
    @PUT
    @Produces(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "key")
    @Operation(
            operationId = "putArchive",
            summary = "Take over a territory",
            description =
                    "Makes the log of a territory what an archive holds: every entry as it was recorded, at the same position, all of it"
                            + " or nothing. Where the log is there already it must begin alike; what it lacks is added, and the same archive"
                            + " again adds nothing. Every digest is checked. Needs the role admin; to be followed by minPosition.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = ZIP, schema = @Schema(implementation = String.class, format = "binary")))
    @APIResponse(
            responseCode = "201",
            description = "The territory is here now",
            content = @Content(schema = @Schema(implementation = ArchiveImportResult.class)))
    @APIResponse(
            responseCode = "200",
            description = "It was here, and has what the archive holds",
            content = @Content(schema = @Schema(implementation = ArchiveImportResult.class)))
    public Response put(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(description = "The code of the territory", example = "br-ba") @PathParam("t") String territory,
            InputStream body)
            throws IOException {
        BlockingCalls.await(() -> bearerAuthenticator.requireAdmin(authorization));
        var file = Files.createTempFile("bitacora-", ".zip");
        try {
            Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
            var taken = archiveImporter.importArchive(territory, file);
            boolean isNew = taken.taken() > 0 && taken.taken() == taken.position();
            return Response.status(isNew ? Response.Status.CREATED : Response.Status.OK)
                    .entity(taken)
                    .build();
        } finally {
            Files.delete(file);
        }
    }
}
