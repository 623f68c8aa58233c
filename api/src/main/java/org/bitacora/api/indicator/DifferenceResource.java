package org.bitacora.api.indicator;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitacora.api.indicator.EvidenceShown.ActivityEffect;
import org.bitacora.api.indicator.EvidenceShown.ReportEffect;
import org.bitacora.application.indicator.Definitions;
import org.bitacora.application.indicator.Observing;
import org.bitacora.application.indicator.Scoping;
import org.bitacora.application.request.Ask;
import org.bitacora.application.request.ProblemException;
import org.bitacora.application.request.Where;
import org.bitacora.application.territory.PlanPeriods;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.http.Answers;
import org.bitacora.http.Body;
import org.bitacora.http.Format;
import org.bitacora.http.Json;
import org.bitacora.projections.indicator.OwnDefinitions.Numbered;
import org.bitacora.projections.indicator.evidence.Contribution;
import org.bitacora.projections.indicator.evidence.Evidence;
import org.bitacora.projections.projector.Positions.Reached;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Why a figure changed. */
@Path("/v1/territories/{t}/indicators/{code}/diff")
@Tag(name = "indicators")
public class DifferenceResource {

    private final Definitions definitions;
    private final Observing observing;
    private final Evidence evidence;
    private final Scoping scoping;
    private final PlanPeriods plans;
    private final Answers answers;
    private final Json json;

    DifferenceResource(
            Definitions definitions,
            Observing observing,
            Evidence evidence,
            Scoping scoping,
            PlanPeriods plans,
            Answers answers,
            Json json) {
        this.definitions = definitions;
        this.observing = observing;
        this.evidence = evidence;
        this.scoping = scoping;
        this.plans = plans;
        this.answers = answers;
        this.json = json;
    }

    /** The two sides of a difference. */
    private record Sides(Scoping.Scoped from, Scoping.Scoped to, Definition before, Definition after) {}

    /** Explains it. */
    @GET
    @Operation(
            operationId = "explainDifference",
            summary = "Explain why a figure changed",
            description = "What changed a value between two moments, activity by activity: added, withdrawn, corrected,"
                    + " reclassified, a transition; and between two versions of a definition where both are named. With rollup=true from and to are"
                    + " instants, and activities of a territory that joined or left are reclassified: the events of a"
                    + " change tell of its membership, too.")
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            required = true,
            description = "The first moment: a position, an instant, or the end of a day",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "The second moment; now where it is not given",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "fromVersion",
            in = ParameterIn.QUERY,
            description = "The version of the definition at the first moment; the latest where it is not given",
            schema = @Schema(implementation = Integer.class))
    @Parameter(
            name = "toVersion",
            in = ParameterIn.QUERY,
            description = "The version at the second",
            schema = @Schema(implementation = Integer.class))
    @APIResponse(
            responseCode = "200",
            description = "The difference",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = DifferenceShown.class)))
    public Uni<Response> explain(
            @Parameter(description = "The code of the territory", example = "br-ba") @PathParam("t") String territory,
            @Parameter(description = "The code of the indicator", example = "bahia.actions") @PathParam("code")
                    String code,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var ask = new Ask(
                request,
                Where.and(
                        "period", "from", "to", "fromVersion", "toVersion", "minPosition", "format", "per", "rollup"));
        if (ask.parameter("from").isEmpty()) {
            throw ProblemException.parameter("from", "A position, an instant or a day is needed.");
        }
        return answers.of(ask, territory, List.of(Format.JSON), Scoping.isRolledUp(ask), known -> plans.spelt(
                        ask, "to", territory, known.reached())
                .flatMap(spelt ->
                        sides(spelt, territory, code, known.reached()).flatMap(sides -> explained(spelt, sides)))
                .map(it -> Body.whole(json.whole(it))));
    }

    private Uni<Sides> sides(Ask ask, String territory, String code, Reached reached) {
        return scoping.at(ask, "from", territory, reached)
                .flatMap(from -> scoping.at(ask, "to", territory, reached).flatMap(to -> definitions
                        .versions(territory, code)
                        .map(versions -> new Sides(
                                from, to, chosen(ask, "fromVersion", versions), chosen(ask, "toVersion", versions)))));
    }

    private static Definition chosen(Ask ask, String parameter, List<Numbered> versions) {
        return Definitions.chosen(ask, parameter, versions).getFirst().definition();
    }

    private Uni<DifferenceShown> explained(Ask ask, Sides sides) {
        var before = Observing.question(ask, sides.before(), List.of());
        var after = Observing.question(ask, sides.after(), List.of());
        return Uni.combine()
                .all()
                .unis(
                        observing.observe(List.of(before), sides.from()),
                        observing.observe(List.of(after), sides.to()),
                        changes(ask, sides),
                        reports(ask, sides))
                .with(DifferenceResource::shown);
    }

    private static Optional<Evidence.Between> between(Sides sides) {
        return sides.from()
                .rolledUp()
                .flatMap(after -> sides.to().rolledUp().map(upTo -> new Evidence.Between(after, upTo)));
    }

    /** First what the data changed under the definition that was, then what the definition changed. */
    private Uni<List<Contribution>> changes(Ask ask, Sides sides) {
        var before = of(ask, sides.before());
        var after = of(ask, sides.after());
        var byData = evidence.changes(before, sides.from().scope(), sides.to().scope(), between(sides));
        return sides.before().version() == sides.after().version()
                ? byData
                : byData.flatMap(first ->
                        evidence.redefined(before, after, sides.to().scope()).map(then -> joined(first, then)));
    }

    private Uni<List<Contribution>> reports(Ask ask, Sides sides) {
        var old = evidence.reports(of(ask, sides.before()), sides.from().scope());
        var now = evidence.reports(of(ask, sides.after()), sides.to().scope());
        return Uni.combine()
                .all()
                .unis(old, now)
                .with((gone, come) -> joined(
                        come.stream().filter(it -> !gone.contains(it)).toList(),
                        gone.stream()
                                .filter(it -> !come.contains(it))
                                .map(Contribution::undone)
                                .toList()));
    }

    private static List<Contribution> joined(List<Contribution> one, List<Contribution> other) {
        var both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }

    private static Evidence.Of of(Ask ask, Definition definition) {
        var question = Observing.question(ask, definition, List.of());
        return new Evidence.Of(question.definition(), Observing.onePeriod(ask), question.where());
    }

    private static DifferenceShown shown(
            Observing.Observed from, Observing.Observed to, List<Contribution> changes, List<Contribution> reports) {
        boolean ofSeveral = to.scoped().rolledUp().isPresent();
        boolean ofRatio = to.observations().getFirst().value().fraction().isPresent();
        var first = DifferenceShown.Side.of(from);
        var second = DifferenceShown.Side.of(to);
        return new DifferenceShown(
                to.observations().getFirst().period().name(),
                first,
                second,
                DifferenceShown.difference(first, second),
                changes.stream()
                        .map(it -> ActivityEffect.of(it, ofRatio, ofSeveral))
                        .toList(),
                reports.isEmpty()
                        ? null
                        : reports.stream()
                                .map(it -> ReportEffect.of(it, ofRatio, ofSeveral))
                                .toList());
    }
}
