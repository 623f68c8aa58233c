package org.bitacora.api.activity;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.bitacora.application.request.Ask;
import org.bitacora.http.Body;
import org.bitacora.http.Csv;
import org.bitacora.http.Format;
import org.bitacora.http.Items;
import org.bitacora.http.Json;
import org.bitacora.projections.activity.Activities;
import org.bitacora.projections.activity.ActivityRow;

/** Lists of activities, page by page, in the formats that lists have. */
@Singleton
public class ActivityPages {

    /** In what such a list can be had. */
    public static final List<Format> FORMATS = List.of(Format.JSON, Format.NDJSON, Format.CSV);

    private static final int USUAL = 100;
    private static final int MOST = 1_000;

    private final Activities activities;
    private final Json json;

    ActivityPages(Activities activities, Json json) {
        this.activities = activities;
        this.json = json;
    }

    /** The page that is asked for, as known at a position; the next is of the same moment. */
    public Uni<Body> of(Ask ask, Activities.Page page, long position, Format format) {
        int limit = ask.limit(USUAL, MOST);
        return activities.list(page, position, limit + 1).map(rows -> body(ask, rows, limit, position, format));
    }

    private Body body(Ask ask, List<ActivityRow> rows, int limit, long position, Format format) {
        var shown = rows.stream().limit(limit).map(ActivityShown::of).toList();
        Optional<String> next = rows.size() <= limit
                ? Optional.empty()
                : Optional.of(ask.with(
                        "asOf",
                        Long.toString(position),
                        "cursor",
                        shown.getLast().activity()));
        Buffer content =
                switch (format) {
                    case NDJSON -> json.lines(shown);
                    case CSV ->
                        Csv.table(
                                ActivityShown.COLUMNS,
                                shown.stream().map(ActivityShown::row).toList());
                    case JSON, HTML, SVG, JSON_STAT, XLSX -> json.whole(new Items<>(shown, next.orElse(null)));
                };
        return new Body(content, next);
    }
}
