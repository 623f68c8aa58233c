package org.bitacora.domain.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bitacora.domain.indicator.Observation.BreakdownPart;
import org.bitacora.domain.indicator.Value.MissingValueReason;
import org.junit.jupiter.api.Test;

class ObservationCalculatorTest {

    private static final Period YEAR = Period.parseOne("2014").orElseThrow();
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Grouping CATEGORY = new Grouping.FieldGrouping(FilterField.CATEGORY);
    private static final Grouping COUNTRY = new Grouping.FieldGrouping(FilterField.COUNTRY);

    private static Value.NumberValue of(long number) {
        return Value.of(BigDecimal.valueOf(number));
    }

    private static MeasureResult tally(long whole, Map<List<String>, Value> parts) {
        return new MeasureResult(of(whole), 3, 12, 4, parts);
    }

    @Test
    void partsAreNotAdjustedToAddUpToTheTotal() {
        var measureResult = tally(462, Map.of(List.of("visit-received"), of(203), List.of("mission-abroad"), of(271)));

        var breakdown = new ObservationCalculator(YEAR, List.of(CATEGORY))
                .calculate(measureResult)
                .breakdown()
                .orElseThrow();

        assertThat(breakdown.distinctTotal()).isEqualTo(of(462));
        assertThat(breakdown.sumOfParts()).contains(BigDecimal.valueOf(474));
        assertThat(breakdown.inSeveral()).isEqualTo(12);
        assertThat(breakdown.unclassified()).isEqualTo(4);
        assertThat(breakdown.parts())
                .extracting(BreakdownPart::share)
                .containsExactly(Optional.of(new BigDecimal("0.5866")), Optional.of(new BigDecimal("0.4394")));
    }

    @Test
    void categoriesAreInTableOrderAndCountriesByValue() {
        var byCategory = tally(9, Map.of(List.of("event-hosted"), of(5), List.of("mission-abroad"), of(4)));
        var byCountry = tally(9, Map.of(List.of("AR"), of(2), List.of("UY"), of(5), List.of("CL"), of(2)));

        assertThat(members(CATEGORY, byCategory)).containsExactly("mission-abroad", "event-hosted");
        assertThat(members(COUNTRY, byCountry)).containsExactly("UY", "AR", "CL");
    }

    private static List<String> members(Grouping by, MeasureResult measureResult) {
        return new ObservationCalculator(YEAR, List.of(by))
                .calculate(measureResult).breakdown().orElseThrow().parts().stream()
                        .map(it -> it.members().getFirst())
                        .toList();
    }

    @Test
    void emptyMonthsAreIncluded() {
        var measureResult = tally(1, Map.of(List.of("2014-05"), of(1)));
        var by = new Grouping.TimeGrouping(Grain.MONTH);

        var breakdown = new ObservationCalculator(YEAR, List.of(by))
                .calculate(measureResult)
                .breakdown()
                .orElseThrow();

        assertThat(breakdown.parts()).hasSize(12);
        assertThat(breakdown.parts().getFirst().value()).isEqualTo(Value.ZERO);
        assertThat(breakdown.unplaced()).isEqualTo(4);
        assertThat(breakdown.unclassified()).isZero();
    }

    @Test
    void thereIsNoShareOfAZeroTotal() {
        var measureResult = tally(0, Map.of(List.of("AR"), of(0)));

        var breakdown = new ObservationCalculator(YEAR, List.of(COUNTRY))
                .calculate(measureResult)
                .breakdown()
                .orElseThrow();

        assertThat(breakdown.parts().getFirst().share()).isEmpty();
    }

    @Test
    void aRatioIsRecomputedForEveryPartAndNotAdded() {
        var planned = tally(3, Map.of(List.of("AR"), of(1), List.of("UY"), of(2)));
        var all = tally(8, Map.of(List.of("AR"), of(4), List.of("UY"), of(2), List.of("CL"), of(2)));

        var observation = new ObservationCalculator(YEAR, List.of(COUNTRY)).calculateRatio(planned, all, HUNDRED);

        assertThat(observation.value().number().orElseThrow()).isEqualByComparingTo("37.5");
        var breakdown = observation.breakdown().orElseThrow();
        assertThat(breakdown.sumOfParts()).isEmpty();
        assertThat(breakdown.parts())
                .extracting(it ->
                        it.value().number().orElseThrow().stripTrailingZeros().toPlainString())
                .containsExactly("100", "25", "0");
        assertThat(breakdown.parts()).allMatch(it -> it.share().isEmpty());
    }

    @Test
    void nothingIsDividedByZero() {
        var value = Value.ratio(of(3), of(0), HUNDRED);

        assertThat(value.number()).isEmpty();
        assertThat(value.reason()).contains(MissingValueReason.ZERO_DENOMINATOR);
        assertThat(value.numerator()).contains(BigDecimal.valueOf(3));
    }

    @Test
    void aRatioOfUnreportedValuesIsUnknownAndNotZero() {
        var unknown = Value.unavailable(MissingValueReason.NOT_REPORTED, Set.of("budget-total"));

        var value = Value.ratio(of(3), unknown, HUNDRED);

        assertThat(value.number()).isEmpty();
        assertThat(value.reason()).contains(MissingValueReason.NOT_REPORTED);
        assertThat(value.missingSeries()).containsExactly("budget-total");
    }

    @Test
    void aRatioIsAsProvisionalAndAsIncompleteAsItsParts() {
        var value = Value.ratio(of(3).asProvisional(), of(4).withMissingSeries(Set.of("exports")), BigDecimal.ONE);

        assertThat(value.isProvisional()).isTrue();
        assertThat(value.missingSeries()).containsExactly("exports");
    }

    @Test
    void amountsInTwoCurrenciesAreNeitherDividedNorAdded() {
        var real = of(3).withUnit("BRL");
        var dollar = of(4).withUnit("USD");

        assertThat(Value.ratio(real, dollar, HUNDRED).reason()).contains(MissingValueReason.OTHER_UNIT);
        assertThat(Value.ratio(real, real, HUNDRED).number().orElseThrow()).isEqualByComparingTo(HUNDRED);
        assertThat(Value.sum(List.of(real, dollar)).reason()).contains(MissingValueReason.OTHER_UNIT);
        assertThat(Value.sum(List.of(real, real))).isEqualTo(of(6).withUnit("BRL"));
    }

    @Test
    void aSumLacksWhatItsValuesLack() {
        var sum = Value.sum(List.of(of(3).asProvisional(), of(4).withMissingSeries(Set.of("tourists"))));

        assertThat(sum.number()).contains(BigDecimal.valueOf(7));
        assertThat(sum.isProvisional()).isTrue();
        assertThat(sum.missingSeries()).containsExactly("tourists");
        assertThat(Value.sum(List.of(of(3), Value.unavailable(MissingValueReason.NOT_REPORTED, Set.of("tourists"))))
                        .number())
                .isEmpty();
    }
}
