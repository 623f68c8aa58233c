package org.bitacora.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bitacora.application.territory.PeriodQuery;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.domain.refusal.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodParameterParserTest {

    private static Period period(String name) {
        return Period.parseOne(name).orElseThrow();
    }

    private static Result<PeriodQuery> parse(String text) {
        return PeriodParameterParser.parse(Optional.of(text));
    }

    private static String detail(Result<?> result) {
        return result instanceof Result.Failure<?>(Refusal.InvalidParameter(var parameter, var detail))
                        && parameter.equals("period")
                ? detail.english()
                : "not refused";
    }

    @Test
    void rangeIsSeveralPeriodsAndSpanIsOne() {
        assertThat(parse("2014..2015"))
                .isEqualTo(Result.success(new PeriodQuery.CalendarPeriods(List.of(period("2014"), period("2015")))));
        assertThat(parse("2014/2015")).isEqualTo(Result.success(PeriodQuery.of(period("2014/2015"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ppag-2014", ""})
    void parsesAPlanByItsCode(String code) {
        var plan = new PeriodQuery.PlanYears("period", code);

        assertThat(parse("plan:" + code)).isEqualTo(Result.success(plan));
        assertThat(PeriodParameterParser.parseSingle(Optional.of("plan:" + code)))
                .isEqualTo(Result.success(plan));
    }

    @Test
    void planIsNotACalendarPeriod() {
        assertThat(detail(PeriodParameterParser.parsePeriods(Optional.of("plan:ppag-2014"))))
                .startsWith("Expected a period: 2014,");
    }

    @Test
    void refusalStatesTheExpectedForm() {
        assertThat(detail(PeriodParameterParser.parse(Optional.empty())))
                .isEqualTo("Missing period. Expected a period, for example 2014.");
        assertThat(detail(parse("2014-13"))).startsWith("Expected a period: 2014,");
        assertThat(detail(PeriodParameterParser.parseSinglePeriod(Optional.of("2014..2015"))))
                .isEqualTo("Expected one period.");
    }

    @Test
    void nextPagesKeepTheYearsOfThePlan() {
        var readRequest = ReadRequest.ofUri("/v1/x?limit=1&period=plan%3Appag", Locale.ENGLISH);

        var plan = PeriodParameterParser.withPlanYears(
                readRequest, new PeriodQuery.PlanYears("period", "ppag"), period("2014/2017"));
        var calendar = PeriodParameterParser.withPlanYears(readRequest, PeriodQuery.of(period("2014")), period("2014"));

        assertThat(plan.uri()).isEqualTo("/v1/x?limit=1&period=2014%2F2017");
        assertThat(calendar.uri()).isEqualTo(readRequest.uri());
    }
}
