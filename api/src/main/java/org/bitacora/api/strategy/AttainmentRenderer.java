package org.bitacora.api.strategy;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.bitacora.application.strategy.AttainmentService;
import org.bitacora.application.strategy.ScorecardQuery;
import org.bitacora.application.strategy.ScorecardService;
import org.bitacora.http.ConditionalResponder;
import org.bitacora.http.CsvRenderer;
import org.bitacora.http.Format;
import org.bitacora.http.JsonRenderer;
import org.bitacora.http.Labels;
import org.bitacora.http.Representation;

/** Renders the attainment of a strategy's targets as JSON, as a CSV table, or as an HTML page. */
@Singleton
public class AttainmentRenderer {

    private final ScorecardService scorecardService;
    private final AttainmentService attainmentService;
    private final AttainmentMapper mapper;
    private final JsonRenderer jsonRenderer;
    private final Template page;

    AttainmentRenderer(
            ScorecardService scorecardService,
            AttainmentService attainmentService,
            AttainmentMapper mapper,
            JsonRenderer jsonRenderer,
            @Location("attainment.html") Template page) {
        this.scorecardService = scorecardService;
        this.attainmentService = attainmentService;
        this.mapper = mapper;
        this.jsonRenderer = jsonRenderer;
        this.page = page;
    }

    /** Renders the attainment in the scorecard of a query. */
    public Uni<Representation> render(
            ScorecardQuery query, Locale language, ConditionalResponder.ResponseContext responseContext) {
        return scorecardService
                .scorecard(query, responseContext.reached())
                .flatMap(computedScorecard -> attainmentService
                        .feedback(computedScorecard)
                        .map(said -> mapper.toResponse(computedScorecard, said, language)))
                .flatMap(shown -> body(language, shown, responseContext.format()));
    }

    private Uni<Representation> body(Locale language, AttainmentResponse shown, Format format) {
        return switch (format) {
            case CSV ->
                Uni.createFrom()
                        .item(Representation.unpaged(CsvRenderer.render(AttainmentResponse.COLUMNS, shown.rows())));
            case HTML ->
                page.data("table", shown)
                        .data("labels", Labels.forLanguage(language))
                        .createUni()
                        .map(text -> Representation.unpaged(Buffer.buffer(text)));
            case JSON, NDJSON, JSON_STAT, XLSX, SVG ->
                Uni.createFrom().item(Representation.unpaged(jsonRenderer.render(shown)));
        };
    }
}
