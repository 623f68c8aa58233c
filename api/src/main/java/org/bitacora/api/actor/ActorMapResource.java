package org.bitacora.api.actor;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bitacora.application.request.Ask;
import org.bitacora.application.territory.AsOf;
import org.bitacora.application.territory.PlanPeriods;
import org.bitacora.domain.actor.Actor;
import org.bitacora.domain.actor.ActorMap;
import org.bitacora.domain.actor.Merges;
import org.bitacora.domain.indicator.Period;
import org.bitacora.http.Answers;
import org.bitacora.http.Body;
import org.bitacora.http.Format;
import org.bitacora.http.Json;
import org.bitacora.http.Labels;
import org.bitacora.projections.actor.Actors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Medellín's map of actors: as data, and as a picture. */
@Path("/v1/territories/{t}/actors/map")
@Tag(name = "actors")
public class ActorMapResource {

    private final Actors actors;
    private final AsOf asOf;
    private final PlanPeriods plans;
    private final Answers answers;
    private final Json json;

    ActorMapResource(Actors actors, AsOf asOf, PlanPeriods plans, Answers answers, Json json) {
        this.actors = actors;
        this.asOf = asOf;
        this.plans = plans;
        this.answers = answers;
        this.json = json;
    }

    /** What is compared: two moments, or two periods as known at one. */
    private record Sides(
            AsOf.Moment now, Optional<AsOf.Moment> before, Optional<Period> period, Optional<Period> beforePeriod) {
        boolean isCompared() {
            return before.isPresent() || beforePeriod.isPresent();
        }
    }

    /** Draws it. */
    @GET
    @Operation(
            operationId = "getActorMap",
            summary = "Draw the map of actors",
            description =
                    "Who takes part, by sector and front, with the formalised activities each took part in; against a baseline, who"
                            + " is new, who grew, who fell silent. The baseline is an earlier moment (baseline) or an earlier"
                            + " period (baselinePeriod).")
    @Parameter(
            name = "period",
            in = ParameterIn.QUERY,
            description = "Of the activities of a period alone",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "baseline",
            in = ParameterIn.QUERY,
            description = "The moment to compare with: a position, an instant, or the end of a day",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "baselinePeriod",
            in = ParameterIn.QUERY,
            description = "The period to compare with",
            schema = @Schema(implementation = String.class))
    @APIResponse(
            responseCode = "200",
            description = "The map",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = ActorMapShown.class)),
                @Content(mediaType = "image/svg+xml", schema = @Schema(implementation = String.class))
            })
    public Uni<Response> get(
            @Parameter(description = "The code of the territory", example = "br-belo-horizonte") @PathParam("t")
                    String territory,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var ask = new Ask(request, Set.of("asOf", "baseline", "period", "baselinePeriod", "minPosition", "format"));
        return answers.of(ask, territory, List.of(Format.JSON, Format.SVG), known -> sides(ask, territory, known)
                .flatMap(sides -> map(territory, sides).map(map -> shown(ask, sides, map)))
                .map(shown -> Body.whole(
                        known.format() == Format.SVG
                                ? Buffer.buffer(ActorMapDrawing.draw(shown, Labels.in(ask.language())))
                                : json.whole(shown))));
    }

    private Uni<Sides> sides(Ask asked, String territory, Answers.Known known) {
        return plans.spelt(asked, "asOf", territory, known.reached()).flatMap(ask -> spelt(ask, territory, known));
    }

    private Uni<Sides> spelt(Ask ask, String territory, Answers.Known known) {
        var period = PeriodParameter.read(ask, "period");
        var beforePeriod = PeriodParameter.read(ask, "baselinePeriod");
        var now = asOf.of(ask, territory, known.reached());
        return ask.parameter("baseline").isEmpty()
                ? now.map(moment -> new Sides(moment, Optional.empty(), period, beforePeriod))
                : now.flatMap(moment -> asOf.at(ask, "baseline", territory, known.reached())
                        .map(before -> new Sides(moment, Optional.of(before), period, beforePeriod)));
    }

    private Uni<ActorMap> map(String territory, Sides sides) {
        return actors.registered(territory, sides.now().position())
                .flatMap(registered -> map(territory, sides, registered));
    }

    private Uni<ActorMap> map(String territory, Sides sides, List<Actor> registered) {
        var codes = Merges.codes(registered);
        var position = sides.now().position();
        Uni<Map<String, ActorMap.Took>> before = sides.isCompared()
                ? actors.tookPart(
                        territory,
                        sides.before().map(AsOf.Moment::position).orElse(position),
                        sides.beforePeriod().or(sides::period),
                        codes)
                : Uni.createFrom().item(Map.of());
        return Uni.combine()
                .all()
                .unis(actors.tookPart(territory, position, sides.period(), codes), before)
                .with((now, then) ->
                        ActorMap.of(registered, now, then, sides.beforePeriod().isEmpty()));
    }

    private static ActorMapShown shown(Ask ask, Sides sides, ActorMap map) {
        Map<String, Integer> changes = new TreeMap<>();
        Map<String, Integer> sectors = new TreeMap<>();
        Map<String, Integer> fronts = new TreeMap<>();
        for (var place : map.places()) {
            changes.merge(place.change().word(), 1, Integer::sum);
            if (place.activities() > 0) {
                var sector = place.actor().sector();
                sectors.merge(sector.isEmpty() ? "unstated" : sector, 1, Integer::sum);
                var on = place.actor().fronts().isEmpty()
                        ? List.of("unplaced")
                        : place.actor().fronts();
                on.forEach(it -> fronts.merge(it, 1, Integer::sum));
            }
        }
        return new ActorMapShown(
                sides.now().territory().code,
                sides.now().territory().name,
                sides.period().map(Period::name).orElse(null),
                new ActorMapShown.Moment(sides.now().position()),
                sides.before()
                        .map(it -> new ActorMapShown.Moment(it.position()))
                        .orElse(null),
                sides.beforePeriod().map(Period::name).orElse(null),
                sides.isCompared() ? changes : null,
                sectors,
                fronts,
                map.places().stream()
                        .map(it -> ActorMapShown.Place.of(it, sides.isCompared(), evidence(ask, sides, it.actor())))
                        .toList());
    }

    private static String evidence(Ask ask, Sides sides, Actor actor) {
        var position = Long.toString(sides.now().position());
        return ask.elsewhere(ask.path() + "/activities", Set.of("period"), "actor", actor.code(), "asOf", position);
    }
}
