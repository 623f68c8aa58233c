package org.bitacora.api.indicator;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bitacora.api.indicator.BenchmarkResponse.BenchmarkQuartiles;
import org.bitacora.api.indicator.BenchmarkResponse.ComparedTerritory;
import org.bitacora.api.indicator.BenchmarkResponse.ExcludedTerritory;
import org.bitacora.application.indicator.BenchmarkService;
import org.bitacora.application.indicator.BenchmarkService.BenchmarkObservation;
import org.bitacora.application.indicator.BenchmarkService.ComparableTerritories;
import org.bitacora.application.indicator.ObservationService;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Filter;
import org.bitacora.domain.indicator.Ranking;
import org.bitacora.domain.json.Numbers;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.http.AsOfParameterParser;
import org.bitacora.http.PeriodParameterParser;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.problem.ProblemException;
import org.bitacora.http.problem.ProblemStatuses;
import org.bitacora.projections.indicator.ObservationQuery;
import org.bitacora.projections.projector.CheckpointRepository;
import org.bitacora.projections.projector.CheckpointRepository.TerritoryPosition;
import org.bitacora.projections.territory.TerritoryRepository;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The comparison of territories by an indicator. */
@Path("/v1/benchmarks/{code}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "indicators")
public class BenchmarkResource {

    private static final int MAX_TERRITORIES = 1_000;

    private final BenchmarkService benchmarkService;
    private final CheckpointRepository checkpointRepository;
    private final TerritoryRepository territoryRepository;

    BenchmarkResource(
            BenchmarkService benchmarkService,
            CheckpointRepository checkpointRepository,
            TerritoryRepository territoryRepository) {
        this.benchmarkService = benchmarkService;
        this.checkpointRepository = checkpointRepository;
        this.territoryRepository = territoryRepository;
    }

    /** A resolved comparison, with the names of the territories by code. */
    private record BenchmarkContext(
            ReadRequest ask, ComparableTerritories territories, Definition definition, Map<String, String> names) {}

    /** Compares territories. */
    @GET
    @ProblemStatuses(404)
    @Operation(
            operationId = "getBenchmark",
            summary = "Compare territories",
            description = "Compares the values of an indicator in one period across territories, with ranks and"
                    + " quartiles. Only values of equivalent definitions, with status normal and"
                    + " in the most frequent unit are compared. A 0 is not compared if the period"
                    + " is before or after all activity of the territory. `others` lists the"
                    + " territories that are not compared, with the reason. With `per`, values"
                    + " are per number of inhabitants.")
    @Parameter(
            name = "period",
            in = ParameterIn.QUERY,
            required = true,
            description = "The period: a year (2014), half (2014-S1), quarter (2014-Q1), month (2014-05)"
                    + " or span (2012/2015)",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "territories",
            in = ParameterIn.QUERY,
            description = "The codes of the territories, separated by commas, for example"
                    + " br-ba,br-belo-horizonte; by default all territories. If there are more than 1,000"
                    + " territories, the parameter is required",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "per",
            in = ParameterIn.QUERY,
            description = "The number of inhabitants that values refer to, from 1 to 1,000,000,000, for"
                    + " example 100000; requires the reported series population",
            schema = @Schema(implementation = Long.class))
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description = "The moment as of which the logs are read: an instant such as"
                    + " 2014-12-31T23:59:59Z, or a day such as 2014-12-31, which means its end in UTC; by"
                    + " default the latest position of each log",
            schema = @Schema(implementation = String.class))
    @APIResponse(
            responseCode = "200",
            description = "The comparison",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = BenchmarkResponse.class)))
    public Uni<BenchmarkResponse> compare(
            @Parameter(description = "The code of the indicator", example = "bahia.visits") @PathParam("code")
                    String code,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var readRequest = new ReadRequest(request, Set.of("period", "territories", "per", "asOf"));
        var period = PeriodParameterParser.parseSinglePeriod(readRequest.parameter("period"))
                .orElseThrow(ProblemException::of);
        return standings(readRequest)
                .flatMap(standings -> benchmarkService.comparableTerritories(code, standings))
                .flatMap(comparable -> names(comparable).flatMap(names -> {
                    var asked = ObservationService.definitionPerInhabitants(
                                    comparable.definition(), readRequest.number("per"))
                            .orElseThrow(ProblemException::of);
                    var observationQuery = new ObservationQuery(asked, List.of(period), Filter.EVERYTHING, List.of());
                    return benchmarkService
                            .observe(observationQuery, comparable.comparable())
                            .map(found ->
                                    toResponse(new BenchmarkContext(readRequest, comparable, asked, names), found));
                }));
    }

    private Uni<List<TerritoryPosition>> standings(ReadRequest readRequest) {
        var at = AsOfParameterParser.parseInstant(readRequest);
        var codes = readRequest.values("territories");
        if (codes.size() > MAX_TERRITORIES) {
            throw ProblemException.invalidParameter(
                    "territories", Detail.of("At most {0} codes are allowed.", MAX_TERRITORIES));
        }
        return codes.isEmpty()
                ? checkpointRepository
                        .findPositions("", MAX_TERRITORIES + 1, at)
                        .invoke(BenchmarkResource::checkTerritoryLimit)
                : checkpointRepository.findPositions(codes, at).invoke(found -> checkAllRegistered(codes, found));
    }

    private static void checkTerritoryLimit(List<TerritoryPosition> all) {
        if (all.size() > MAX_TERRITORIES) {
            throw ProblemException.invalidParameter(
                    "territories",
                    Detail.of(
                            "There are more than {0} territories. Name those to compare in `territories`.",
                            MAX_TERRITORIES));
        }
    }

    private static void checkAllRegistered(List<String> codes, List<TerritoryPosition> found) {
        codes.stream()
                .filter(code -> found.stream().noneMatch(it -> it.territory().equals(code)))
                .findFirst()
                .ifPresent(code -> {
                    throw ProblemException.notFound(Detail.of("No territory {0} is registered.", code));
                });
    }

    private Uni<Map<String, String>> names(ComparableTerritories told) {
        return territoryRepository.names(Stream.concat(told.comparable().stream(), told.excluded().keySet().stream())
                .map(TerritoryPosition::territory)
                .toList());
    }

    private static BenchmarkResponse toResponse(BenchmarkContext benchmarkContext, List<BenchmarkObservation> found) {
        var comparable = found.stream().filter(it -> it.reason().isEmpty()).toList();
        var ranking = comparable.isEmpty()
                ? Optional.<Ranking>empty()
                : Optional.of(new Ranking(
                        comparable.stream().map(BenchmarkObservation::value).toList(),
                        benchmarkContext.definition().direction()));
        return new BenchmarkResponse(
                ObservationsResponse.ObservedIndicator.of(
                        benchmarkContext.definition(), benchmarkContext.ask().language()),
                benchmarkContext.ask().parameter("period").orElse(""),
                benchmarkContext.ask().number("per").orElse(null),
                comparable.stream()
                        .flatMap(it -> it.unit().stream())
                        .findFirst()
                        .orElse(null),
                ranking.map(it -> toCompared(benchmarkContext, comparable, it)).orElse(List.of()),
                ranking.map(BenchmarkResource::quartiles).orElse(null),
                excluded(benchmarkContext, found));
    }

    private static List<ComparedTerritory> toCompared(
            BenchmarkContext benchmarkContext, List<BenchmarkObservation> found, Ranking ranking) {
        return found.stream()
                .map(it -> toCompared(benchmarkContext, it, ranking))
                .sorted(Comparator.comparingInt(ComparedTerritory::rank).thenComparing(ComparedTerritory::territory))
                .toList();
    }

    private static ComparedTerritory toCompared(
            BenchmarkContext benchmarkContext, BenchmarkObservation benchmarkObservation, Ranking ranking) {
        var territoryPosition = benchmarkObservation.standing();
        var value = benchmarkObservation.observation().value();
        return new ComparedTerritory(
                territoryPosition.territory(),
                benchmarkContext.names().getOrDefault(territoryPosition.territory(), territoryPosition.territory()),
                Numbers.withoutTrailingZeros(benchmarkObservation.value()),
                ranking.rank(benchmarkObservation.value()),
                ranking.quarter(benchmarkObservation.value()),
                Numbers.withoutTrailingZeros(value.numerator()),
                Numbers.withoutTrailingZeros(value.denominator()),
                territoryPosition.position(),
                benchmarkContext
                        .ask()
                        .uriFor(
                                "/v1/territories/" + territoryPosition.territory() + "/indicators/"
                                        + benchmarkContext
                                                .territories()
                                                .definition()
                                                .code() + "/evidence",
                                List.of("period", "per"),
                                "asOf",
                                Long.toString(territoryPosition.position())));
    }

    private static BenchmarkQuartiles quartiles(Ranking ranking) {
        return new BenchmarkQuartiles(
                Numbers.withoutTrailingZeros(ranking.quartile(0)),
                Numbers.withoutTrailingZeros(ranking.quartile(1)),
                Numbers.withoutTrailingZeros(ranking.quartile(2)),
                Numbers.withoutTrailingZeros(ranking.quartile(3)),
                Numbers.withoutTrailingZeros(ranking.quartile(4)));
    }

    private static List<ExcludedTerritory> excluded(
            BenchmarkContext benchmarkContext, List<BenchmarkObservation> found) {
        var others = new ArrayList<ExcludedTerritory>();
        benchmarkContext
                .territories()
                .excluded()
                .forEach((territoryPosition, reason) ->
                        others.add(toExcluded(benchmarkContext, territoryPosition, reason)));
        found.forEach(
                it -> it.reason().ifPresent(reason -> others.add(toExcluded(benchmarkContext, it.standing(), reason))));
        others.sort(Comparator.comparing(ExcludedTerritory::territory));
        return others;
    }

    private static ExcludedTerritory toExcluded(
            BenchmarkContext benchmarkContext, TerritoryPosition territoryPosition, String reason) {
        return new ExcludedTerritory(
                territoryPosition.territory(),
                benchmarkContext.names().getOrDefault(territoryPosition.territory(), territoryPosition.territory()),
                reason);
    }
}
