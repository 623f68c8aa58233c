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
import org.bitacora.http.BearerAuthenticator;
import org.bitacora.http.PageResponse;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.problem.ProblemException;
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

/** Spreadsheets in. */
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

    ImportResource(
            BearerAuthenticator bearerAuthenticator,
            ImportPlanner importPlanner,
            ImportExecutor importExecutor,
            ImportAccess importAccess) {
        this.bearerAuthenticator = bearerAuthenticator;
        this.importPlanner = importPlanner;
        this.importExecutor = importExecutor;
        this.importAccess = importAccess;
    }

    /** Imports a file. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            operationId = "importSpreadsheet",
            summary = "Import a spreadsheet",
            description =
                    "Makes events of the rows of a CSV or XLSX file, as a mapping says (docs/imports.md); a file with the"
                            + " columns of one of the templates needs none. Each row is compared with what its source said"
                            + " last of the activity: what is the same posts nothing, so a corrected file posts what changed"
                            + " alone, however often it is sent. Answers when it is through, or after a while with how far it"
                            + " has come.")
    @APIResponse(
            responseCode = "200",
            description = "It is through",
            content = @Content(schema = @Schema(implementation = ImportResponse.class)))
    @APIResponse(
            responseCode = "202",
            description = "It has begun; Location tells how far it has come",
            content = @Content(schema = @Schema(implementation = ImportResponse.class)))
    public Uni<Response> post(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(description = "The code of the territory", example = "br-ba") @PathParam("t") String territory,
            @Parameter(
                            description =
                                    "What a wrong row means for the others: nothing, or that none of them is stored",
                            schema =
                                    @Schema(
                                            enumeration = {"each", "all"},
                                            defaultValue = "each"))
                    @QueryParam("mode")
                    @DefaultValue("each")
                    String mode,
            @Parameter(description = "Only say what would become of the rows") @QueryParam("dryRun") @Nullable
                    String dryRun,
            @Parameter(
                            description = "How many seconds to wait for the end",
                            schema = @Schema(minimum = "0", maximum = "60", defaultValue = "10"))
                    @QueryParam("wait")
                    @DefaultValue("10")
                    int wait,
            @Parameter(hidden = true) @Context HttpServerRequest request,
            @RestForm("file") @Nullable FileUpload file,
            @RestForm("mapping") @Nullable String mapping) {
        if (wait < 0 || wait > LONGEST_WAIT) {
            throw ProblemException.invalidParameter("wait", "Seconds from 0 to " + LONGEST_WAIT + " are wanted.");
        }
        var importForm = new ImportPlanner.ImportForm(
                file,
                mapping,
                mode,
                ReadRequest.parseFlag("dryRun", dryRun == null ? request.getParam("dryRun") : dryRun));
        return bearerAuthenticator
                .authenticate(authorization)
                .flatMap(caller -> importPlanner.plan(caller, territory, importForm))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .flatMap(plan -> importExecutor
                        .start(plan)
                        .flatMap(end -> ImportAccess.awaitEnd(end, wait))
                        .chain(() -> importAccess.find(plan.parameters().caller(), territory, plan.id())))
                .map(ImportResource::respond);
    }

    private static Response respond(ImportResponse shown) {
        return Response.status(shown.endedAt() == null ? 202 : 200)
                .header(HttpHeaders.LOCATION, "/v1/territories/" + shown.territory() + "/imports/" + shown.id())
                .entity(shown)
                .build();
    }

    /** Lists the latest. */
    @GET
    @Operation(
            operationId = "listImports",
            summary = "List the latest imports",
            description =
                    "Lists the imports of a territory that the key may see, the latest first: its own, or for an admin all.")
    @APIResponse(
            responseCode = "200",
            description = "The imports",
            content = @Content(schema = @Schema(ref = "ImportItems")))
    public Uni<PageResponse<ImportResponse>> list(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(description = "The code of the territory", example = "br-ba") @PathParam("t") String territory) {
        return bearerAuthenticator
                .authenticate(authorization)
                .flatMap(caller -> importAccess.latest(caller, territory))
                .map(PageResponse::singlePage);
    }

    /** Shows one. */
    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getImport",
            summary = "Show how far an import has come",
            description = "Shows an import: how many rows are through, and what became of them.")
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

    /** Lists what became of rows. */
    @GET
    @Path("/{id}/outcomes")
    @Operation(
            operationId = "listImportOutcomes",
            summary = "List what became of the rows of an import",
            description = "Lists what became of the rows, activity by activity, in the order of the file.")
    @APIResponse(
            responseCode = "200",
            description = "A page of outcomes",
            content = @Content(schema = @Schema(ref = "RowOutcomeItems")))
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
