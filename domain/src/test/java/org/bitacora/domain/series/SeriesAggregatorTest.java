package org.bitacora.domain.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitacora.domain.indicator.Measure;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.indicator.TimeAggregation;
import org.bitacora.domain.indicator.Value.MissingValueReason;
import org.junit.jupiter.api.Test;

class SeriesAggregatorTest {

    private static Period period(String text) {
        return Period.parseOne(text).orElseThrow();
    }

    private static ReportedValue report(String period, String value) {
        return new ReportedValue(period(period), Optional.of(new BigDecimal(value)), "persons", false, 0);
    }

    private static SeriesAggregator reports(TimeAggregation over, ReportedValue... reports) {
        return new SeriesAggregator(new Measure.ReportedSeries("tourists", over, "persons"), List.of(reports));
    }

    private static List<ReportedValue> months(int from, int to) {
        var months = new ArrayList<ReportedValue>();
        for (int month = from; month <= to; month++) {
            months.add(report("2014-%02d".formatted(month), Integer.toString(month)));
        }
        return months;
    }

    @Test
    void aReportForExactlyThePeriodApplies() {
        var seriesAggregator =
                reports(TimeAggregation.SUM, report("2014", "100"), report("2014-S1", "60"), report("2014-S2", "41"));

        assertThat(seriesAggregator.valueFor(period("2014")).number()).contains(new BigDecimal("100"));
        assertThat(seriesAggregator.valueFor(period("2014-01/2014-12")).number())
                .contains(new BigDecimal("100"));
    }

    @Test
    void partsAddUpWithoutCountingADayTwice() {
        var all = new ArrayList<>(months(1, 12));
        all.add(report("2014-Q1", "7"));

        var value =
                reports(TimeAggregation.SUM, all.toArray(ReportedValue[]::new)).valueFor(period("2014"));

        assertThat(value.number()).contains(new BigDecimal("79"));
        assertThat(value.missingSeries()).isEmpty();
    }

    @Test
    void aMonthWithoutAReportIsMissingAndNotZero() {
        var value = reports(TimeAggregation.SUM, months(1, 11).toArray(ReportedValue[]::new))
                .valueFor(period("2014"));

        assertThat(value.number()).contains(new BigDecimal("66"));
        assertThat(value.missingSeries()).containsExactly("tourists");
    }

    @Test
    void withoutReportsThereIsNoValue() {
        var value = reports(TimeAggregation.SUM, report("2013", "5")).valueFor(period("2014"));

        assertThat(value.number()).isEmpty();
        assertThat(value.reason()).contains(MissingValueReason.NOT_REPORTED);
    }

    @Test
    void partsAreAggregatedToTheLastTheMeanOrNothing() {
        var months = months(1, 12).toArray(ReportedValue[]::new);

        assertThat(reports(TimeAggregation.LAST, months)
                        .valueFor(period("2014"))
                        .number())
                .contains(new BigDecimal("12"));
        assertThat(reports(TimeAggregation.MEAN, months)
                        .valueFor(period("2014"))
                        .number()
                        .orElseThrow())
                .isEqualByComparingTo("6.5");
        assertThat(reports(TimeAggregation.NONE, months)
                        .valueFor(period("2014"))
                        .reason())
                .contains(MissingValueReason.NOT_REPORTED);
        assertThat(reports(TimeAggregation.NONE, months)
                        .valueFor(period("2014-03"))
                        .number())
                .contains(new BigDecimal("3"));
    }

    @Test
    void aReportThatExceedsThePeriodIsIgnored() {
        assertThat(reports(TimeAggregation.SUM, report("2014", "100"))
                        .valueFor(period("2014-05"))
                        .reason())
                .contains(MissingValueReason.NOT_REPORTED);
    }

    @Test
    void reportsInAnotherUnitAreNotAdded() {
        var thousands = new ReportedValue(period("2014"), Optional.of(BigDecimal.TEN), "thousands", false, 0);

        assertThat(reports(TimeAggregation.SUM, thousands)
                        .valueFor(period("2014"))
                        .reason())
                .contains(MissingValueReason.OTHER_UNIT);
    }

    @Test
    void moneyIsReportedInAnySingleCurrency() {
        var measure = new Measure.ReportedSeries("exports", TimeAggregation.SUM, Measure.MONEY);
        var real = new ReportedValue(period("2014-S1"), Optional.of(BigDecimal.TEN), "BRL", false, 0);
        var dollar = new ReportedValue(period("2014-S2"), Optional.of(BigDecimal.TEN), "USD", false, 0);

        assertThat(new SeriesAggregator(measure, List.of(real))
                        .valueFor(period("2014-S1"))
                        .number())
                .contains(BigDecimal.TEN);
        assertThat(new SeriesAggregator(measure, List.of(real, dollar))
                        .valueFor(period("2014"))
                        .reason())
                .contains(MissingValueReason.OTHER_UNIT);
    }

    @Test
    void aRetractedReportIsIgnored() {
        var gone = new ReportedValue(period("2014"), Optional.empty(), "persons", false, 1);

        assertThat(reports(TimeAggregation.SUM, gone).valueFor(period("2014")).reason())
                .contains(MissingValueReason.NOT_REPORTED);
    }

    @Test
    void aValueIsProvisionalIfOneOfItsReportsIs() {
        var provisional = new ReportedValue(period("2014"), Optional.of(BigDecimal.TEN), "persons", true, 0);

        assertThat(reports(TimeAggregation.SUM, provisional)
                        .valueFor(period("2014"))
                        .isProvisional())
                .isTrue();
    }
}
