package org.bitacora.api.indicator;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.util.List;
import org.bitacora.application.indicator.ObservationService;
import org.bitacora.application.request.ReadRequest;
import org.bitacora.application.territory.PlanPeriodResolver;
import org.bitacora.domain.indicator.FilterField;
import org.bitacora.domain.indicator.Grouping;
import org.bitacora.http.ConditionalResponder;
import org.bitacora.http.CsvRenderer;
import org.bitacora.http.Format;
import org.bitacora.http.JsonRenderer;
import org.bitacora.http.Labels;
import org.bitacora.http.Representation;
import org.bitacora.projections.indicator.IndicatorCatalogue;

/** Renders Bahía's activity map as JSON, as a CSV table, or as an HTML page. */
@Singleton
public class ActivityMapRenderer {

    private static final String INDICATOR = "bahia.actions";

    private final IndicatorCatalogue indicatorCatalogue;
    private final ObservationService observationService;
    private final PlanPeriodResolver plans;
    private final JsonRenderer jsonRenderer;
    private final Template page;

    ActivityMapRenderer(
            IndicatorCatalogue indicatorCatalogue,
            ObservationService observationService,
            PlanPeriodResolver plans,
            JsonRenderer jsonRenderer,
            @Location("activity-map.html") Template page) {
        this.indicatorCatalogue = indicatorCatalogue;
        this.observationService = observationService;
        this.plans = plans;
        this.jsonRenderer = jsonRenderer;
        this.page = page;
    }

    /** Renders the maps of the requested periods, one for each, as of the requested moment. */
    public Uni<Representation> render(
            ReadRequest readRequest, String territory, ConditionalResponder.ResponseContext responseContext) {
        return plans.resolvePlanPeriods(readRequest, "asOf", territory, responseContext.reached())
                .flatMap(spelt -> drawn(spelt, territory, responseContext));
    }

    private Uni<Representation> drawn(
            ReadRequest readRequest, String territory, ConditionalResponder.ResponseContext responseContext) {
        var definition = indicatorCatalogue.find(INDICATOR).orElseThrow();
        var observationQuery = ObservationService.toQuery(
                readRequest, definition, List.of(new Grouping.FieldGrouping(FilterField.CATEGORY)));
        return observationService
                .observe(readRequest, territory, List.of(observationQuery), responseContext.reached())
                .flatMap(observationSet -> shown(readRequest, observationSet, responseContext.format()));
    }

    private Uni<Representation> shown(
            ReadRequest readRequest, ObservationService.ObservationSet observationSet, Format format) {
        var labels = Labels.forLanguage(readRequest.language());
        var maps = observationSet.observations().stream()
                .map(observation -> ActivityMapResponse.of(observationSet, observation, labels))
                .toList();
        return switch (format) {
            case CSV ->
                whole(CsvRenderer.render(
                        ActivityMapResponse.COLUMNS,
                        maps.stream().flatMap(map -> map.rows().stream()).toList()));
            case HTML ->
                page.data("maps", maps)
                        .data("labels", labels)
                        .createUni()
                        .map(text -> Representation.unpaged(Buffer.buffer(text)));
            case JSON, NDJSON, JSON_STAT, XLSX, SVG ->
                whole(jsonRenderer.render(maps.size() == 1 ? maps.getFirst() : maps));
        };
    }

    private static Uni<Representation> whole(Buffer content) {
        return Uni.createFrom().item(Representation.unpaged(content));
    }
}
