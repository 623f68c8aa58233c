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
import org.bitacora.api.indicator.EvidenceShown.ActivityEffect;
import org.bitacora.api.indicator.EvidenceShown.ReportEffect;
import org.bitacora.application.indicator.Definitions;
import org.bitacora.application.indicator.Observing;
import org.bitacora.application.indicator.Scoping;
import org.bitacora.application.request.Ask;
import org.bitacora.application.request.ProblemException;
import org.bitacora.application.request.Where;
import org.bitacora.application.territory.PlanPeriods;
import org.bitacora.domain.json.Numbers;
import org.bitacora.http.Answers;
import org.bitacora.http.Body;
import org.bitacora.http.Format;
import org.bitacora.http.Json;
import org.bitacora.projections.indicator.OwnDefinitions.Numbered;
import org.bitacora.projections.indicator.evidence.Contribution;
import org.bitacora.projections.indicator.evidence.Evidence;
import org.bitacora.projections.projector.Positions.Reached;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What stands behind a figure. */
@Path("/v1/territories/{t}/indicators/{code}/evidence")
@Tag(name = "indicators")
public class EvidenceResource {

    private static final int PAGE = 100;
    private static final int MOST = 1_000;

    private final Definitions definitions;
    private final Observing observing;
    private final Evidence evidence;
    private final PlanPeriods plans;
    private final Answers answers;
    private final Json json;

    EvidenceResource(
            Definitions definitions,
            Observing observing,
            Evidence evidence,
            PlanPeriods plans,
            Answers answers,
            Json json) {
        this.definitions = definitions;
        this.observing = observing;
        this.evidence = evidence;
        this.plans = plans;
        this.answers = answers;
        this.json = json;
    }

    /** Lists it. */
    @GET
    @Operation(
            operationId = "listEvidence",
            summary = "List what stands behind a figure",
            description =
                    "The activities and the reports behind a value, each with its events and what it adds. Over all pages"
                            + " the effects add up to the value. What counts once is the doing of the first activity that names it.")
    @APIResponse(
            responseCode = "200",
            description = "A page of it",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = EvidenceShown.class)))
    public Uni<Response> list(
            @Parameter(description = "The code of the territory", example = "br-ba") @PathParam("t") String territory,
            @Parameter(description = "The code of the indicator", example = "bahia.actions") @PathParam("code")
                    String code,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var ask = new Ask(
                request,
                Where.and("period", "asOf", "minPosition", "format", "version", "per", "rollup", "cursor", "limit"));
        return answers.of(ask, territory, List.of(Format.JSON), Scoping.isRolledUp(ask), known -> plans.spelt(
                        ask, "asOf", territory, known.reached())
                .flatMap(spelt -> definitions
                        .versions(territory, code)
                        .flatMap(versions -> listed(spelt, territory, versions, known.reached()))));
    }

    private Uni<Body> listed(Ask ask, String territory, List<Numbered> versions, Reached reached) {
        var chosen = Definitions.chosen(ask, "version", versions).getFirst();
        var question = Observing.question(ask, chosen.definition(), List.of());
        var of = new Evidence.Of(question.definition(), Observing.onePeriod(ask), question.where());
        return observing
                .observe(ask, territory, List.of(question), reached)
                .flatMap(observed -> page(ask, of, observed));
    }

    private Uni<Body> page(Ask ask, Evidence.Of of, Observing.Observed observed) {
        int limit = ask.limit(PAGE, MOST);
        var scope = observed.scoped().scope();
        var cursor = ask.parameter("cursor");
        var after = cursor.map(it -> it.split("/", 2)).filter(it -> it.length == 2);
        if (cursor.isPresent() && after.isEmpty()) {
            throw ProblemException.parameter("cursor", "The cursor of a page before is wanted.");
        }
        var page = new Evidence.Page(
                after.map(it -> it[0]).orElse(""), after.map(it -> it[1]).orElse(""), limit + 1);
        var reports = cursor.isPresent() ? Uni.createFrom().item(List.<Contribution>of()) : evidence.reports(of, scope);
        return Uni.combine()
                .all()
                .unis(evidence.activities(of, scope, page), reports)
                .with((activities, reported) -> body(ask, observed, activities, reported, limit));
    }

    private Body body(
            Ask ask,
            Observing.Observed observed,
            List<Contribution> activities,
            List<Contribution> reports,
            int limit) {
        var shown = activities.stream().limit(limit).toList();
        var pinned = observed.scoped()
                .rolledUp()
                .map(Object::toString)
                .orElseGet(() -> Long.toString(observed.moment().position()));
        var next = activities.size() > limit
                ? Optional.of(ask.with(
                        "asOf",
                        pinned,
                        "cursor",
                        shown.getLast().territory() + "/" + shown.getLast().subject()))
                : Optional.<String>empty();
        var value = observed.observations().getFirst().value();
        boolean ofSeveral = observed.scoped().rolledUp().isPresent();
        boolean ofRatio = value.fraction().isPresent();
        var answer = new EvidenceShown(
                observed.observations().getFirst().period().name(),
                Numbers.withoutTrailingZeros(value.number()),
                value.reasonWord().orElse(null),
                Numbers.withoutTrailingZeros(value.numerator()),
                Numbers.withoutTrailingZeros(value.denominator()),
                ObservationsShown.asOf(observed.scoped()),
                shown.stream()
                        .map(it -> ActivityEffect.of(it, ofRatio, ofSeveral))
                        .toList(),
                reports.isEmpty()
                        ? null
                        : reports.stream()
                                .map(it -> ReportEffect.of(it, ofRatio, ofSeveral))
                                .toList(),
                next.orElse(null));
        return new Body(json.whole(answer), next);
    }
}
