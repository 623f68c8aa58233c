package org.bitacora.domain.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class BreakdownRulesTest {

    private static final Grouping MONTH = new Grouping.TimeGrouping(Grain.MONTH);
    private static final Grouping YEAR = new Grouping.TimeGrouping(Grain.YEAR);
    private static final Grouping KIND = new Grouping.FieldGrouping(FilterField.KIND);
    private static final Grouping COUNTRY = new Grouping.FieldGrouping(FilterField.COUNTRY);
    private static final Grouping THEME = new Grouping.FieldGrouping(FilterField.THEME);
    private static final Measure.SimpleMeasure COUNT = new Measure.Count(CountedEntity.ACTIVITIES, Filter.EVERYTHING);
    private static final Measure.SimpleMeasure STOCK = new Measure.Stock("activities", Filter.EVERYTHING);
    private static final Measure.SimpleMeasure REPORTED =
            new Measure.ReportedSeries("exports", TimeAggregation.SUM, "USD");

    private static boolean isPossible(Measure measure, Grouping... by) {
        return BreakdownRules.isAllowed(measure, List.of(by));
    }

    @Test
    void aCountCanBeBrokenDownByOneOrTwoGroupings() {
        assertThat(isPossible(COUNT)).isTrue();
        assertThat(isPossible(COUNT, KIND)).isTrue();
        assertThat(isPossible(COUNT, KIND, MONTH)).isTrue();
        assertThat(isPossible(COUNT, KIND, COUNTRY)).isTrue();
        assertThat(isPossible(COUNT, KIND, COUNTRY, THEME)).isFalse();
        assertThat(isPossible(COUNT, KIND, KIND)).isFalse();
        assertThat(isPossible(COUNT, YEAR, MONTH)).isFalse();
    }

    @Test
    void aStockCanBeBrokenDownByTimeOrByFields() {
        assertThat(isPossible(STOCK, KIND, COUNTRY)).isTrue();
        assertThat(isPossible(STOCK, MONTH)).isTrue();
        assertThat(isPossible(STOCK, MONTH, KIND)).isFalse();
    }

    @Test
    void aReportedSeriesCanOnlyBeBrokenDownByTime() {
        assertThat(isPossible(REPORTED, MONTH)).isTrue();
        assertThat(isPossible(REPORTED, KIND)).isFalse();
        assertThat(isPossible(REPORTED, KIND, MONTH)).isFalse();
    }

    @Test
    void aRatioCanBeBrokenDownLikeBothOfItsMeasures() {
        var ratio = new Measure.Ratio(COUNT, new Measure.IndicatorReference("x", 1, REPORTED), BigDecimal.ONE);

        assertThat(isPossible(ratio, MONTH)).isTrue();
        assertThat(isPossible(ratio, KIND)).isFalse();
    }
}
