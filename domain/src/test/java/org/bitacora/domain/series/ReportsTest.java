package org.bitacora.domain.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitacora.domain.indicator.Measure;
import org.bitacora.domain.indicator.OverTime;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.indicator.Value.Reason;
import org.junit.jupiter.api.Test;

class ReportsTest {

    private static Period period(String text) {
        return Period.one(text).orElseThrow();
    }

    private static Report report(String period, String value) {
        return new Report(period(period), Optional.of(new BigDecimal(value)), "persons", false, 0);
    }

    private static Reports reports(OverTime over, Report... reports) {
        return new Reports(new Measure.Reported("tourists", over, "persons"), List.of(reports));
    }

    private static List<Report> months(int from, int to) {
        var months = new ArrayList<Report>();
        for (int month = from; month <= to; month++) {
            months.add(report("2014-%02d".formatted(month), Integer.toString(month)));
        }
        return months;
    }

    @Test
    void whatWasReportedForThatVeryPeriodHolds() {
        var reports = reports(OverTime.SUM, report("2014", "100"), report("2014-S1", "60"), report("2014-S2", "41"));

        assertThat(reports.in(period("2014")).number()).contains(new BigDecimal("100"));
        assertThat(reports.in(period("2014-01/2014-12")).number()).contains(new BigDecimal("100"));
    }

    @Test
    void partsAddUpEachDayOnce() {
        var all = new ArrayList<>(months(1, 12));
        all.add(report("2014-Q1", "7"));

        var value = reports(OverTime.SUM, all.toArray(Report[]::new)).in(period("2014"));

        assertThat(value.number()).contains(new BigDecimal("79"));
        assertThat(value.missing()).isEmpty();
    }

    @Test
    void aMonthThatNobodyReportedIsMissingAndNotZero() {
        var value = reports(OverTime.SUM, months(1, 11).toArray(Report[]::new)).in(period("2014"));

        assertThat(value.number()).contains(new BigDecimal("66"));
        assertThat(value.missing()).containsExactly("tourists");
    }

    @Test
    void nothingReportedIsNoValue() {
        var value = reports(OverTime.SUM, report("2013", "5")).in(period("2014"));

        assertThat(value.number()).isEmpty();
        assertThat(value.reason()).contains(Reason.NOT_REPORTED);
    }

    @Test
    void theLastHoldsOrTheMeanOrNothing() {
        var months = months(1, 12).toArray(Report[]::new);

        assertThat(reports(OverTime.LAST, months).in(period("2014")).number()).contains(new BigDecimal("12"));
        assertThat(reports(OverTime.MEAN, months).in(period("2014")).number().orElseThrow())
                .isEqualByComparingTo("6.5");
        assertThat(reports(OverTime.NONE, months).in(period("2014")).reason()).contains(Reason.NOT_REPORTED);
        assertThat(reports(OverTime.NONE, months).in(period("2014-03")).number())
                .contains(new BigDecimal("3"));
    }

    @Test
    void aReportThatReachesBeyondThePeriodSaysNothingOfIt() {
        assertThat(reports(OverTime.SUM, report("2014", "100"))
                        .in(period("2014-05"))
                        .reason())
                .contains(Reason.NOT_REPORTED);
    }

    @Test
    void anotherUnitIsNotAdded() {
        var thousands = new Report(period("2014"), Optional.of(BigDecimal.TEN), "thousands", false, 0);

        assertThat(reports(OverTime.SUM, thousands).in(period("2014")).reason()).contains(Reason.OTHER_UNIT);
    }

    @Test
    void moneyIsOfAnyOneCurrency() {
        var measure = new Measure.Reported("exports", OverTime.SUM, Measure.MONEY);
        var real = new Report(period("2014-S1"), Optional.of(BigDecimal.TEN), "BRL", false, 0);
        var dollar = new Report(period("2014-S2"), Optional.of(BigDecimal.TEN), "USD", false, 0);

        assertThat(new Reports(measure, List.of(real)).in(period("2014-S1")).number())
                .contains(BigDecimal.TEN);
        assertThat(new Reports(measure, List.of(real, dollar))
                        .in(period("2014"))
                        .reason())
                .contains(Reason.OTHER_UNIT);
    }

    @Test
    void whatWasTakenBackSaysNothing() {
        var gone = new Report(period("2014"), Optional.empty(), "persons", false, 1);

        assertThat(reports(OverTime.SUM, gone).in(period("2014")).reason()).contains(Reason.NOT_REPORTED);
    }

    @Test
    void aValueIsAsProvisionalAsItsReports() {
        var provisional = new Report(period("2014"), Optional.of(BigDecimal.TEN), "persons", true, 0);

        assertThat(reports(OverTime.SUM, provisional).in(period("2014")).isProvisional())
                .isTrue();
    }
}
