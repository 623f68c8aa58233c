package org.bitacora.api.strategy;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.bitacora.application.request.ReadRequest;
import org.bitacora.application.strategy.Rubrics;
import org.bitacora.application.strategy.ScorecardService;
import org.bitacora.http.ConditionalResponder;
import org.bitacora.http.JsonRenderer;
import org.bitacora.http.Representation;

/** Renders the scorecard of a strategy as JSON. */
@Singleton
public class ScorecardRenderer {

    private final ScorecardService scorecardService;
    private final Rubrics rubrics;
    private final JsonRenderer jsonRenderer;

    ScorecardRenderer(ScorecardService scorecardService, Rubrics rubrics, JsonRenderer jsonRenderer) {
        this.scorecardService = scorecardService;
        this.rubrics = rubrics;
        this.jsonRenderer = jsonRenderer;
    }

    /** Renders the scorecard of the requested period, as of the requested moment. */
    public Uni<Representation> render(
            ReadRequest readRequest,
            String territory,
            String strategy,
            ConditionalResponder.ResponseContext responseContext) {
        boolean scores = hasScores(readRequest);
        return scorecardService
                .scorecard(readRequest, territory, strategy, responseContext.reached())
                .map(computedScorecard -> Representation.unpaged(jsonRenderer.render(
                        new ScorecardMapper(computedScorecard, rubrics, readRequest, scores).toResponse())));
    }

    /** Refuses invalid parameters before anything is looked up: a problem 400 where {@code score} is no boolean. */
    static void checkParameters(ReadRequest readRequest) {
        hasScores(readRequest);
    }

    /** Whether the parameter {@code score} asks for the score of each measure. */
    private static boolean hasScores(ReadRequest readRequest) {
        return ReadRequest.parseFlag("score", readRequest.parameter("score").orElse(null));
    }
}
