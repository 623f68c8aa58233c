package org.bitacora.api.strategy;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.bitacora.application.request.Ask;
import org.bitacora.application.strategy.Carding;
import org.bitacora.application.strategy.Rubrics;
import org.bitacora.http.Answers;
import org.bitacora.http.Body;
import org.bitacora.http.Json;

/** Renders the scorecard of a strategy as JSON. */
@Singleton
public class ScorecardRenderer {

    private final Carding carding;
    private final Rubrics rubrics;
    private final Json json;

    ScorecardRenderer(Carding carding, Rubrics rubrics, Json json) {
        this.carding = carding;
        this.rubrics = rubrics;
        this.json = json;
    }

    /** Renders the scorecard of the requested period, as of the requested moment. */
    public Uni<Body> render(Ask ask, String territory, String strategy, Answers.Known known) {
        boolean scores = hasScores(ask);
        return carding.card(ask, territory, strategy, known.reached())
                .map(carded -> Body.whole(json.whole(new ScorecardShowing(carded, rubrics, ask, scores).shown())));
    }

    /** Refuses invalid parameters before anything is looked up: a problem 400 where {@code score} is no boolean. */
    static void checkParameters(Ask ask) {
        hasScores(ask);
    }

    /** Whether the parameter {@code score} asks for the score of each measure. */
    private static boolean hasScores(Ask ask) {
        return Ask.flag("score", ask.parameter("score").orElse(null));
    }
}
