package org.bitacora.api.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.bitacora.api.answer.Ask;
import org.bitacora.api.answer.Base;
import org.bitacora.api.problem.ProblemException;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.projections.indicator.Catalogue;
import org.bitacora.projections.indicator.Coverage;
import org.bitacora.projections.indicator.Coverage.Covered;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.Rio;
import org.eclipse.rdf4j.rio.WriterConfig;
import org.eclipse.rdf4j.rio.helpers.JSONLDMode;
import org.eclipse.rdf4j.rio.helpers.JSONLDSettings;
import org.jspecify.annotations.Nullable;

/** The catalogue. */
@Path("/v1/catalog")
@Tag(name = "catalog")
public class CatalogResource {

    private static final String JSON_LD = "application/ld+json";
    private static final String TURTLE = "text/turtle";
    private static final int MOST = 10_000;
    private static final String ALL = "";

    private final Coverage coverage;
    private final Catalogue catalogue;
    private final CatalogConfiguration configuration;
    private final Base base;
    private final Cache<String, List<Covered>> covered = Caffeine.newBuilder()
            .maximumSize(1)
            .expireAfterWrite(Duration.ofSeconds(10))
            .build();

    CatalogResource(Coverage coverage, Catalogue catalogue, CatalogConfiguration configuration, Base base) {
        this.coverage = coverage;
        this.catalogue = catalogue;
        this.configuration = configuration;
        this.base = base;
    }

    /** The catalogue. */
    @GET
    @Operation(
            operationId = "getCatalog",
            summary = "Read the catalogue of datasets",
            description =
                    "DCAT-AP 3: a dataset for each territory and group of indicators, with its distributions, licence, periodicity, and"
                            + " the places and years that it covers. At most ten seconds old.")
    @Parameter(
            name = "format",
            in = ParameterIn.QUERY,
            description = "Instead of Accept",
            schema =
                    @Schema(
                            implementation = String.class,
                            enumeration = {"json-ld", "turtle"}))
    @APIResponse(
            responseCode = "200",
            description = "The catalogue",
            content = {
                @Content(mediaType = JSON_LD, schema = @Schema(ref = "JsonLd")),
                @Content(mediaType = TURTLE, schema = @Schema(implementation = String.class))
            })
    public Uni<Response> catalog(@Parameter(hidden = true) @Context HttpServerRequest request) {
        var ask = new Ask(request, Set.of("format"));
        boolean isTurtle = isTurtle(ask, request.getHeader(HttpHeaders.ACCEPT));
        var groups = catalogue.all().stream().map(Definition::group).distinct().toList();
        return covered().map(found -> {
            var graph = new CatalogGraph(base.of(request), configuration).of(found, groups);
            return Response.ok(text(graph, isTurtle ? RDFFormat.TURTLE : RDFFormat.JSONLD))
                    .header(HttpHeaders.CONTENT_TYPE, isTurtle ? TURTLE + ";charset=UTF-8" : JSON_LD)
                    .header(HttpHeaders.VARY, "Accept")
                    .build();
        });
    }

    private static boolean isTurtle(Ask ask, @Nullable String accept) {
        return switch (ask.parameter("format").orElse("")) {
            case "json-ld" -> false;
            case "turtle" -> true;
            case "" -> accept != null && accept.contains("turtle") && !accept.contains("ld+json");
            default -> throw ProblemException.parameter("format", "json-ld or turtle is wanted.");
        };
    }

    private Uni<List<Covered>> covered() {
        var known = covered.getIfPresent(ALL);
        return known == null
                ? coverage.after(ALL, MOST).invoke(it -> covered.put(ALL, it))
                : Uni.createFrom().item(known);
    }

    private static String text(Model graph, RDFFormat format) {
        var out = new StringWriter();
        Rio.write(graph, out, format, new WriterConfig().set(JSONLDSettings.JSONLD_MODE, JSONLDMode.COMPACT));
        return out.toString();
    }
}
