package org.bitacora.domain.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class BreakingTest {

    private static final Grouping MONTH = new Grouping.Every(Grain.MONTH);
    private static final Grouping YEAR = new Grouping.Every(Grain.YEAR);
    private static final Grouping KIND = new Grouping.By(Field.KIND);
    private static final Grouping COUNTRY = new Grouping.By(Field.COUNTRY);
    private static final Grouping THEME = new Grouping.By(Field.THEME);
    private static final Measure.Simple COUNT = new Measure.Count(Counted.ACTIVITIES, Filter.EVERYTHING);
    private static final Measure.Simple STOCK = new Measure.Stock("activities", Filter.EVERYTHING);
    private static final Measure.Simple REPORTED = new Measure.Reported("exports", OverTime.SUM, "USD");

    private static boolean isPossible(Measure measure, Grouping... by) {
        return Breaking.isPossible(measure, List.of(by));
    }

    @Test
    void aCountIsBrokenDownByOneOrTwoThings() {
        assertThat(isPossible(COUNT)).isTrue();
        assertThat(isPossible(COUNT, KIND)).isTrue();
        assertThat(isPossible(COUNT, KIND, MONTH)).isTrue();
        assertThat(isPossible(COUNT, KIND, COUNTRY)).isTrue();
        assertThat(isPossible(COUNT, KIND, COUNTRY, THEME)).isFalse();
        assertThat(isPossible(COUNT, KIND, KIND)).isFalse();
        assertThat(isPossible(COUNT, YEAR, MONTH)).isFalse();
    }

    @Test
    void aStockIsOfATimeOrOfThings() {
        assertThat(isPossible(STOCK, KIND, COUNTRY)).isTrue();
        assertThat(isPossible(STOCK, MONTH)).isTrue();
        assertThat(isPossible(STOCK, MONTH, KIND)).isFalse();
    }

    @Test
    void whatWasReportedIsToldApartByTimeAlone() {
        assertThat(isPossible(REPORTED, MONTH)).isTrue();
        assertThat(isPossible(REPORTED, KIND)).isFalse();
        assertThat(isPossible(REPORTED, KIND, MONTH)).isFalse();
    }

    @Test
    void aRatioIsBrokenDownAsBothItsMeasuresAre() {
        var ratio = new Measure.Ratio(COUNT, new Measure.Of("x", 1, REPORTED), BigDecimal.ONE);

        assertThat(isPossible(ratio, MONTH)).isTrue();
        assertThat(isPossible(ratio, KIND)).isFalse();
    }
}
