package org.bitacora.api.home;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.Set;
import org.bitacora.http.Labels;
import org.bitacora.http.ReadRequest;
import org.bitacora.projections.territory.TerritoryRepository;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The home page, and the entry point of the API. */
@Path("/")
@Tag(name = "home")
public class HomeResource {

    private static final int MAX_TERRITORIES = 1_000;
    private static final ApiLinksResponse LINKS =
            new ApiLinksResponse("/v1/territories", "/v1/indicators", "/v1/events", "/q/openapi", "/q/swagger-ui");

    private final Template home;
    private final TerritoryRepository territoryRepository;
    private final InstantSource clock;

    HomeResource(@Location("home.html") Template home, TerritoryRepository territoryRepository, InstantSource clock) {
        this.home = home;
        this.territoryRepository = territoryRepository;
        this.clock = clock;
    }

    /** The links of the entry point of the API. */
    @Schema(description = "Root-relative URLs of the main resources and of the documentation")
    public record ApiLinksResponse(
            String territories, String indicators, String events, String contract, String documentation) {}

    /** Returns the home page. */
    @GET
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    @Operation(
            operationId = "home",
            summary = "Get the home page",
            description = "Returns a page that lists the territories, with links to their activity maps"
                    + " and to the documentation.")
    @APIResponse(
            responseCode = "200",
            description = "The page",
            content = @Content(mediaType = "text/html", schema = @Schema(implementation = String.class)))
    public Uni<String> home(@Parameter(hidden = true) @Context HttpServerRequest request) {
        var labels = Labels.forLanguage(new ReadRequest(request, Set.of()).language());
        return territoryRepository
                .latestYears(MAX_TERRITORIES, clock.instant())
                .flatMap(latest ->
                        home.data("lines", latest).data("labels", labels).createUni());
    }

    /** Returns the links of the entry point. */
    @GET
    @Path("v1")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "entry",
            summary = "Get the entry point of the API",
            description = "Returns" + " the URLs of the main resources and of the documentation.")
    @APIResponse(
            responseCode = "200",
            description = "The links",
            content = @Content(schema = @Schema(implementation = ApiLinksResponse.class)))
    public ApiLinksResponse entry() {
        return LINKS;
    }
}
