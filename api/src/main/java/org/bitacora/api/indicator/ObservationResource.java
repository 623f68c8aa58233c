package org.bitacora.api.indicator;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.bitacora.api.answer.Answers;
import org.bitacora.api.answer.Ask;
import org.bitacora.api.answer.Body;
import org.bitacora.api.answer.Format;
import org.bitacora.api.answer.Json;
import org.bitacora.api.answer.Where;
import org.bitacora.api.language.Labels;
import org.bitacora.api.problem.ProblemException;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Grouping;
import org.bitacora.projections.indicator.Catalogue;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Figures: the observations of an indicator for a territory. */
@Path("/v1/territories/{t}/indicators/{code}/observations")
@Tag(name = "indicators")
public class ObservationResource {

    private final Catalogue catalogue;
    private final Observing observing;
    private final Answers answers;
    private final Json json;

    ObservationResource(Catalogue catalogue, Observing observing, Answers answers, Json json) {
        this.catalogue = catalogue;
        this.observing = observing;
        this.answers = answers;
        this.json = json;
    }

    /** Observes. */
    @GET
    @Operation(
            operationId = "observe",
            summary = "Read the figures of an indicator",
            description =
                    "The values of an indicator in one or more periods, as known at a moment, whole or broken down."
                            + " A filter takes several values with commas between them: fields are ANDed, values ORed.")
    @Parameter(
            name = "period",
            in = ParameterIn.QUERY,
            required = true,
            description = "2014, 2014-S1, 2014-Q1, 2014-05; 2012..2015, each; 2012/2015, one span",
            example = "2014",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "by",
            in = ParameterIn.QUERY,
            description = "What to break the values down by",
            schema =
                    @Schema(
                            implementation = String.class,
                            enumeration = {"category", "kind", "country", "month"}))
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description = "As known at a position, an instant, or the end of a day",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "minPosition",
            in = ParameterIn.QUERY,
            description = "Waits until this position of the log can be read",
            schema = @Schema(implementation = Long.class, minimum = "0"))
    @APIResponse(
            responseCode = "200",
            description = "The observations",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ObservationsShown.class)))
    public Uni<Response> observe(
            @Parameter(description = "The code of the territory", example = "br-ba") @PathParam("t") String territory,
            @Parameter(description = "The code of the indicator", example = "bahia.actions") @PathParam("code")
                    String code,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var ask = new Ask(request, Where.and("period", "by", "asOf", "minPosition", "format"));
        return answers.of(ask, territory, List.of(Format.JSON), known -> {
            var definition = catalogue
                    .find(code)
                    .orElseThrow(() -> ProblemException.notFound("There is no indicator " + code + "."));
            var question = Observing.question(ask, territory, definition, grouping(ask));
            return observing
                    .observe(ask, question, known)
                    .map(it -> Body.whole(json.whole(shown(ask, definition, it))));
        });
    }

    private static ObservationsShown shown(Ask ask, Definition definition, Observing.Observed observed) {
        var labels = Labels.in(ask.language());
        return new ObservationsShown(
                observed.moment().territory().code,
                ObservationsShown.Of.of(definition, ask.language()),
                ObservationsShown.asOf(
                        observed.moment().position(), observed.moment().recordedAt()),
                observed.observations().stream()
                        .map(it -> ObservationsShown.one(it, observed.parked(), labels))
                        .toList());
    }

    private static Optional<Grouping> grouping(Ask ask) {
        return ask.parameter("by").map(word -> Grouping.of(word)
                .orElseThrow(
                        () -> ProblemException.parameter("by", "One of category, kind, country, month is wanted.")));
    }
}
