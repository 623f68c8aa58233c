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
import org.bitacora.api.indicator.BenchmarkShown.Compared;
import org.bitacora.api.indicator.BenchmarkShown.Other;
import org.bitacora.api.indicator.BenchmarkShown.Quartiles;
import org.bitacora.application.indicator.Benchmarking;
import org.bitacora.application.indicator.Benchmarking.Found;
import org.bitacora.application.indicator.Benchmarking.SideBySide;
import org.bitacora.application.indicator.Observing;
import org.bitacora.application.request.Ask;
import org.bitacora.application.request.ProblemException;
import org.bitacora.application.territory.AsOf;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Filter;
import org.bitacora.domain.indicator.Ranking;
import org.bitacora.domain.json.Numbers;
import org.bitacora.projections.indicator.Question;
import org.bitacora.projections.projector.Positions;
import org.bitacora.projections.projector.Positions.Standing;
import org.bitacora.projections.territory.Territories;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Comparison between cities. */
@Path("/v1/benchmarks/{code}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "indicators")
public class BenchmarkResource {

    private static final int MOST = 1_000;

    private final Benchmarking benchmarking;
    private final Positions positions;
    private final Territories territories;

    BenchmarkResource(Benchmarking benchmarking, Positions positions, Territories territories) {
        this.benchmarking = benchmarking;
        this.positions = positions;
        this.territories = territories;
    }

    /** What is compared, with the names of territories. */
    private record Told(Ask ask, SideBySide comparable, Definition asked, Map<String, String> names) {}

    /** Compares. */
    @GET
    @Operation(
            operationId = "getBenchmark",
            summary = "Compare cities",
            description =
                    "An indicator in one period, territory beside territory: only values of the same definition with a normal status,"
                            + " with their ranks and quartiles; the others are listed with the reason why they cannot be"
                            + " compared: those in another unit than most, too, and a 0 of a period before or after all that"
                            + " took place in a territory. per= for so many inhabitants, where a"
                            + " population is reported.")
    @Parameter(
            name = "period",
            in = ParameterIn.QUERY,
            required = true,
            description = "One period: 2014, 2014-S1, 2014-Q1, 2014-05, 2012/2015",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "territories",
            in = ParameterIn.QUERY,
            description = "Codes with commas between them; all where none is given, unless there are more than 1,000",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "per",
            in = ParameterIn.QUERY,
            description = "For so many inhabitants",
            schema = @Schema(implementation = Long.class))
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description = "As known at an instant, or at the end of a day (UTC)",
            schema = @Schema(implementation = String.class))
    @APIResponse(
            responseCode = "200",
            description = "The comparison",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = BenchmarkShown.class)))
    public Uni<BenchmarkShown> compare(
            @Parameter(description = "The code of the indicator", example = "bahia.visits") @PathParam("code")
                    String code,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var ask = new Ask(request, Set.of("period", "territories", "per", "asOf"));
        var period = Observing.onePeriod(ask);
        return standings(ask)
                .flatMap(standings -> benchmarking.comparable(code, standings))
                .flatMap(comparable -> names(comparable).flatMap(names -> {
                    var asked = Observing.per(ask, comparable.definition());
                    var question = new Question(asked, List.of(period), Filter.EVERYTHING, List.of());
                    return benchmarking
                            .found(question, comparable.same())
                            .map(found -> shown(new Told(ask, comparable, asked, names), found));
                }));
    }

    private Uni<List<Standing>> standings(Ask ask) {
        var at = ask.parameter("asOf").map(text -> AsOf.instantOf("asOf", text));
        var codes = ask.values("territories");
        if (codes.size() > MOST) {
            throw ProblemException.parameter("territories", "At most " + MOST + " codes are wanted.");
        }
        return codes.isEmpty()
                ? positions.standings("", MOST + 1, at).invoke(BenchmarkResource::checkFew)
                : positions.standings(codes, at).invoke(found -> checkFound(codes, found));
    }

    private static void checkFew(List<Standing> all) {
        if (all.size() > MOST) {
            throw ProblemException.parameter(
                    "territories", "There are more than " + MOST + " territories: which shall be compared is wanted.");
        }
    }

    private static void checkFound(List<String> codes, List<Standing> found) {
        codes.stream()
                .filter(code -> found.stream().noneMatch(it -> it.territory().equals(code)))
                .findFirst()
                .ifPresent(code -> {
                    throw ProblemException.notFound("No territory " + code + " is registered.");
                });
    }

    private Uni<Map<String, String>> names(SideBySide told) {
        return territories.names(Stream.concat(told.same().stream(), told.others().keySet().stream())
                .map(Standing::territory)
                .toList());
    }

    private static BenchmarkShown shown(Told told, List<Found> found) {
        var comparable = found.stream().filter(it -> it.reason().isEmpty()).toList();
        var ranking = comparable.isEmpty()
                ? Optional.<Ranking>empty()
                : Optional.of(new Ranking(
                        comparable.stream().map(Found::value).toList(),
                        told.asked().direction()));
        return new BenchmarkShown(
                ObservationsShown.Of.of(told.asked(), told.ask().language()),
                told.ask().parameter("period").orElse(""),
                told.ask().number("per").orElse(null),
                comparable.stream()
                        .flatMap(it -> it.unit().stream())
                        .findFirst()
                        .orElse(null),
                ranking.map(it -> compared(told, comparable, it)).orElse(List.of()),
                ranking.map(BenchmarkResource::quartiles).orElse(null),
                others(told, found));
    }

    private static List<Compared> compared(Told told, List<Found> found, Ranking ranking) {
        return found.stream()
                .map(it -> compared(told, it, ranking))
                .sorted(Comparator.comparingInt(Compared::rank).thenComparing(Compared::territory))
                .toList();
    }

    private static Compared compared(Told told, Found found, Ranking ranking) {
        var standing = found.standing();
        var value = found.observation().value();
        return new Compared(
                standing.territory(),
                told.names().getOrDefault(standing.territory(), standing.territory()),
                Numbers.withoutTrailingZeros(found.value()),
                ranking.rank(found.value()),
                ranking.quarter(found.value()),
                Numbers.withoutTrailingZeros(value.numerator()),
                Numbers.withoutTrailingZeros(value.denominator()),
                standing.position(),
                told.ask()
                        .elsewhere(
                                "/v1/territories/" + standing.territory() + "/indicators/"
                                        + told.comparable().definition().code() + "/evidence",
                                List.of("period", "per"),
                                "asOf",
                                Long.toString(standing.position())));
    }

    private static Quartiles quartiles(Ranking ranking) {
        return new Quartiles(
                Numbers.withoutTrailingZeros(ranking.quartile(0)),
                Numbers.withoutTrailingZeros(ranking.quartile(1)),
                Numbers.withoutTrailingZeros(ranking.quartile(2)),
                Numbers.withoutTrailingZeros(ranking.quartile(3)),
                Numbers.withoutTrailingZeros(ranking.quartile(4)));
    }

    private static List<Other> others(Told told, List<Found> found) {
        var others = new ArrayList<Other>();
        told.comparable().others().forEach((standing, reason) -> others.add(other(told, standing, reason)));
        found.forEach(it -> it.reason().ifPresent(reason -> others.add(other(told, it.standing(), reason))));
        others.sort(Comparator.comparing(Other::territory));
        return others;
    }

    private static Other other(Told told, Standing standing, String reason) {
        return new Other(
                standing.territory(), told.names().getOrDefault(standing.territory(), standing.territory()), reason);
    }
}
