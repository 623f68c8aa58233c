package org.bitacora.exchange.catalog;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.http.BaseUri;
import org.bitacora.http.JsonRenderer;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Metadata of CSV tables. */
@Path("/v1/csvw")
@Tag(name = "catalog")
public class CsvwResource {

    private final CsvTableSchemas tables;
    private final PublishedTables published;
    private final CatalogConfiguration configuration;
    private final BaseUri baseUri;
    private final JsonRenderer jsonRenderer;

    CsvwResource(
            CsvTableSchemas tables,
            PublishedTables published,
            CatalogConfiguration configuration,
            BaseUri baseUri,
            JsonRenderer jsonRenderer) {
        this.tables = tables;
        this.published = published;
        this.configuration = configuration;
        this.baseUri = baseUri;
        this.jsonRenderer = jsonRenderer;
    }

    /** Returns the metadata of a table. */
    @GET
    @Operation(
            operationId = "getCsvw",
            summary = "Get the metadata of a CSV table",
            description = "Returns the CSV on the Web metadata of a table of this service. Every CSV response"
                    + " links to its metadata.")
    @Parameter(
            name = "of",
            in = ParameterIn.QUERY,
            required = true,
            description = "The root-relative URL of the table",
            schema = @Schema(implementation = String.class, maxLength = 4_000))
    @APIResponse(
            responseCode = "200",
            description = "The metadata",
            content = @Content(mediaType = CsvwMetadata.MEDIA_TYPE, schema = @Schema(ref = "JsonLd")))
    public Uni<Response> csvw(@Parameter(hidden = true) @Context HttpServerRequest request) {
        var readRequest = new ReadRequest(request, Set.of("of"));
        var of = readRequest.parameter("of").orElse("");
        return columns(of)
                .map(found -> found.orElseThrow(() -> ProblemException.invalidParameter(
                        "of", Detail.of("`of` must be the URL of a table of this service."))))
                .map(columns -> CsvwMetadata.metadata(
                        baseUri.forRequest(request) + of,
                        columns,
                        configuration.license().toString()))
                .map(metadata -> Response.ok(jsonRenderer.render(metadata))
                        .header(HttpHeaders.CONTENT_TYPE, CsvwMetadata.MEDIA_TYPE)
                        .build());
    }

    private Uni<Optional<List<String>>> columns(String of) {
        var columns = tables.columns(of);
        return columns.isPresent() ? Uni.createFrom().item(columns) : published.columns(of);
    }
}
