package org.bitacora.domain.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.bitacora.domain.indicator.Definition.Direction;
import org.junit.jupiter.api.Test;

class RankingTest {

    private static List<BigDecimal> numbers(String... texts) {
        return Stream.of(texts).map(BigDecimal::new).toList();
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    @Test
    void theHighestValueIsFirstUnlessTheDirectionIsDecrease() {
        var values = numbers("3", "9", "5");

        assertThat(new Ranking(values, Direction.INCREASE).rank(number("9"))).isEqualTo(1);
        assertThat(new Ranking(values, Direction.MAINTAIN).rank(number("3"))).isEqualTo(3);
        assertThat(new Ranking(values, Direction.DECREASE).rank(number("3"))).isEqualTo(1);
    }

    @Test
    void equalValuesShareARankAndAreCounted() {
        var ranking = new Ranking(numbers("9", "5", "5.0", "1"), Direction.INCREASE);

        assertThat(ranking.rank(number("5"))).isEqualTo(2);
        assertThat(ranking.rank(number("5.00"))).isEqualTo(2);
        assertThat(ranking.rank(number("1"))).isEqualTo(4);
    }

    /** The quartiles of the QUARTILE function of spreadsheets. */
    @Test
    void quartilesAreInterpolatedBetweenValues() {
        var ranking = new Ranking(numbers("1", "2", "4", "7", "8", "9", "10", "12"), Direction.INCREASE);

        assertThat(ranking.quartile(0)).isEqualByComparingTo("1");
        assertThat(ranking.quartile(1)).isEqualByComparingTo("3.5");
        assertThat(ranking.quartile(2)).isEqualByComparingTo("7.5");
        assertThat(ranking.quartile(3)).isEqualByComparingTo("9.25");
        assertThat(ranking.quartile(4)).isEqualByComparingTo("12");
    }

    @Test
    void eachValueBelongsToAQuarter() {
        var ranking = new Ranking(numbers("1", "2", "3", "4", "5"), Direction.INCREASE);

        assertThat(Stream.of("1", "2", "3", "4", "5").map(it -> ranking.quarter(number(it))))
                .containsExactly(1, 1, 2, 3, 4);
    }

    @Test
    void aSingleValueIsEveryQuartile() {
        var ranking = new Ranking(numbers("7"), Direction.INCREASE);

        assertThat(ranking.rank(number("7"))).isEqualTo(1);
        assertThat(ranking.quartile(3)).isEqualByComparingTo("7");
        assertThat(ranking.quarter(number("7"))).isEqualTo(1);
    }

    @Test
    void anEmptyRankingIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Ranking(List.of(), Direction.INCREASE));
    }
}
