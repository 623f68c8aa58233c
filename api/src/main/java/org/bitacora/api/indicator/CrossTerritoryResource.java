package org.bitacora.api.indicator;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.application.indicator.ObservationService;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Grouping;
import org.bitacora.domain.indicator.Observation;
import org.bitacora.http.AsOfParameterParser;
import org.bitacora.http.FilterParameters;
import org.bitacora.http.Format;
import org.bitacora.http.JsonRenderer;
import org.bitacora.http.PeriodParameterParser;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.problem.ProblemException;
import org.bitacora.http.problem.ProblemStatuses;
import org.bitacora.projections.indicator.IndicatorCatalogue;
import org.bitacora.projections.indicator.ObservationQuery;
import org.bitacora.projections.indicator.Scope;
import org.bitacora.projections.indicator.query.ObservationEngine;
import org.bitacora.projections.projector.CheckpointRepository;
import org.bitacora.projections.projector.CheckpointRepository.TerritoryPosition;
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
public class CrossTerritoryResource {

    private static final Logger LOG = Logger.getLogger(CrossTerritoryResource.class);
    private static final int MAX_TERRITORIES = 1_000;
    private static final int MAX_INDICATORS = 50;
    private static final int MAX_PERIODS = 100;
    private static final List<Format> FORMATS = List.of(Format.JSON, Format.NDJSON);

    private final IndicatorCatalogue indicatorCatalogue;
    private final ObservationEngine observationEngine;
    private final CheckpointRepository checkpointRepository;
    private final InstantSource clock;
    private final JsonRenderer jsonRenderer;

    CrossTerritoryResource(
            IndicatorCatalogue indicatorCatalogue,
            ObservationEngine observationEngine,
            CheckpointRepository checkpointRepository,
            InstantSource clock,
            JsonRenderer jsonRenderer) {
        this.indicatorCatalogue = indicatorCatalogue;
        this.observationEngine = observationEngine;
        this.checkpointRepository = checkpointRepository;
        this.clock = clock;
        this.jsonRenderer = jsonRenderer;
    }

    /** What is asked, of which territories. */
    private record CrossTerritoryPage(
            ReadRequest ask,
            List<ObservationQuery> questions,
            List<TerritoryPosition> standings,
            Optional<String> next) {}

    /** Observes. */
    @GET
    @ProblemStatuses(404)
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
                @Content(mediaType = "application/json", schema = @Schema(ref = "TerritoryObservationsPageResponse")),
                @Content(mediaType = "application/x-ndjson", schema = @Schema(ref = "TerritoryObservations"))
            })
    public RestMulti<byte[]> observe(@Parameter(hidden = true) @Context HttpServerRequest request) {
        var readRequest = new ReadRequest(
                request,
                FilterParameters.parameterNames(
                        "indicator", "territory", "period", "by", "asOf", "cursor", "limit", "format"));
        var format = Format.negotiate(readRequest, FORMATS);
        var questions = questions(readRequest);
        var answered = territories(readRequest).onItem().transformToMulti(standings -> {
            var crossTerritoryPage = page(readRequest, questions, standings);
            return format == Format.NDJSON ? ndjson(crossTerritoryPage) : json(crossTerritoryPage);
        });
        return RestMulti.fromMultiData(answered)
                .encodeAsJsonArray(false)
                .header(HttpHeaders.CONTENT_TYPE, format.mediaType())
                .build();
    }

    private List<ObservationQuery> questions(ReadRequest readRequest) {
        var codes = readRequest.values("indicator");
        if (codes.isEmpty() || codes.size() > MAX_INDICATORS) {
            throw ProblemException.invalidParameter("indicator", "Expected 1 to " + MAX_INDICATORS + " codes.");
        }
        var by = IndicatorQueryParser.parseGroupings(readRequest.values("by")).orElseThrow(ProblemException::of);
        var questions =
                codes.stream().map(code -> toQuery(readRequest, find(code), by)).toList();
        if (questions.getFirst().periods().size() > MAX_PERIODS) {
            throw ProblemException.invalidParameter("period", "At most " + MAX_PERIODS + " periods are allowed.");
        }
        return questions;
    }

    private static ObservationQuery toQuery(ReadRequest readRequest, Definition definition, List<Grouping> by) {
        return PeriodParameterParser.parsePeriods(readRequest.parameter("period"))
                .flatMap(periods ->
                        ObservationService.toQuery(definition, periods, IndicatorQueryParser.options(readRequest, by)))
                .orElseThrow(ProblemException::of);
    }

    private Definition find(String code) {
        return indicatorCatalogue
                .find(code)
                .orElseThrow(() -> ProblemException.notFound("There is no indicator " + code + " in the catalogue."));
    }

    /** One more than the page has, to know whether there is a next. */
    private Uni<List<TerritoryPosition>> territories(ReadRequest readRequest) {
        var at = AsOfParameterParser.parseInstant(readRequest);
        var codes = readRequest.values("territory");
        if (codes.isEmpty()) {
            return checkpointRepository.findPositions(
                    readRequest.parameter("cursor").orElse(""), limit(readRequest) + 1, at);
        }
        if (codes.size() > MAX_TERRITORIES) {
            throw ProblemException.invalidParameter("territory", "At most " + MAX_TERRITORIES + " codes are allowed.");
        }
        return checkpointRepository.findPositions(codes, at).invoke(found -> codes.stream()
                .filter(code -> found.stream().noneMatch(it -> it.territory().equals(code)))
                .findFirst()
                .ifPresent(code -> {
                    throw ProblemException.notFound("No territory " + code + " is registered.");
                }));
    }

    private static int limit(ReadRequest readRequest) {
        return readRequest.limit(100, MAX_TERRITORIES);
    }

    private CrossTerritoryPage page(
            ReadRequest readRequest, List<ObservationQuery> questions, List<TerritoryPosition> standings) {
        if (!readRequest.values("territory").isEmpty() || standings.size() <= limit(readRequest)) {
            return new CrossTerritoryPage(readRequest, questions, standings, Optional.empty());
        }
        var page = standings.subList(0, limit(readRequest));
        var next = readRequest.uriWith(
                "asOf",
                readRequest.parameter("asOf").orElseGet(() -> clock.instant().toString()),
                "cursor",
                page.getLast().territory());
        return new CrossTerritoryPage(readRequest, questions, page, Optional.of(next));
    }

    private Multi<byte[]> ndjson(CrossTerritoryPage crossTerritoryPage) {
        return items(crossTerritoryPage).map(jsonRenderer::renderLines).map(Buffer::getBytes);
    }

    /** The page as one JSON text, put together from what each indicator comes to. */
    private Multi<byte[]> json(CrossTerritoryPage crossTerritoryPage) {
        var first = new boolean[] {true};
        var begin = Multi.createFrom().item(Buffer.buffer("{\"items\":["));
        var end = Multi.createFrom()
                .item(Buffer.buffer("],\"next\":")
                        .appendBuffer(crossTerritoryPage
                                .next()
                                .map(jsonRenderer::render)
                                .orElseGet(() -> Buffer.buffer("null")))
                        .appendString("}"));
        var middle = items(crossTerritoryPage).map(items -> {
            var text = Buffer.buffer();
            for (var item : items) {
                text.appendString(first[0] ? "" : ",").appendBuffer(jsonRenderer.render(item));
                first[0] = false;
            }
            return text;
        });
        return Multi.createBy().concatenating().streams(begin, middle, end).map(Buffer::getBytes);
    }

    private Multi<List<TerritoryObservations>> items(CrossTerritoryPage crossTerritoryPage) {
        var scope = new Scope(crossTerritoryPage.standings().stream()
                .map(it -> new Scope.ScopeTerritory(it.territory(), it.territory(), it.position()))
                .toList());
        return scope.places().isEmpty()
                ? Multi.createFrom().empty()
                : Multi.createFrom()
                        .iterable(crossTerritoryPage.questions())
                        .onItem()
                        .transformToUniAndConcatenate(observationQuery -> observationEngine
                                .observe(observationQuery, scope)
                                .map(found -> items(crossTerritoryPage, observationQuery, found)))
                        .onFailure()
                        .invoke(e -> LOG.errorf(e, "Figures of many territories could not be told to their end"));
    }

    private static List<TerritoryObservations> items(
            CrossTerritoryPage crossTerritoryPage,
            ObservationQuery observationQuery,
            Map<String, List<Observation>> found) {
        var observationMapper = new ObservationMapper(crossTerritoryPage.ask());
        var observedIndicator = ObservationsResponse.ObservedIndicator.of(
                observationQuery.definition(), crossTerritoryPage.ask().language());
        var items = new ArrayList<TerritoryObservations>();
        Map<String, TerritoryPosition> standings = new LinkedHashMap<>();
        crossTerritoryPage.standings().forEach(it -> standings.put(it.territory(), it));
        standings.forEach((territory, territoryPosition) -> items.add(new TerritoryObservations(
                territory,
                observedIndicator,
                territoryPosition.position(),
                found.getOrDefault(territory, List.of()).stream()
                        .map(it -> observationMapper.toObservation(
                                territory, observationQuery.definition(), territoryPosition, it))
                        .toList())));
        return items;
    }
}
