package org.bitacora.api.strategy;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import org.bitacora.application.request.Ask;
import org.bitacora.application.strategy.Attaining;
import org.bitacora.application.strategy.Carding;
import org.bitacora.http.Answers;
import org.bitacora.http.Body;
import org.bitacora.http.Csv;
import org.bitacora.http.Format;
import org.bitacora.http.Json;
import org.bitacora.http.Labels;

/** Renders the attainment of a strategy's targets as JSON, as a CSV table, or as an HTML page. */
@Singleton
public class AttainmentRenderer {

    private final Carding carding;
    private final Attaining attaining;
    private final AttainmentMapper mapper;
    private final Json json;
    private final Template page;

    AttainmentRenderer(
            Carding carding,
            Attaining attaining,
            AttainmentMapper mapper,
            Json json,
            @Location("attainment.html") Template page) {
        this.carding = carding;
        this.attaining = attaining;
        this.mapper = mapper;
        this.json = json;
        this.page = page;
    }

    /** Renders the attainment in the requested period, as of the requested moment. */
    public Uni<Body> render(Ask ask, String territory, String strategy, Answers.Known known) {
        return carding.card(ask, territory, strategy, known.reached())
                .flatMap(carded -> attaining.feedback(carded).map(said -> mapper.toResponse(carded, said, ask)))
                .flatMap(shown -> body(ask, shown, known.format()));
    }

    private Uni<Body> body(Ask ask, AttainmentShown shown, Format format) {
        return switch (format) {
            case CSV -> Uni.createFrom().item(Body.whole(Csv.table(AttainmentShown.COLUMNS, shown.rows())));
            case HTML ->
                page.data("table", shown)
                        .data("labels", Labels.in(ask.language()))
                        .createUni()
                        .map(text -> Body.whole(Buffer.buffer(text)));
            case JSON, NDJSON, JSON_STAT, XLSX, SVG -> Uni.createFrom().item(Body.whole(json.whole(shown)));
        };
    }
}
