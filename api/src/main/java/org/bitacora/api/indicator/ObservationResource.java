package org.bitacora.api.indicator;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.bitacora.api.answer.Answers;
import org.bitacora.api.answer.Ask;
import org.bitacora.api.answer.Body;
import org.bitacora.api.answer.Format;
import org.bitacora.api.answer.Where;
import org.bitacora.api.territory.PlanPeriods;
import org.bitacora.projections.indicator.OwnDefinitions.Numbered;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Figures: the observations of an indicator for a territory. */
@Path("/v1/territories/{t}/indicators/{code}/observations")
@Tag(name = "indicators")
public class ObservationResource {

    private static final List<Format> FORMATS = List.of(Format.JSON, Format.CSV, Format.JSON_STAT, Format.XLSX);

    private final Definitions definitions;
    private final Observing observing;
    private final PlanPeriods plans;
    private final Answers answers;
    private final Tables tables;

    ObservationResource(
            Definitions definitions, Observing observing, PlanPeriods plans, Answers answers, Tables tables) {
        this.definitions = definitions;
        this.observing = observing;
        this.plans = plans;
        this.answers = answers;
        this.tables = tables;
    }

    /** Observes. */
    @GET
    @Operation(
            operationId = "observe",
            summary = "Read the figures of an indicator",
            description =
                    "The values of an indicator in one or more periods, as known at a moment, whole or broken down."
                            + " A filter takes several values with commas between them: fields are ANDed, values ORed.")
    @APIResponse(
            responseCode = "200",
            description = "The observations",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = ObservationsShown.class)),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)),
                @Content(mediaType = "application/vnd.json-stat+json", schema = @Schema(ref = "JsonStat")),
                @Content(
                        mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        schema = @Schema(implementation = String.class, format = "binary"))
            })
    public Uni<Response> observe(
            @Parameter(description = "The code of the territory", example = "br-ba") @PathParam("t") String territory,
            @Parameter(description = "The code of the indicator", example = "bahia.actions") @PathParam("code")
                    String code,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var ask = new Ask(
                request,
                Where.and("period", "by", "asOf", "minPosition", "format", "version", "per", "rollup", "dialect"));
        return observe(territory, code, ask);
    }

    /** The same, however it was asked. */
    public Uni<Response> observe(String territory, String code, Ask ask) {
        return answers.of(ask, territory, FORMATS, Scoping.isRolledUp(ask), known -> plans.spelt(
                        ask, "asOf", territory, known.reached())
                .flatMap(spelt -> definitions
                        .versions(territory, code)
                        .map(versions -> Definitions.known(spelt, versions))
                        .flatMap(versions -> observed(spelt, territory, versions, known))));
    }

    private Uni<Body> observed(Ask ask, String territory, List<Numbered> versions, Answers.Known known) {
        var by = Observing.groupings(ask);
        var questions = Definitions.chosen(ask, "version", versions).stream()
                .map(it -> Observing.question(ask, it.definition(), by))
                .toList();
        return observing
                .observe(ask, territory, questions, known.reached())
                .map(observed ->
                        tables.body(ask, List.of(new Showing(ask).observations(observed, versions)), known.format()));
    }
}
