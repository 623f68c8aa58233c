package org.bitacora.exchange.archive;

import io.smallrye.common.annotation.Blocking;
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
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.bitacora.application.background.BlockingCalls;
import org.bitacora.http.BearerAuthenticator;
import org.bitacora.http.ConditionalResponder;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.StreamingResponder;
import org.bitacora.http.problem.ProblemStatuses;
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

/** Exports a territory as an archive, and imports it from one. */
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

    /** Returns a territory as an archive. */
    @GET
    @ProblemStatuses({401, 403, 404})
    @Operation(
            operationId = "getArchive",
            summary = "Export a territory",
            description = "Returns a ZIP file with a bag (BagIt, RFC 8493). It contains the log as NDJSON,"
                    + " all observations by year and month as CSV, the definitions, the strategies and"
                    + " the digests of all files. A Bitácora that imports the archive has the same log at"
                    + " the same positions, and therefore the same observations. Private data is included"
                    + " only if an admin requests it.")
    @Parameter(
            name = "private",
            in = ParameterIn.QUERY,
            description = "Whether to include private data; requires the role admin",
            schema = @Schema(implementation = Boolean.class, defaultValue = "false"))
    @APIResponse(
            responseCode = "200",
            description = "The archive",
            content = @Content(mediaType = ZIP, schema = @Schema(implementation = String.class, format = "binary")))
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
                new TerritoryPosition(
                        territory, territory, checkpoint.position(), checkpoint.parkedSubjects(), Optional.empty()),
                isPrivate);
        return Response.ok(streamingResponder.stream(request, out -> archiveExporter.write(archiveScope, out)))
                .header(HttpHeaders.CONTENT_TYPE, ZIP)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + archiveScope.archiveName() + ".zip\"")
                .build();
    }

    /** Imports a territory from an archive. */
    @PUT
    @Consumes(ZIP)
    @Produces(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "key")
    @ProblemStatuses({403, 409, 422})
    @Operation(
            operationId = "putArchive",
            summary = "Import a territory",
            description = "Imports the log of a territory from an archive: every entry as it was recorded, at the"
                    + " same position. The import is atomic. If the territory already has a log, the archive"
                    + " must start with the same entries; missing entries are added, and importing the same"
                    + " archive again adds nothing. Every digest is checked. Requires the role admin. Use"
                    + " minPosition to read after the import.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = ZIP, schema = @Schema(implementation = String.class, format = "binary")))
    @APIResponse(
            responseCode = "201",
            description = "The territory was imported",
            content = @Content(schema = @Schema(implementation = ArchiveImportResult.class)))
    @APIResponse(
            responseCode = "200",
            description = "The territory existed before, and its log now contains all entries of the archive",
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
            var result = archiveImporter.importArchive(territory, file);
            boolean isNew = result.appended() > 0 && result.appended() == result.position();
            return Response.status(isNew ? Response.Status.CREATED : Response.Status.OK)
                    .entity(result)
                    .build();
        } finally {
            Files.delete(file);
        }
    }
}
