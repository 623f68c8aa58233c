package org.bitacora.api.indicator;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.bitacora.application.indicator.Definitions;
import org.bitacora.application.indicator.Observing;
import org.bitacora.application.request.Ask;
import org.bitacora.application.territory.PlanPeriods;
import org.bitacora.http.Answers;
import org.bitacora.http.Body;
import org.bitacora.projections.indicator.OwnDefinitions.Numbered;

/** Renders the observations of an indicator as JSON, CSV, JSON-stat or a workbook. */
@Singleton
public class ObservationRenderer {

    private final Definitions definitions;
    private final Observing observing;
    private final PlanPeriods plans;
    private final Tables tables;

    ObservationRenderer(Definitions definitions, Observing observing, PlanPeriods plans, Tables tables) {
        this.definitions = definitions;
        this.observing = observing;
        this.plans = plans;
        this.tables = tables;
    }

    /** Renders the observations of the requested periods, as of the requested moment. */
    public Uni<Body> render(Ask ask, String territory, String code, Answers.Known known) {
        return plans.spelt(ask, "asOf", territory, known.reached()).flatMap(spelt -> definitions
                .versions(territory, code)
                .map(versions -> Definitions.known(spelt, versions))
                .flatMap(versions -> observed(spelt, territory, versions, known)));
    }

    private Uni<Body> observed(Ask ask, String territory, List<Numbered> versions, Answers.Known known) {
        var by = Observing.groupings(ask);
        var questions = Definitions.chosen(ask, "version", versions).stream()
                .map(it -> Observing.question(ask, it.definition(), by))
                .toList();
        return observing
                .observe(ask, territory, questions, known.reached())
                .map(observed ->
                        tables.body(ask, List.of(new Showing(ask).observations(observed, versions)), known.format()));
    }
}
