package org.bitacora.api.publication;

import io.netty.handler.codec.http.QueryStringEncoder;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import org.bitacora.api.indicator.ActivityMapRenderer;
import org.bitacora.api.indicator.ObservationRenderer;
import org.bitacora.api.strategy.AttainmentRenderer;
import org.bitacora.api.strategy.ScorecardRenderer;
import org.bitacora.application.publication.ReportContext;
import org.bitacora.application.publication.ReportRenderer;
import org.bitacora.application.request.ReadRequest;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.publication.ReportDefinition;
import org.bitacora.eventlog.json.JsonReader;
import org.bitacora.http.ConditionalResponder;
import org.bitacora.http.Format;
import org.bitacora.http.Representation;

/** Makes reports as of a position: the same answers that anybody gets who asks for them, in every format. */
@Singleton
class ApiReportRenderer implements ReportRenderer {

    private final ActivityMapRenderer activityMap;
    private final AttainmentRenderer attainment;
    private final ScorecardRenderer scorecard;
    private final ObservationRenderer observations;
    private final ConditionalResponder conditionalResponder;

    ApiReportRenderer(
            ActivityMapRenderer activityMap,
            AttainmentRenderer attainment,
            ScorecardRenderer scorecard,
            ObservationRenderer observations,
            ConditionalResponder conditionalResponder) {
        this.activityMap = activityMap;
        this.attainment = attainment;
        this.scorecard = scorecard;
        this.observations = observations;
        this.conditionalResponder = conditionalResponder;
    }

    @Override
    public Uni<Json> content(ReportDefinition reportDefinition, ReportContext context) {
        return switch (reportDefinition.kind()) {
            case ACTIVITY_MAP ->
                activityMap(reportDefinition, context, Format.JSON).map(ApiReportRenderer::parseJson);
            case ATTAINMENT ->
                attainment(reportDefinition, context, Format.JSON).map(ApiReportRenderer::parseJson);
            case SCORECARD -> scorecard(reportDefinition, context).map(ApiReportRenderer::parseJson);
            case FIGURES ->
                renderEachIndicator(reportDefinition, context, Format.JSON)
                        .map(all -> new Json.Arr(
                                all.stream().map(ApiReportRenderer::parseJson).toList()));
        };
    }

    private static Json parseJson(String text) {
        return JsonReader.parseStored(text);
    }

    @Override
    public Uni<String> csv(ReportDefinition reportDefinition, ReportContext context) {
        return switch (reportDefinition.kind()) {
            case ACTIVITY_MAP -> activityMap(reportDefinition, context, Format.CSV);
            case ATTAINMENT, SCORECARD -> attainment(reportDefinition, context, Format.CSV);
            case FIGURES ->
                renderEachIndicator(reportDefinition, context, Format.CSV).map(ApiReportRenderer::concatenate);
        };
    }

    /** One header for all. */
    private static String concatenate(List<String> tables) {
        var all = new StringBuilder(tables.getFirst());
        tables.stream().skip(1).forEach(table -> all.append(table.substring(table.indexOf('\n') + 1)));
        return all.toString();
    }

    @Override
    public Uni<String> html(ReportDefinition reportDefinition, ReportContext context) {
        return switch (reportDefinition.kind()) {
            case ACTIVITY_MAP -> activityMap(reportDefinition, context, Format.HTML);
            case ATTAINMENT, SCORECARD -> attainment(reportDefinition, context, Format.HTML);
            case FIGURES ->
                csv(reportDefinition, context)
                        .map(table -> HtmlTableRenderer.render(reportDefinition.title(), table, context.language()));
        };
    }

    private Uni<String> activityMap(ReportDefinition reportDefinition, ReportContext context, Format format) {
        var readRequest = requestFor("reports/activity-map", reportDefinition, context, format);
        return textOf(
                readRequest,
                context,
                format,
                responseContext -> activityMap.render(readRequest, context.territory(), responseContext));
    }

    private Uni<String> attainment(ReportDefinition reportDefinition, ReportContext context, Format format) {
        var readRequest = requestFor(
                "strategies/" + reportDefinition.strategy() + "/attainment", reportDefinition, context, format);
        return textOf(
                readRequest,
                context,
                format,
                responseContext -> attainment.render(
                        readRequest, context.territory(), reportDefinition.strategy(), responseContext));
    }

    private Uni<String> scorecard(ReportDefinition reportDefinition, ReportContext context) {
        var readRequest = requestFor(
                "strategies/" + reportDefinition.strategy() + "/scorecard", reportDefinition, context, Format.JSON);
        return textOf(
                readRequest,
                context,
                Format.JSON,
                responseContext -> scorecard.render(
                        readRequest, context.territory(), reportDefinition.strategy(), responseContext));
    }

    private Uni<List<String>> renderEachIndicator(
            ReportDefinition reportDefinition, ReportContext context, Format format) {
        return Multi.createFrom()
                .iterable(reportDefinition.indicators())
                .onItem()
                .transformToUniAndConcatenate(code -> observations(code, reportDefinition, context, format))
                .collect()
                .asList();
    }

    private Uni<String> observations(
            String code, ReportDefinition reportDefinition, ReportContext context, Format format) {
        var readRequest = requestFor("indicators/" + code + "/observations", reportDefinition, context, format);
        return textOf(
                readRequest,
                context,
                format,
                responseContext -> observations.render(readRequest, context.territory(), code, responseContext));
    }

    /** The address is that of the same question over HTTP: what is linked from an answer leads there. */
    private static ReadRequest requestFor(
            String below, ReportDefinition reportDefinition, ReportContext context, Format format) {
        var address = new QueryStringEncoder("/v1/territories/" + context.territory() + "/" + below);
        address.addParam("period", reportDefinition.period());
        address.addParam("asOf", Long.toString(context.position()));
        address.addParam("format", format.word());
        if (!reportDefinition.by().isEmpty()) {
            address.addParam("by", reportDefinition.by());
        }
        context.definitionsAsOf().ifPresent(it -> address.addParam("definedAt", Long.toString(it)));
        return ReadRequest.ofUri(address.toString(), context.language());
    }

    private Uni<String> textOf(
            ReadRequest readRequest,
            ReportContext context,
            Format format,
            Function<ConditionalResponder.ResponseContext, Uni<Representation>> render) {
        return conditionalResponder
                .currentCheckpoint(readRequest, context.territory())
                .flatMap(checkpoint -> render.apply(new ConditionalResponder.ResponseContext(checkpoint, format)))
                .map(representation -> representation.content().toString());
    }
}
