package org.bitacora.exchange.spreadsheet;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.http.BearerAuthenticator;
import org.bitacora.http.PageResponse;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.language.DetailRenderer;
import org.bitacora.http.problem.ProblemException;
import org.bitacora.http.problem.ProblemStatuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Imports spreadsheets. */
@Path("/v1/territories/{t}/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "imports")
@SecurityRequirement(name = "key")
public class ImportResource {

    private static final int LONGEST_WAIT = 60;

    private final BearerAuthenticator bearerAuthenticator;
    private final ImportPlanner importPlanner;
    private final ImportExecutor importExecutor;
    private final ImportAccess importAccess;
    private final ImportReverter importReverter;

    ImportResource(
            BearerAuthenticator bearerAuthenticator,
            ImportPlanner importPlanner,
            ImportExecutor importExecutor,
            ImportAccess importAccess,
            ImportReverter importReverter) {
        this.bearerAuthenticator = bearerAuthenticator;
        this.importPlanner = importPlanner;
        this.importExecutor = importExecutor;
        this.importAccess = importAccess;
        this.importReverter = importReverter;
    }

    /** Imports a file. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @ProblemStatuses({403, 404, 422})
    @Operation(
            operationId = "importSpreadsheet",
            summary = "Import a spreadsheet",
            description = "Converts the rows of a CSV or XLSX file to events. A mapping states the meaning of the"
                    + " columns (docs/imports.md); a file with the columns of a template needs no mapping."
                    + " Each row is compared with what its source recorded last about the activity, and only"
                    + " differences are posted, so a corrected file can be sent any number of times. The"
                    + " response is sent when the import has ended, or after `wait` seconds with its progress.")
    @APIResponse(
            responseCode = "200",
            description = "The import has ended",
            content = @Content(schema = @Schema(implementation = ImportResponse.class)))
    @APIResponse(
            responseCode = "202",
            description = "The import is in progress; Location is the URL of its status",
            content = @Content(schema = @Schema(implementation = ImportResponse.class)))
    public Uni<Response> post(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(description = "The code of the territory", example = "br-ba") @PathParam("t") String territory,
            @Parameter(
                            description = "How an invalid row affects the others: each imports the other rows,"
                                    + " all stores nothing if any row is invalid",
                            schema =
                                    @Schema(
                                            enumeration = {"each", "all"},
                                            defaultValue = "each"))
                    @QueryParam("mode")
                    @DefaultValue("each")
                    String mode,
            @Parameter(
                            description = "Whether to only report the results, without storing anything",
                            schema = @Schema(implementation = Boolean.class, defaultValue = "false"))
                    @QueryParam("dryRun")
                    @Nullable
                    String dryRun,
            @Parameter(
                            description = "The number of seconds to wait for the end of the import",
                            schema =
                                    @Schema(
                                            implementation = Integer.class,
                                            minimum = "0",
                                            maximum = "60",
                                            defaultValue = "10"))
                    @QueryParam("wait")
                    @DefaultValue("10")
                    String wait,
            @Parameter(hidden = true) @Context HttpServerRequest request,
            @RestForm("file") @Nullable FileUpload file,
            @RestForm("mapping") @Nullable String mapping) {
        int seconds = parseWait(wait);
        var importForm = new ImportPlanner.ImportForm(
                file,
                mapping,
                mode,
                ReadRequest.parseFlag("dryRun", dryRun == null ? request.getParam("dryRun") : dryRun),
                DetailRenderer.of(request));
        return bearerAuthenticator
                .authenticate(authorization)
                .flatMap(caller -> importPlanner.plan(caller, territory, importForm))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .flatMap(plan -> importExecutor
                        .start(plan)
                        .flatMap(end -> ImportAccess.awaitEnd(end, seconds))
                        .chain(() -> importAccess.find(plan.parameters().caller(), territory, plan.id())))
                .map(ImportResource::respond);
    }

    private static int parseWait(String wait) {
        if (wait.matches("\\d{1,3}") && Integer.parseInt(wait) <= LONGEST_WAIT) {
            return Integer.parseInt(wait);
        }
        throw ProblemException.invalidParameter(
                "wait", Detail.of("`wait` must be a number of seconds from 0 to {0}.", LONGEST_WAIT));
    }

    private static Response respond(ImportResponse shown) {
        return Response.status(shown.endedAt() == null ? 202 : 200)
                .header(HttpHeaders.LOCATION, "/v1/territories/" + shown.territory() + "/imports/" + shown.id())
                .entity(shown)
                .build();
    }

    /** Lists the latest imports. */
    @GET
    @Operation(
            operationId = "listImports",
            summary = "List the latest imports",
            description = "Lists the latest imports of a territory, newest first. Admins see all imports; other"
                    + " keys see the imports of their source.")
    @APIResponse(
            responseCode = "200",
            description = "The latest imports",
            content = @Content(schema = @Schema(ref = "ImportPageResponse")))
    public Uni<PageResponse<ImportResponse>> list(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(description = "The code of the territory", example = "br-ba") @PathParam("t") String territory) {
        return bearerAuthenticator
                .authenticate(authorization)
                .flatMap(caller -> importAccess.latest(caller, territory))
                .map(PageResponse::singlePage);
    }

    /** Returns an import. */
    @GET
    @Path("/{id}")
    @ProblemStatuses(404)
    @Operation(
            operationId = "getImport",
            summary = "Get an import",
            description = "Returns the status and the progress of an import.")
    @APIResponse(
            responseCode = "200",
            description = "The import",
            content = @Content(schema = @Schema(implementation = ImportResponse.class)))
    public Uni<ImportResponse> get(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(description = "The code of the territory", example = "br-ba") @PathParam("t") String territory,
            @Parameter(description = "The id of the import", example = "5e0c1f2a9b7d4c68") @PathParam("id") String id) {
        return bearerAuthenticator
                .authenticate(authorization)
                .flatMap(caller -> importAccess.find(caller, territory, id));
    }

    /** Undoes an import. */
    @POST
    @Path("/{id}/undo")
    @ProblemStatuses({403, 404, 409})
    @Operation(
            operationId = "undoImport",
            summary = "Undo an import",
            description = "Withdraws each event of an import by further events, the last one first, and waits until"
                    + " observations show it. The log keeps all of them. Undoing an import again changes nothing. The"
                    + " same file can be imported again. An import can be undone at any time after its end.")
    @APIResponse(
            responseCode = "200",
            description = "The import is undone",
            content = @Content(schema = @Schema(implementation = ImportUndoResponse.class)))
    public Uni<ImportUndoResponse> undo(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(description = "The code of the territory", example = "br-ba") @PathParam("t") String territory,
            @Parameter(description = "The id of the import", example = "5e0c1f2a9b7d4c68") @PathParam("id") String id) {
        return bearerAuthenticator.authenticate(authorization).flatMap(caller -> importAccess
                .checkUndo(caller, territory, id)
                .chain(() -> importReverter.undo(caller, territory, id)));
    }

    /** Lists the row results of an import. */
    @GET
    @Path("/{id}/outcomes")
    @ProblemStatuses(404)
    @Operation(
            operationId = "listImportOutcomes",
            summary = "List the row results of an import",
            description =
                    "Lists the results of the rows of an import, one item per activity, in the order of the file.")
    @APIResponse(
            responseCode = "200",
            description = "A page of row results",
            content = @Content(schema = @Schema(ref = "ImportRowResultPageResponse")))
    public Uni<PageResponse<ImportRowResult>> outcomes(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(description = "The code of the territory", example = "br-ba") @PathParam("t") String territory,
            @Parameter(description = "The id of the import", example = "5e0c1f2a9b7d4c68") @PathParam("id") String id,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var readRequest = new ReadRequest(request, Set.of("outcome", "cursor", "limit"));
        return bearerAuthenticator
                .authenticate(authorization)
                .flatMap(caller -> importAccess.find(caller, territory, id))
                .flatMap(_ -> importAccess.outcomes(readRequest, id));
    }
}
