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
import org.bitacora.application.publication.Report;
import org.bitacora.application.publication.ReportContext;
import org.bitacora.application.publication.ReportRenderer;
import org.bitacora.application.request.Ask;
import org.bitacora.domain.json.Json;
import org.bitacora.eventlog.json.JsonReader;
import org.bitacora.http.Answers;
import org.bitacora.http.Body;
import org.bitacora.http.Format;

/** Makes reports as of a position: the same answers that anybody gets who asks for them, in every format. */
@Singleton
class Reporting implements ReportRenderer {

    private final ActivityMapRenderer activityMap;
    private final AttainmentRenderer attainment;
    private final ScorecardRenderer scorecard;
    private final ObservationRenderer observations;
    private final Answers answers;

    Reporting(
            ActivityMapRenderer activityMap,
            AttainmentRenderer attainment,
            ScorecardRenderer scorecard,
            ObservationRenderer observations,
            Answers answers) {
        this.activityMap = activityMap;
        this.attainment = attainment;
        this.scorecard = scorecard;
        this.observations = observations;
        this.answers = answers;
    }

    @Override
    public Uni<Json> content(Report report, ReportContext context) {
        return switch (report.kind()) {
            case ACTIVITY_MAP -> activityMap(report, context, Format.JSON).map(Reporting::json);
            case ATTAINMENT -> attainment(report, context, Format.JSON).map(Reporting::json);
            case SCORECARD -> scorecard(report, context).map(Reporting::json);
            case FIGURES ->
                each(report, context, Format.JSON)
                        .map(all ->
                                new Json.Arr(all.stream().map(Reporting::json).toList()));
        };
    }

    private static Json json(String text) {
        return JsonReader.stored(text);
    }

    @Override
    public Uni<String> csv(Report report, ReportContext context) {
        return switch (report.kind()) {
            case ACTIVITY_MAP -> activityMap(report, context, Format.CSV);
            case ATTAINMENT, SCORECARD -> attainment(report, context, Format.CSV);
            case FIGURES -> each(report, context, Format.CSV).map(Reporting::joined);
        };
    }

    /** One header for all. */
    private static String joined(List<String> tables) {
        var all = new StringBuilder(tables.getFirst());
        tables.stream().skip(1).forEach(table -> all.append(table.substring(table.indexOf('\n') + 1)));
        return all.toString();
    }

    @Override
    public Uni<String> html(Report report, ReportContext context) {
        return switch (report.kind()) {
            case ACTIVITY_MAP -> activityMap(report, context, Format.HTML);
            case ATTAINMENT, SCORECARD -> attainment(report, context, Format.HTML);
            case FIGURES -> csv(report, context).map(table -> TablePage.of(report.title(), table, context.language()));
        };
    }

    private Uni<String> activityMap(Report report, ReportContext context, Format format) {
        var ask = ask("reports/activity-map", report, context, format);
        return text(ask, context, format, known -> activityMap.render(ask, context.territory(), known));
    }

    private Uni<String> attainment(Report report, ReportContext context, Format format) {
        var ask = ask("strategies/" + report.strategy() + "/attainment", report, context, format);
        return text(
                ask, context, format, known -> attainment.render(ask, context.territory(), report.strategy(), known));
    }

    private Uni<String> scorecard(Report report, ReportContext context) {
        var ask = ask("strategies/" + report.strategy() + "/scorecard", report, context, Format.JSON);
        return text(
                ask,
                context,
                Format.JSON,
                known -> scorecard.render(ask, context.territory(), report.strategy(), known));
    }

    private Uni<List<String>> each(Report report, ReportContext context, Format format) {
        return Multi.createFrom()
                .iterable(report.indicators())
                .onItem()
                .transformToUniAndConcatenate(code -> observations(code, report, context, format))
                .collect()
                .asList();
    }

    private Uni<String> observations(String code, Report report, ReportContext context, Format format) {
        var ask = ask("indicators/" + code + "/observations", report, context, format);
        return text(ask, context, format, known -> observations.render(ask, context.territory(), code, known));
    }

    /** The address is that of the same question over HTTP: what is linked from an answer leads there. */
    private static Ask ask(String below, Report report, ReportContext context, Format format) {
        var address = new QueryStringEncoder("/v1/territories/" + context.territory() + "/" + below);
        address.addParam("period", report.period());
        address.addParam("asOf", Long.toString(context.position()));
        address.addParam("format", format.word());
        if (!report.by().isEmpty()) {
            address.addParam("by", report.by());
        }
        context.definitionsAsOf().ifPresent(it -> address.addParam("definedAt", Long.toString(it)));
        return Ask.at(address.toString(), context.language());
    }

    private Uni<String> text(Ask ask, ReportContext context, Format format, Function<Answers.Known, Uni<Body>> render) {
        return answers.reached(ask, context.territory())
                .flatMap(reached -> render.apply(new Answers.Known(reached, format)))
                .map(body -> body.content().toString());
    }
}
