package org.bitacora.api.activity;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.bitacora.application.territory.AsOfResolver;
import org.bitacora.http.CsvRenderer;
import org.bitacora.http.Format;
import org.bitacora.http.JsonRenderer;
import org.bitacora.http.PageResponse;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.Representation;
import org.bitacora.projections.activity.ActivityRepository;
import org.bitacora.projections.activity.ActivityRow;

/** Renders pages of activities as JSON, NDJSON or CSV. */
@Singleton
public class ActivityPageRenderer {

    /** The formats of a page of activities. */
    public static final List<Format> FORMATS = List.of(Format.JSON, Format.NDJSON, Format.CSV);

    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1_000;

    private final ActivityRepository activityRepository;
    private final JsonRenderer jsonRenderer;

    ActivityPageRenderer(ActivityRepository activityRepository, JsonRenderer jsonRenderer) {
        this.activityRepository = activityRepository;
        this.jsonRenderer = jsonRenderer;
    }

    /** Renders the requested page as of a moment. The next page is as of the same position. */
    public Uni<Representation> render(
            ReadRequest readRequest,
            ActivityRepository.ActivityPageQuery activityPageQuery,
            AsOfResolver.AsOfMoment asOfMoment,
            Format format) {
        int limit = readRequest.limit(DEFAULT_LIMIT, MAX_LIMIT);
        return activityRepository
                .list(activityPageQuery, asOfMoment.position(), limit + 1)
                .map(rows -> toRepresentation(readRequest, rows, limit, asOfMoment, format));
    }

    private Representation toRepresentation(
            ReadRequest readRequest,
            List<ActivityRow> rows,
            int limit,
            AsOfResolver.AsOfMoment asOfMoment,
            Format format) {
        var shown = rows.stream().limit(limit).map(ActivityResponse::of).toList();
        Optional<String> next = rows.size() <= limit
                ? Optional.empty()
                : Optional.of(readRequest.uriWith(
                        "asOf",
                        Long.toString(asOfMoment.position()),
                        "cursor",
                        shown.getLast().activity()));
        Buffer content =
                switch (format) {
                    case NDJSON -> jsonRenderer.renderLines(shown);
                    case CSV ->
                        CsvRenderer.render(
                                ActivityResponse.COLUMNS,
                                shown.stream().map(ActivityResponse::cells).toList());
                    case JSON, HTML, SVG, JSON_STAT, XLSX ->
                        asOfMoment
                                .head()
                                .map(head -> jsonRenderer.render(ActivityPageResponse.catchingUp(
                                        shown, next.orElse(null), asOfMoment.position(), head)))
                                .orElseGet(() -> jsonRenderer.render(new PageResponse<>(shown, next.orElse(null))));
                };
        return new Representation(content, next);
    }
}
