package org.bitacora.exchange.catalog;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.http.AcceptHeader;
import org.bitacora.http.BaseUri;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The catalogue of datasets. */
@Path("/v1/catalog")
@Tag(name = "catalog")
public class CatalogResource {

    private static final String JSON_LD = "application/ld+json";
    private static final String TURTLE = "text/turtle";
    private static final String CURSOR = "^[a-z0-9-]{0,63}$";

    private final CatalogPages pages;
    private final BaseUri baseUri;

    CatalogResource(CatalogPages pages, BaseUri baseUri) {
        this.pages = pages;
        this.baseUri = baseUri;
    }

    /** Returns a page of the catalogue. */
    @GET
    @Operation(
            operationId = "getCatalog",
            summary = "Read the catalogue of datasets",
            description = "Returns the catalogue as DCAT-AP 3: a dataset for each territory and group of"
                    + " indicators, with its distributions, licence, periodicity, and the places and years it"
                    + " covers. The catalogue may be up to ten seconds old. It is paged if there are more"
                    + " territories than the configured page size (500 by default); hydra:next and the Link"
                    + " header point to the next page.")
    @Parameter(
            name = "format",
            in = ParameterIn.QUERY,
            description = "The format; overrides Accept",
            schema =
                    @Schema(
                            implementation = String.class,
                            enumeration = {"json-ld", "turtle"}))
    @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = "The code of a territory; the page starts with the next code",
            schema = @Schema(implementation = String.class, pattern = CURSOR, maxLength = 63))
    @APIResponse(
            responseCode = "200",
            description = "A page of the catalogue",
            content = {
                @Content(mediaType = JSON_LD, schema = @Schema(ref = "JsonLd")),
                @Content(mediaType = TURTLE, schema = @Schema(implementation = String.class))
            })
    public Uni<Response> catalog(@Parameter(hidden = true) @Context HttpServerRequest request) {
        var readRequest = new ReadRequest(request, Set.of("format", "cursor"));
        var catalogPageQuery = new CatalogPages.CatalogPageQuery(
                cursor(readRequest),
                isTurtle(readRequest, request.getHeader(HttpHeaders.ACCEPT)),
                readRequest.parameter("format"));
        return pages.page(catalogPageQuery, baseUri.forRequest(request))
                .map(catalogPage -> respond(catalogPage, catalogPageQuery.isTurtle()));
    }

    private static Response respond(CatalogPages.CatalogPage catalogPage, boolean isTurtle) {
        var response = Response.ok(catalogPage.text())
                .header(HttpHeaders.CONTENT_TYPE, isTurtle ? TURTLE + ";charset=UTF-8" : JSON_LD)
                .header(HttpHeaders.VARY, "Accept");
        catalogPage.next().ifPresent(it -> response.header(HttpHeaders.LINK, "<" + it + ">; rel=\"next\""));
        return response.build();
    }

    private static String cursor(ReadRequest readRequest) {
        var cursor = readRequest.parameter("cursor").orElse("");
        if (!cursor.matches(CURSOR)) {
            throw ProblemException.invalidParameter("cursor", Detail.of("`cursor` must be the code of a territory."));
        }
        return cursor;
    }

    private static boolean isTurtle(ReadRequest readRequest, @Nullable String accept) {
        return switch (readRequest.parameter("format").orElse("")) {
            case "json-ld" -> false;
            case "turtle" -> true;
            case "" ->
                AcceptHeader.parse(accept)
                        .preferred(List.of(JSON_LD, TURTLE))
                        .filter(TURTLE::equals)
                        .isPresent();
            default ->
                throw ProblemException.invalidParameter("format", Detail.of("`format` must be `json-ld` or `turtle`."));
        };
    }
}
