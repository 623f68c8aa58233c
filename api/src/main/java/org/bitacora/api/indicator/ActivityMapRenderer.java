package org.bitacora.api.indicator;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import org.bitacora.application.indicator.IndicatorQuery;
import org.bitacora.application.indicator.ObservationOptions;
import org.bitacora.application.indicator.ObservationService;
import org.bitacora.application.indicator.TerritoryScopeQuery;
import org.bitacora.application.indicator.VersionQuery;
import org.bitacora.application.territory.AsOfQuery;
import org.bitacora.application.territory.PeriodQuery;
import org.bitacora.domain.indicator.FilterField;
import org.bitacora.domain.indicator.Grouping;
import org.bitacora.http.ConditionalResponder;
import org.bitacora.http.CsvRenderer;
import org.bitacora.http.Format;
import org.bitacora.http.JsonRenderer;
import org.bitacora.http.Labels;
import org.bitacora.http.Representation;

/** Renders Bahía's activity map as JSON, as a CSV table, or as an HTML page. */
@Singleton
public class ActivityMapRenderer {

    private static final String INDICATOR = "bahia.actions";

    private final ObservationService observationService;
    private final JsonRenderer jsonRenderer;
    private final Template page;

    ActivityMapRenderer(
            ObservationService observationService,
            JsonRenderer jsonRenderer,
            @Location("activity-map.html") Template page) {
        this.observationService = observationService;
        this.jsonRenderer = jsonRenderer;
        this.page = page;
    }

    /** Renders one map for each period of the query. */
    public Uni<Representation> render(
            ActivityMapQuery activityMapQuery, Locale language, ConditionalResponder.ResponseContext responseContext) {
        var indicatorQuery = activityMapQuery.toIndicatorQuery();
        return observationService
                .prepare(indicatorQuery, responseContext.reached())
                .flatMap(it ->
                        observationService.observe(it.questions(), indicatorQuery.scope(), responseContext.reached()))
                .flatMap(observationSet -> shown(language, observationSet, responseContext.format()));
    }

    /** A query for the activity maps of a territory. */
    public record ActivityMapQuery(String territory, PeriodQuery period, AsOfQuery asOf) {

        private IndicatorQuery toIndicatorQuery() {
            return new IndicatorQuery(
                    INDICATOR,
                    new VersionQuery.LatestVersion(),
                    TerritoryScopeQuery.withoutMembers(territory, asOf),
                    period,
                    ObservationOptions.brokenDownBy(List.of(new Grouping.FieldGrouping(FilterField.CATEGORY))));
        }
    }

    private Uni<Representation> shown(
            Locale language, ObservationService.ObservationSet observationSet, Format format) {
        var labels = Labels.forLanguage(language);
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
