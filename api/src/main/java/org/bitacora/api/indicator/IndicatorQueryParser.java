package org.bitacora.api.indicator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bitacora.application.indicator.IndicatorQuery;
import org.bitacora.application.indicator.ObservationOptions;
import org.bitacora.application.indicator.ScopeQuery;
import org.bitacora.application.indicator.VersionQuery;
import org.bitacora.application.territory.PeriodQuery;
import org.bitacora.domain.indicator.Grouping;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.domain.refusal.Result;
import org.bitacora.http.AsOfParameterParser;
import org.bitacora.http.FilterParameters;
import org.bitacora.http.PeriodParameterParser;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.problem.ProblemException;

/** Parses the parameters of requests for the observations of an indicator; a problem 400 where one is invalid. */
public final class IndicatorQueryParser {

    private IndicatorQueryParser() {}

    /** What is asked of one or several periods. */
    static IndicatorQuery parse(ReadRequest readRequest, String territory, String indicator) {
        var by = parseGroupings(readRequest.values("by")).orElseThrow(ProblemException::of);
        var period =
                PeriodParameterParser.parse(readRequest.parameter("period")).orElseThrow(ProblemException::of);
        return parse(readRequest, territory, indicator, period, by);
    }

    /** What is asked of one period. */
    static IndicatorQuery parseSinglePeriod(ReadRequest readRequest, String territory, String indicator) {
        return parse(readRequest, territory, indicator, singlePeriod(readRequest), List.of());
    }

    private static IndicatorQuery parse(
            ReadRequest readRequest, String territory, String indicator, PeriodQuery period, List<Grouping> by) {
        return new IndicatorQuery(
                indicator,
                version(readRequest, "version"),
                scope(readRequest, "asOf", territory),
                period,
                options(readRequest, by));
    }

    /** One period, or the years of a plan. */
    static PeriodQuery singlePeriod(ReadRequest readRequest) {
        return PeriodParameterParser.parseSingle(readRequest.parameter("period"))
                .orElseThrow(ProblemException::of);
    }

    /** Of whom, and as known at the moment that a parameter names. */
    static ScopeQuery scope(ReadRequest readRequest, String parameter, String territory) {
        return new ScopeQuery(territory, readRequest.isRollup(), AsOfParameterParser.parse(readRequest, parameter));
    }

    /** The versions whose numbers a parameter names; the latest where it is not given. */
    static VersionQuery version(ReadRequest readRequest, String parameter) {
        var numbers = readRequest.values(parameter);
        return numbers.isEmpty()
                ? new VersionQuery.LatestVersion()
                : new VersionQuery.NumberedVersions(parameter, numbers);
    }

    /** The filters of a request, and for how many inhabitants. */
    static ObservationOptions options(ReadRequest readRequest, List<Grouping> by) {
        return new ObservationOptions(FilterParameters.parse(readRequest), by, readRequest.number("per"));
    }

    /** The groupings of a text, with commas between them. */
    public static Result<List<Grouping>> parseGroupings(String text) {
        return parseGroupings(
                Arrays.stream(text.split(",")).filter(it -> !it.isEmpty()).toList());
    }

    static Result<List<Grouping>> parseGroupings(List<String> words) {
        List<Grouping> groupings = new ArrayList<>();
        for (var word : words) {
            var grouping = Grouping.of(word);
            if (grouping.isEmpty()) {
                return Result.failure(new Refusal.InvalidParameter(
                        "by", "Expected one or two of " + String.join(", ", Grouping.words()) + "."));
            }
            groupings.add(grouping.get());
        }
        return Result.success(groupings);
    }
}
