package org.bitacora.api.indicator;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.bitacora.api.answer.Answers;
import org.bitacora.api.answer.Ask;
import org.bitacora.api.answer.Body;
import org.bitacora.api.answer.Csv;
import org.bitacora.api.answer.Format;
import org.bitacora.api.answer.Json;
import org.bitacora.api.language.Labels;
import org.bitacora.api.territory.PlanPeriods;
import org.bitacora.domain.indicator.Field;
import org.bitacora.domain.indicator.Grouping;
import org.bitacora.projections.indicator.Catalogue;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Bahía's activity map: as data, as a table, and as a page that prints well. */
@Path("/v1/territories/{t}/reports/activity-map")
@Tag(name = "reports")
public class ActivityMapResource {

    private static final List<Format> FORMATS = List.of(Format.JSON, Format.CSV, Format.HTML);
    private static final String INDICATOR = "bahia.actions";

    private final Catalogue catalogue;
    private final Observing observing;
    private final PlanPeriods plans;
    private final Answers answers;
    private final Json json;
    private final Template page;

    ActivityMapResource(
            Catalogue catalogue,
            Observing observing,
            PlanPeriods plans,
            Answers answers,
            Json json,
            @Location("activity-map.html") Template page) {
        this.catalogue = catalogue;
        this.observing = observing;
        this.plans = plans;
        this.answers = answers;
        this.json = json;
        this.page = page;
    }

    /** Draws the map. */
    @GET
    @Operation(
            operationId = "getActivityMap",
            summary = "Draw the activity map",
            description =
                    "The international actions of a period in the five categories of Bahía's map. An action can be in"
                            + " several: every share is of the distinct actions.")
    @APIResponse(
            responseCode = "200",
            description = "The map",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = ActivityMap.class)),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)),
                @Content(mediaType = "text/html", schema = @Schema(implementation = String.class))
            })
    public Uni<Response> get(
            @Parameter(description = "The code of the territory", example = "br-ba") @PathParam("t") String territory,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var ask = new Ask(request, Set.of("period", "asOf", "minPosition", "format"));
        return get(territory, ask);
    }

    /** The same, however it was asked. */
    public Uni<Response> get(String territory, Ask ask) {
        return answers.of(ask, territory, FORMATS, known -> plans.spelt(ask, "asOf", territory, known.reached())
                .flatMap(spelt -> drawn(spelt, territory, known)));
    }

    private Uni<Body> drawn(Ask ask, String territory, Answers.Known known) {
        var definition = catalogue.find(INDICATOR).orElseThrow();
        var question = Observing.question(ask, definition, List.of(new Grouping.By(Field.CATEGORY)));
        return observing
                .observe(ask, territory, List.of(question), known.reached())
                .flatMap(observed -> shown(ask, observed, known.format()));
    }

    private Uni<Body> shown(Ask ask, Observing.Observed observed, Format format) {
        var labels = Labels.in(ask.language());
        var maps = observed.observations().stream()
                .map(observation -> ActivityMap.of(observed, observation, labels))
                .toList();
        return switch (format) {
            case CSV ->
                whole(Csv.table(
                        ActivityMap.COLUMNS,
                        maps.stream().flatMap(map -> map.rows().stream()).toList()));
            case HTML ->
                page.data("maps", maps).data("labels", labels).createUni().map(text -> Body.whole(Buffer.buffer(text)));
            case JSON, NDJSON, JSON_STAT, XLSX, SVG -> whole(json.whole(maps.size() == 1 ? maps.getFirst() : maps));
        };
    }

    private static Uni<Body> whole(Buffer content) {
        return Uni.createFrom().item(Body.whole(content));
    }
}
