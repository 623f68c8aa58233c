package org.bitacora.api.publication;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bitacora.api.indicator.ActivityMapRenderer;
import org.bitacora.api.indicator.IndicatorQueryParser;
import org.bitacora.api.indicator.ObservationRenderer;
import org.bitacora.api.strategy.AttainmentRenderer;
import org.bitacora.api.strategy.ScorecardQueryParser;
import org.bitacora.api.strategy.ScorecardRenderer;
import org.bitacora.application.RefusalException;
import org.bitacora.application.indicator.IndicatorQuery;
import org.bitacora.application.indicator.ObservationOptions;
import org.bitacora.application.indicator.TerritoryScopeQuery;
import org.bitacora.application.indicator.VersionQuery;
import org.bitacora.application.publication.ReportContext;
import org.bitacora.application.publication.ReportRenderer;
import org.bitacora.application.strategy.ScorecardQuery;
import org.bitacora.application.territory.AsOfQuery;
import org.bitacora.application.territory.PeriodQuery;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.publication.ReportDefinition;
import org.bitacora.eventlog.json.JsonReader;
import org.bitacora.http.ConditionalResponder;
import org.bitacora.http.Format;
import org.bitacora.http.PeriodParameterParser;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.Representation;
import org.bitacora.projections.projector.ProjectionTracker;

/** Renders reports as of a position, in every format, with the renderers of the HTTP resources. */
@Singleton
class ApiReportRenderer implements ReportRenderer {

    private final ActivityMapRenderer activityMap;
    private final AttainmentRenderer attainment;
    private final ScorecardRenderer scorecard;
    private final ObservationRenderer observations;
    private final ProjectionTracker projectionTracker;

    ApiReportRenderer(
            ActivityMapRenderer activityMap,
            AttainmentRenderer attainment,
            ScorecardRenderer scorecard,
            ObservationRenderer observations,
            ProjectionTracker projectionTracker) {
        this.activityMap = activityMap;
        this.attainment = attainment;
        this.scorecard = scorecard;
        this.observations = observations;
        this.projectionTracker = projectionTracker;
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

    /** Concatenates CSV tables with the same columns under one header line. */
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
        return textOf(
                context,
                format,
                responseContext -> activityMap.render(
                        new ActivityMapRenderer.ActivityMapQuery(
                                context.territory(), periods(reportDefinition), asOf(context)),
                        context.language(),
                        responseContext));
    }

    private Uni<String> attainment(ReportDefinition reportDefinition, ReportContext context, Format format) {
        return textOf(
                context,
                format,
                responseContext -> attainment.render(
                        scorecardQuery(reportDefinition, context), context.language(), responseContext));
    }

    private Uni<String> scorecard(ReportDefinition reportDefinition, ReportContext context) {
        return textOf(
                context,
                Format.JSON,
                responseContext -> scorecard.render(
                        scorecardQuery(reportDefinition, context),
                        ScorecardRenderer.ScorecardPresentation.withoutScores(context.language()),
                        responseContext));
    }

    private static ScorecardQuery scorecardQuery(ReportDefinition reportDefinition, ReportContext context) {
        var period = ScorecardQueryParser.parsePeriod(Optional.of(reportDefinition.period()))
                .orElseThrow(RefusalException::new);
        return new ScorecardQuery(
                context.territory(), reportDefinition.strategy(), period, asOf(context), context.definitionsAsOf());
    }

    private static AsOfQuery asOf(ReportContext context) {
        return new AsOfQuery.AtPosition("asOf", context.position());
    }

    private static PeriodQuery periods(ReportDefinition reportDefinition) {
        return PeriodParameterParser.parse(Optional.of(reportDefinition.period()))
                .orElseThrow(RefusalException::new);
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
        return textOf(
                context,
                format,
                responseContext -> observations.render(
                        requestFor(code, context), indicatorQuery(code, reportDefinition, context), responseContext));
    }

    private static IndicatorQuery indicatorQuery(
            String code, ReportDefinition reportDefinition, ReportContext context) {
        var by = IndicatorQueryParser.parseGroupings(reportDefinition.by()).orElseThrow(RefusalException::new);
        return new IndicatorQuery(
                code,
                context.definitionsAsOf()
                        .<VersionQuery>map(VersionQuery.LatestVersionAt::new)
                        .orElseGet(VersionQuery.LatestVersion::new),
                TerritoryScopeQuery.withoutMembers(context.territory(), asOf(context)),
                periods(reportDefinition),
                ObservationOptions.brokenDownBy(by));
    }

    /**
     * Returns the request for the same observations over HTTP. Links keep the parameters of the request;
     * this one has none.
     */
    private static ReadRequest requestFor(String code, ReportContext context) {
        return ReadRequest.ofUri(
                "/v1/territories/" + context.territory() + "/indicators/" + code + "/observations", context.language());
    }

    private Uni<String> textOf(
            ReportContext context,
            Format format,
            Function<ConditionalResponder.ResponseContext, Uni<Representation>> render) {
        return projectionTracker
                .findCheckpoint(context.territory())
                .map(reached -> reached.orElseThrow(() -> RefusalException.noTerritory(context.territory())))
                .flatMap(checkpoint -> render.apply(new ConditionalResponder.ResponseContext(checkpoint, format)))
                .map(representation -> representation.content().toString());
    }
}
