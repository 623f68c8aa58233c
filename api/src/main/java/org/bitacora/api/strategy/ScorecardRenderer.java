package org.bitacora.api.strategy;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.bitacora.application.strategy.Rubrics;
import org.bitacora.application.strategy.ScorecardQuery;
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

    /**
     * The presentation of a scorecard.
     *
     * @param includeScores whether the measures include their scores
     */
    public record ScorecardPresentation(Locale language, boolean includeScores) {

        /** The presentation without the scores of measures. */
        public static ScorecardPresentation withoutScores(Locale language) {
            return new ScorecardPresentation(language, false);
        }
    }

    /** Renders the scorecard of a query. */
    public Uni<Representation> render(
            ScorecardQuery query,
            ScorecardPresentation presentation,
            ConditionalResponder.ResponseContext responseContext) {
        return scorecardService
                .scorecard(query, responseContext.reached())
                .map(computedScorecard -> new ScorecardMapper(
                        computedScorecard, rubrics, presentation.language(), presentation.includeScores()))
                .map(mapper -> Representation.unpaged(jsonRenderer.render(mapper.toResponse())));
    }
}
