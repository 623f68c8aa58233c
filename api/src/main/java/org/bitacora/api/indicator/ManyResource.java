package org.bitacora.api.indicator;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.application.indicator.Observing;
import org.bitacora.application.request.Ask;
import org.bitacora.application.request.ProblemException;
import org.bitacora.application.request.Where;
import org.bitacora.application.territory.AsOf;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Observation;
import org.bitacora.http.Format;
import org.bitacora.http.Json;
import org.bitacora.projections.indicator.Catalogue;
import org.bitacora.projections.indicator.Question;
import org.bitacora.projections.indicator.Scope;
import org.bitacora.projections.indicator.query.Figures;
import org.bitacora.projections.projector.Positions;
import org.bitacora.projections.projector.Positions.Standing;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestMulti;

/** The figures of many indicators and territories in one answer, sent as they are computed. */
@Path("/v1/observations")
@Tag(name = "indicators")
public class ManyResource {

    private static final Logger LOG = Logger.getLogger(ManyResource.class);
    private static final int MOST = 1_000;
    private static final int MOST_INDICATORS = 50;
    private static final int MOST_PERIODS = 100;
    private static final List<Format> FORMATS = List.of(Format.JSON, Format.NDJSON);

    private final Catalogue catalogue;
    private final Figures figures;
    private final Positions positions;
    private final InstantSource clock;
    private final Json json;

    ManyResource(Catalogue catalogue, Figures figures, Positions positions, InstantSource clock, Json json) {
        this.catalogue = catalogue;
        this.figures = figures;
        this.positions = positions;
        this.clock = clock;
        this.json = json;
    }

    /** What is asked, of which territories. */
    private record Asked(Ask ask, List<Question> questions, List<Standing> standings, Optional<String> next) {}

    /** Observes. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "observeMany",
            summary = "Read figures of many territories",
            description =
                    "The observations of one or more indicators of the catalogue for several territories, or for all: one item"
                            + " for each, sent as they are computed. asOf is an instant here: positions are each log's own.")
    @Parameter(
            name = "indicator",
            in = ParameterIn.QUERY,
            required = true,
            description = "Codes of the catalogue, with commas between them; at most 50",
            example = "bahia.actions",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "territory",
            in = ParameterIn.QUERY,
            description = "Codes of territories, with commas between them; all where none is given",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description = "As known at an instant, or at the end of a day (UTC)",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "format",
            in = ParameterIn.QUERY,
            description = "json, or ndjson for an item a line",
            schema =
                    @Schema(
                            implementation = String.class,
                            enumeration = {"json", "ndjson"}))
    @APIResponse(
            responseCode = "200",
            description = "The observations",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(ref = "TerritoryObservationsItems")),
                @Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = String.class))
            })
    public RestMulti<byte[]> observe(@Parameter(hidden = true) @Context HttpServerRequest request) {
        var ask = new Ask(
                request, Where.and("indicator", "territory", "period", "by", "asOf", "cursor", "limit", "format"));
        var format = Format.chosen(ask.parameter("format"), null, FORMATS);
        var questions = questions(ask);
        var answered = territories(ask).onItem().transformToMulti(standings -> {
            var asked = page(ask, questions, standings);
            return format == Format.NDJSON ? lines(asked) : whole(asked);
        });
        return RestMulti.fromMultiData(answered)
                .encodeAsJsonArray(false)
                .header(HttpHeaders.CONTENT_TYPE, format.mediaType())
                .build();
    }

    private List<Question> questions(Ask ask) {
        var codes = ask.values("indicator");
        if (codes.isEmpty() || codes.size() > MOST_INDICATORS) {
            throw ProblemException.parameter("indicator", "1 to " + MOST_INDICATORS + " codes are wanted.");
        }
        var by = Observing.groupings(ask);
        var questions = codes.stream()
                .map(code -> Observing.question(ask, find(code), by))
                .toList();
        if (questions.getFirst().periods().size() > MOST_PERIODS) {
            throw ProblemException.parameter("period", "At most " + MOST_PERIODS + " periods are wanted here.");
        }
        return questions;
    }

    private Definition find(String code) {
        return catalogue
                .find(code)
                .orElseThrow(() -> ProblemException.notFound("There is no indicator " + code + " in the catalogue."));
    }

    /** One more than the page has, to know whether there is a next. */
    private Uni<List<Standing>> territories(Ask ask) {
        var at = ask.parameter("asOf").map(text -> AsOf.instantOf("asOf", text));
        var codes = ask.values("territory");
        if (codes.isEmpty()) {
            return positions.standings(ask.parameter("cursor").orElse(""), limit(ask) + 1, at);
        }
        if (codes.size() > MOST) {
            throw ProblemException.parameter("territory", "At most " + MOST + " codes are wanted.");
        }
        return positions.standings(codes, at).invoke(found -> codes.stream()
                .filter(code -> found.stream().noneMatch(it -> it.territory().equals(code)))
                .findFirst()
                .ifPresent(code -> {
                    throw ProblemException.notFound("No territory " + code + " is registered.");
                }));
    }

    private static int limit(Ask ask) {
        return ask.limit(100, MOST);
    }

    private Asked page(Ask ask, List<Question> questions, List<Standing> standings) {
        if (!ask.values("territory").isEmpty() || standings.size() <= limit(ask)) {
            return new Asked(ask, questions, standings, Optional.empty());
        }
        var page = standings.subList(0, limit(ask));
        var next = ask.with(
                "asOf",
                ask.parameter("asOf").orElseGet(() -> clock.instant().toString()),
                "cursor",
                page.getLast().territory());
        return new Asked(ask, questions, page, Optional.of(next));
    }

    private Multi<byte[]> lines(Asked asked) {
        return items(asked).map(json::lines).map(Buffer::getBytes);
    }

    /** The page as one JSON text, put together from what each indicator comes to. */
    private Multi<byte[]> whole(Asked asked) {
        var first = new boolean[] {true};
        var begin = Multi.createFrom().item(Buffer.buffer("{\"items\":["));
        var end = Multi.createFrom()
                .item(Buffer.buffer("],\"next\":")
                        .appendBuffer(asked.next().map(json::whole).orElseGet(() -> Buffer.buffer("null")))
                        .appendString("}"));
        var middle = items(asked).map(items -> {
            var text = Buffer.buffer();
            for (var item : items) {
                text.appendString(first[0] ? "" : ",").appendBuffer(json.whole(item));
                first[0] = false;
            }
            return text;
        });
        return Multi.createBy().concatenating().streams(begin, middle, end).map(Buffer::getBytes);
    }

    private Multi<List<TerritoryObservations>> items(Asked asked) {
        var scope = new Scope(asked.standings().stream()
                .map(it -> new Scope.Place(it.territory(), it.territory(), it.position()))
                .toList());
        return scope.places().isEmpty()
                ? Multi.createFrom().empty()
                : Multi.createFrom()
                        .iterable(asked.questions())
                        .onItem()
                        .transformToUniAndConcatenate(question ->
                                figures.observe(question, scope).map(found -> items(asked, question, found)))
                        .onFailure()
                        .invoke(e -> LOG.errorf(e, "Figures of many territories could not be told to their end"));
    }

    private static List<TerritoryObservations> items(
            Asked asked, Question question, Map<String, List<Observation>> found) {
        var showing = new Showing(asked.ask());
        var of = ObservationsShown.Of.of(question.definition(), asked.ask().language());
        var items = new ArrayList<TerritoryObservations>();
        Map<String, Standing> standings = new LinkedHashMap<>();
        asked.standings().forEach(it -> standings.put(it.territory(), it));
        standings.forEach((territory, standing) -> items.add(new TerritoryObservations(
                territory,
                of,
                standing.position(),
                found.getOrDefault(territory, List.of()).stream()
                        .map(it -> showing.one(territory, question.definition(), standing, it))
                        .toList())));
        return items;
    }
}
