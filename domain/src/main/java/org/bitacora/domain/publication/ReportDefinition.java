package org.bitacora.domain.publication;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.json.JsonObjectReader;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.domain.refusal.Result;
import org.bitacora.domain.refusal.Violation;

/**
 * The definition of a published report.
 *
 * @param title the title
 * @param kind the kind of report
 * @param period the period
 * @param strategy the code of the strategy; an empty string if the kind of report does not need one
 * @param indicators the codes of the indicators of a report of figures
 * @param by the groupings of a report of figures
 * @param asOf the log position as of which the report is computed; empty for the latest position
 */
public record ReportDefinition(
        String title,
        ReportKind kind,
        String period,
        String strategy,
        List<String> indicators,
        String by,
        Optional<Long> asOf) {

    private static final int MAX_INDICATORS = 50;

    public ReportDefinition {
        indicators = List.copyOf(indicators);
    }

    /** The kinds of report that can be published. */
    public enum ReportKind {
        ACTIVITY_MAP,
        ATTAINMENT,
        SCORECARD,
        FIGURES;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Reads a definition and adds the violations to the reader. */
    public static ReportDefinition read(JsonObjectReader at) {
        at.allowOnly(List.of("code", "title", "report", "period", "strategy", "indicators", "by", "asOf"));
        if (!at.has("report")) {
            at.addViolation("report", Detail.of("Expected one of activity-map, attainment, scorecard, figures."));
        }
        var reportKind = at.oneOf("report", List.of(ReportKind.values()), ReportKind::word, ReportKind.ACTIVITY_MAP);
        var period = at.requiredText("period");
        if (Period.parseOne(period).isEmpty()) {
            at.addViolation("period", Detail.of("Expected one period, for example 2014."));
        }
        var indicators = at.texts("indicators");
        if ((reportKind == ReportKind.FIGURES) == indicators.isEmpty() || indicators.size() > MAX_INDICATORS) {
            at.addViolation(
                    "indicators",
                    Detail.of(
                            "Expected 1 to {0} codes for the report `figures`, and none for other reports.",
                            MAX_INDICATORS));
        }
        var asOf = at.number("asOf");
        if (asOf.filter(it -> it.signum() < 0 || it.stripTrailingZeros().scale() > 0 || it.precision() > 18)
                .isPresent()) {
            at.addViolation("asOf", Detail.of("Expected a log position: a whole number of 0 or more."));
        }
        boolean ofStrategy = reportKind == ReportKind.ATTAINMENT || reportKind == ReportKind.SCORECARD;
        var strategy = ofStrategy ? at.requiredText("strategy") : at.optionalText("strategy");
        return new ReportDefinition(
                at.requiredText("title"),
                reportKind,
                period,
                strategy,
                indicators,
                at.optionalText("by"),
                asOf.map(BigDecimal::longValue));
    }

    /** Parses the body of a request; a refusal lists all violations. */
    public static Result<ReportDefinition> parse(Json.Obj body) {
        var found = new ArrayList<Violation>();
        var reportDefinition = read(new JsonObjectReader(Pointer.ROOT, body, found));
        return Refusal.InvalidDocument.of(found)
                .map(Result::<ReportDefinition>failure)
                .orElseGet(() -> Result.success(reportDefinition));
    }

    /** The definition in the data of a publication. */
    public static ReportDefinition ofPublication(Json.Obj data) {
        return read(new JsonObjectReader(
                Pointer.ROOT, PublicationEvent.ReportPublished.withoutFrozen(data), new ArrayList<>()));
    }

    /** The definition as event data, without the position, which the event states itself. */
    public Json.Obj toJson() {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("title", Json.of(title));
        members.put("report", Json.of(kind.word()));
        members.put("period", Json.of(period));
        if (!strategy.isEmpty()) {
            members.put("strategy", Json.of(strategy));
        }
        if (!indicators.isEmpty()) {
            members.put("indicators", Json.texts(indicators.toArray(String[]::new)));
        }
        if (!by.isEmpty()) {
            members.put("by", Json.of(by));
        }
        return new Json.Obj(members);
    }
}
