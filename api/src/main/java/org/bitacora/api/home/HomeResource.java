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

/** The page that an office sees first, and the entry of the API. */
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

    /** Where to go on from the entry of the API. */
    @Schema(description = "Where to go on")
    public record ApiLinksResponse(
            String territories, String indicators, String events, String contract, String documentation) {}

    /** The home page. */
    @GET
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    @Operation(
            operationId = "home",
            summary = "Show the home page",
            description = "Lists the territories, with links to their activity maps and to the documentation.")
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

    /** The entry of the API. */
    @GET
    @Path("v1")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "entry", summary = "Enter the API", description = "Says where to go on.")
    @APIResponse(
            responseCode = "200",
            description = "Links",
            content = @Content(schema = @Schema(implementation = ApiLinksResponse.class)))
    public ApiLinksResponse entry() {
        return LINKS;
    }
}
