package org.bitacora.api.indicator;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.util.List;
import org.bitacora.application.indicator.Observing;
import org.bitacora.application.request.Ask;
import org.bitacora.application.territory.PlanPeriods;
import org.bitacora.domain.indicator.Field;
import org.bitacora.domain.indicator.Grouping;
import org.bitacora.http.Answers;
import org.bitacora.http.Body;
import org.bitacora.http.Csv;
import org.bitacora.http.Format;
import org.bitacora.http.Json;
import org.bitacora.http.Labels;
import org.bitacora.projections.indicator.Catalogue;

/** Renders Bahía's activity map as JSON, as a CSV table, or as an HTML page. */
@Singleton
public class ActivityMapRenderer {

    private static final String INDICATOR = "bahia.actions";

    private final Catalogue catalogue;
    private final Observing observing;
    private final PlanPeriods plans;
    private final Json json;
    private final Template page;

    ActivityMapRenderer(
            Catalogue catalogue,
            Observing observing,
            PlanPeriods plans,
            Json json,
            @Location("activity-map.html") Template page) {
        this.catalogue = catalogue;
        this.observing = observing;
        this.plans = plans;
        this.json = json;
        this.page = page;
    }

    /** Renders the maps of the requested periods, one for each, as of the requested moment. */
    public Uni<Body> render(Ask ask, String territory, Answers.Known known) {
        return plans.spelt(ask, "asOf", territory, known.reached()).flatMap(spelt -> drawn(spelt, territory, known));
    }

    private Uni<Body> drawn(Ask ask, String territory, Answers.Known known) {
        var definition = catalogue.find(INDICATOR).orElseThrow();
        var question = Observing.question(ask, definition, List.of(new Grouping.By(Field.CATEGORY)));
        return observing
                .observe(ask, territory, List.of(question), known.reached())
                .flatMap(observed -> shown(ask, observed, known.format()));
    }

    private Uni<Body> shown(Ask ask, Observing.Observed observed, Format format) {
        var labels = Labels.in(ask.language());
        var maps = observed.observations().stream()
                .map(observation -> ActivityMap.of(observed, observation, labels))
                .toList();
        return switch (format) {
            case CSV ->
                whole(Csv.table(
                        ActivityMap.COLUMNS,
                        maps.stream().flatMap(map -> map.rows().stream()).toList()));
            case HTML ->
                page.data("maps", maps).data("labels", labels).createUni().map(text -> Body.whole(Buffer.buffer(text)));
            case JSON, NDJSON, JSON_STAT, XLSX, SVG -> whole(json.whole(maps.size() == 1 ? maps.getFirst() : maps));
        };
    }

    private static Uni<Body> whole(Buffer content) {
        return Uni.createFrom().item(Body.whole(content));
    }
}
