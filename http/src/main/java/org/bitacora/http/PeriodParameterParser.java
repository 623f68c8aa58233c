package org.bitacora.http;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bitacora.application.territory.PeriodQuery;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.domain.refusal.Result;

/** Parses parameters that name periods: {@code 2014}, {@code 2012..2015}, {@code 2012/2015}, or {@code plan:CODE}. */
public final class PeriodParameterParser {

    private static final String PARAMETER = "period";
    private static final String PLAN = "plan:";

    private PeriodParameterParser() {}

    /** Parses one or several periods, or the years of a plan. */
    public static Result<PeriodQuery> parse(Optional<String> text) {
        return parsePlanOr(PARAMETER, text, it -> parsePeriods(it)
                .flatMap(periods -> Result.success(new PeriodQuery.CalendarPeriods(periods))));
    }

    /** Parses one period, or the years of a plan. */
    public static Result<PeriodQuery> parseSingle(Optional<String> text) {
        return parsePlanOr(
                PARAMETER, text, it -> parseSinglePeriod(it).flatMap(period -> Result.success(PeriodQuery.of(period))));
    }

    /** Returns the years of the plan that a text names; otherwise the result of {@code parser}. */
    public static Result<PeriodQuery> parsePlanOr(
            String parameter, Optional<String> text, Function<Optional<String>, Result<PeriodQuery>> parser) {
        return text.filter(it -> it.startsWith(PLAN))
                .map(it ->
                        Result.<PeriodQuery>success(new PeriodQuery.PlanYears(parameter, it.substring(PLAN.length()))))
                .orElseGet(() -> parser.apply(text));
    }

    /**
     * Returns the request with the years of a plan instead of its code, so that all pages refer to the same years even
     * if the plan changes.
     */
    public static ReadRequest withPlanYears(ReadRequest readRequest, PeriodQuery periodQuery, Period years) {
        return switch (periodQuery) {
            case PeriodQuery.CalendarPeriods _ -> readRequest;
            case PeriodQuery.PlanYears plan -> readRequest.withParameter(plan.parameter(), years.name());
        };
    }

    /** Parses one or several periods of the calendar. */
    public static Result<List<Period>> parsePeriods(Optional<String> text) {
        if (text.isEmpty()) {
            return invalid(Detail.of("Missing period. Expected a period, for example 2014."));
        }
        return Period.parse(text.get())
                .map(Result::success)
                .orElseGet(() -> invalid(Detail.of(
                        "Expected a period: 2014, 2014-S1, 2014-Q1, 2014-05, 2012..2015 (each year) or 2012/2015 (one span);"
                                + " at most {0}.",
                        Period.MAX_PERIODS)));
    }

    /** Parses one period of the calendar. */
    public static Result<Period> parseSinglePeriod(Optional<String> text) {
        return parsePeriods(text)
                .flatMap(periods -> periods.size() == 1
                        ? Result.success(periods.getFirst())
                        : invalid(Detail.of("Expected one period.")));
    }

    private static <T> Result<T> invalid(Detail detail) {
        return Result.failure(new Refusal.InvalidParameter(PARAMETER, detail));
    }
}
