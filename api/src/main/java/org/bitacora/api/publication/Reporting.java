package org.bitacora.api.publication;

import io.netty.handler.codec.http.QueryStringEncoder;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bitacora.api.answer.Ask;
import org.bitacora.api.indicator.ActivityMapResource;
import org.bitacora.api.indicator.ObservationResource;
import org.bitacora.api.strategy.AttainmentResource;
import org.bitacora.api.strategy.ScorecardResource;
import org.bitacora.domain.json.Json;
import org.bitacora.eventlog.json.JsonReader;

/** Makes reports as of a position: the same answers that anybody gets who asks for them, in every format. */
@Singleton
class Reporting {

    private final ActivityMapResource activityMap;
    private final AttainmentResource attainment;
    private final ScorecardResource scorecard;
    private final ObservationResource observations;

    Reporting(
            ActivityMapResource activityMap,
            AttainmentResource attainment,
            ScorecardResource scorecard,
            ObservationResource observations) {
        this.activityMap = activityMap;
        this.attainment = attainment;
        this.scorecard = scorecard;
        this.observations = observations;
    }

    /**
     * Of whom, as of which position, and in which language.
     *
     * @param definedAt by the definitions that were known at which position; empty for the latest
     */
    record Where(String territory, long position, Locale language, Optional<Long> definedAt) {
        Where(String territory, long position, Locale language) {
            this(territory, position, language, Optional.empty());
        }
    }

    /** As data: one object, or of several indicators a list of them. */
    Uni<Json> content(Report report, Where where) {
        return switch (report.kind()) {
            case ACTIVITY_MAP, ATTAINMENT, SCORECARD ->
                one(report, where, "json").map(Reporting::json);
            case FIGURES ->
                each(report, where, "json")
                        .map(all ->
                                new Json.Arr(all.stream().map(Reporting::json).toList()));
        };
    }

    private static Json json(String text) {
        return JsonReader.stored(text);
    }

    /** As a table; that of a scorecard is the one of what became of its targets. */
    Uni<String> csv(Report report, Where where) {
        return switch (report.kind()) {
            case ACTIVITY_MAP, ATTAINMENT -> one(report, where, "csv");
            case SCORECARD ->
                text(attainment.get(
                        where.territory(),
                        report.strategy(),
                        ask(address(report, "attainment"), report, where, "csv")));
            case FIGURES -> each(report, where, "csv").map(Reporting::joined);
        };
    }

    /** One header for all. */
    private static String joined(List<String> tables) {
        var all = new StringBuilder(tables.getFirst());
        tables.stream().skip(1).forEach(table -> all.append(table.substring(table.indexOf('\n') + 1)));
        return all.toString();
    }

    /** As a page, where the report has one. */
    Uni<String> html(Report report, Where where) {
        return switch (report.kind()) {
            case ACTIVITY_MAP, ATTAINMENT -> one(report, where, "html");
            case SCORECARD ->
                text(attainment.get(
                        where.territory(),
                        report.strategy(),
                        ask(address(report, "attainment"), report, where, "html")));
            case FIGURES -> csv(report, where).map(table -> TablePage.of(report.title(), table, where.language()));
        };
    }

    private Uni<String> one(Report report, Where where, String format) {
        var ask = ask(address(report, report.kind().word()), report, where, format);
        return text(
                switch (report.kind()) {
                    case ACTIVITY_MAP -> activityMap.get(where.territory(), ask);
                    case ATTAINMENT -> attainment.get(where.territory(), report.strategy(), ask);
                    case SCORECARD -> scorecard.get(where.territory(), report.strategy(), ask);
                    case FIGURES -> throw new IllegalArgumentException("Figures are of several indicators");
                });
    }

    private Uni<List<String>> each(Report report, Where where, String format) {
        return Multi.createFrom()
                .iterable(report.indicators())
                .onItem()
                .transformToUniAndConcatenate(code -> text(observations.observe(
                        where.territory(), code, ask("indicators/" + code + "/observations", report, where, format))))
                .collect()
                .asList();
    }

    private static String address(Report report, String below) {
        return report.strategy().isEmpty() ? "reports/" + below : "strategies/" + report.strategy() + "/" + below;
    }

    /** The address is that of the same question over HTTP: what is linked from an answer leads there. */
    private static Ask ask(String below, Report report, Where where, String format) {
        var address = new QueryStringEncoder("/v1/territories/" + where.territory() + "/" + below);
        address.addParam("period", report.period());
        address.addParam("asOf", Long.toString(where.position()));
        address.addParam("format", format);
        if (!report.by().isEmpty()) {
            address.addParam("by", report.by());
        }
        where.definedAt().ifPresent(it -> address.addParam("definedAt", Long.toString(it)));
        return Ask.at(address.toString(), where.language());
    }

    private static Uni<String> text(Uni<Response> answer) {
        return answer.map(it -> ((Buffer) it.getEntity()).toString());
    }
}
