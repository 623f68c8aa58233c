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
import org.bitacora.domain.refusal.Detail;
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
import org.bitacora.projections.indicator.TerritoryScope;
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

/**
 * Observations of several indicators and territories in one response, which is sent while it is computed.
 */
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

    /** The queries of a request, and the territories of the page. */
    private record CrossTerritoryPage(
            ReadRequest ask,
            List<ObservationQuery> questions,
            List<TerritoryPosition> standings,
            Optional<String> next) {}

    /** Returns observations across territories. */
    @GET
    @ProblemStatuses(404)
    @Operation(
            operationId = "observeMany",
            summary = "Get observations across territories",
            description = "Returns the observations of one or more indicators of the catalogue for several"
                    + " territories, or for all. There is one item for each indicator and"
                    + " territory; items are sent while they are computed. `asOf` must be an"
                    + " instant or a day, because a position refers to a single log. A field"
                    + " filter accepts several values, separated by commas: an activity must"
                    + " match all fields, and any of the values of a field.")
    @Parameter(
            name = "indicator",
            in = ParameterIn.QUERY,
            required = true,
            description = "The codes of 1 to 50 indicators of the catalogue, separated by commas",
            example = "bahia.actions",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "territory",
            in = ParameterIn.QUERY,
            description = "The codes of at most 1,000 territories, separated by commas, for example"
                    + " br-ba,br-belo-horizonte; by default all territories, in pages",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description = "The moment as of which the logs are read: an instant such as"
                    + " 2014-12-31T23:59:59Z, or a day such as 2014-12-31, which means its end in UTC; by"
                    + " default the latest position of each log",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "format",
            in = ParameterIn.QUERY,
            description = "The format; overrides Accept. With ndjson, each line is an item",
            schema =
                    @Schema(
                            implementation = String.class,
                            enumeration = {"json", "ndjson"}))
    @APIResponse(
            responseCode = "200",
            description = "A page of observations",
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
            throw ProblemException.invalidParameter("indicator", Detail.of("Expected 1 to {0} codes.", MAX_INDICATORS));
        }
        var by = IndicatorQueryParser.parseGroupings(readRequest.values("by")).orElseThrow(ProblemException::of);
        var questions =
                codes.stream().map(code -> toQuery(readRequest, find(code), by)).toList();
        if (questions.getFirst().periods().size() > MAX_PERIODS) {
            throw ProblemException.invalidParameter(
                    "period", Detail.of("At most {0} periods are allowed.", MAX_PERIODS));
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
                .orElseThrow(() ->
                        ProblemException.notFound(Detail.of("There is no indicator {0} in the catalogue.", code)));
    }

    /** Returns the territories of the page, and one more if there is a next page. */
    private Uni<List<TerritoryPosition>> territories(ReadRequest readRequest) {
        var at = AsOfParameterParser.parseInstant(readRequest);
        var codes = readRequest.values("territory");
        if (codes.isEmpty()) {
            return checkpointRepository.findPositions(
                    readRequest.parameter("cursor").orElse(""), limit(readRequest) + 1, at);
        }
        if (codes.size() > MAX_TERRITORIES) {
            throw ProblemException.invalidParameter(
                    "territory", Detail.of("At most {0} codes are allowed.", MAX_TERRITORIES));
        }
        return checkpointRepository.findPositions(codes, at).invoke(found -> codes.stream()
                .filter(code -> found.stream().noneMatch(it -> it.territory().equals(code)))
                .findFirst()
                .ifPresent(code -> {
                    throw ProblemException.notFound(Detail.of("No territory {0} is registered.", code));
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

    /** Returns the page as one JSON text, in parts: one for each indicator. */
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
        var scope = new TerritoryScope(crossTerritoryPage.standings().stream()
                .map(it -> new TerritoryScope.ScopeTerritory(it.territory(), it.territory(), it.position()))
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
                territoryPosition.head().orElse(null),
                found.getOrDefault(territory, List.of()).stream()
                        .map(it -> observationMapper.toObservation(
                                territory, observationQuery.definition(), territoryPosition, it))
                        .toList())));
        return items;
    }
}
