package org.bitacora.domain.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.domain.strategy.StrategyJson.reader;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import org.bitacora.domain.indicator.Definition.Direction;
import org.bitacora.domain.indicator.Period;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values compared with their targets. The expected results are computed by hand. */
class AttainmentTest {

    private static final Period PLAN = Period.parseOne("2014/2017").orElseThrow();

    private static final String WAY =
            "'baseline': {'value': 40, 'period': '2013'}, 'path': {'2014': 50, '2015': 60, '2016': 70}, 'final': 80";

    private static Target target(String json) {
        return Target.read(reader("{'measure': 'm', " + json + "}"));
    }

    private static Attainment in(String period, @Nullable String value, Target target) {
        var evaluated = Period.parseOne(period).orElseThrow();
        return Attainment.of(
                Optional.ofNullable(value).map(BigDecimal::new),
                target,
                Direction.INCREASE,
                new Attainment.EvaluationTime(evaluated, PLAN, LocalDate.parse("2030-01-01")));
    }

    private static String shown(AttainmentRatio attainmentRatio) {
        return attainmentRatio
                .number()
                .map(it -> it.setScale(4, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString())
                .orElseGet(() -> attainmentRatio.reason().orElseThrow().word());
    }

    /** A city that carried out 40 actions in 2013 and plans 50, 60, 70 and 80 in the years of its plan. */
    @ParameterizedTest
    @CsvSource({
        // period, value, achieved, attainment, progress, pace, status, score
        "2014, 50, true, 1, 1, 1.0007, GREEN, 100",
        "2014, 55, true, 1.1, 1.5, 1.501, GREEN, 100",
        "2014, 48, false, 0.96, 0.8, 0.8005, AMBER, 80",
        "2014, 47, false, 0.94, 0.7, 0.7005, RED, 70",
        "2014, 40, false, 0.8, 0, 0, RED, 0",
        "2014, 30, false, 0.6, -1, -1.0007, RED, 0",
        "2014, 0, false, 0, -4, -4.0027, RED, 0",
        "2015, 60, true, 1, 1, 1.0007, GREEN, 100",
        "2015, 59, false, 0.9833, 0.95, 0.9507, AMBER, 95",
        "2016, 70, true, 1, 1, 0.9998, GREEN, 100",
        "2017, 80, true, 1, 1, 1, GREEN, 100",
        "2017, 64, false, 0.8, 0.6, 0.6, RED, 60",
        "2017, 100, true, 1.25, 1.5, 1.5, GREEN, 100",
    })
    void aValueIsComparedWithATargetAndABaseline(
            String period,
            String value,
            boolean achieved,
            String attainment,
            String progress,
            String pace,
            AttainmentStatus attainmentStatus,
            BigDecimal score) {
        var found = in(period, value, target(WAY));

        assertThat(found.achieved()).contains(achieved);
        assertThat(shown(found.attainment())).isEqualTo(attainment);
        assertThat(shown(found.progress())).isEqualTo(progress);
        assertThat(shown(found.pace())).isEqualTo(pace);
        assertThat(found.status()).isEqualTo(attainmentStatus);
        assertThat(found.score().orElseThrow()).isEqualByComparingTo(score);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // target | value | achieved | attainment | progress | pace | status | score
                "'path': {'2014': 10}                                      | 9  | false | 0.9 | no-baseline | no-baseline | AMBER | 90",
                "'path': {'2014': 10}                                      | 7  | false | 0.7 | no-baseline | no-baseline | RED   | 70",
                "'path': {'2014': 10}                                      | 12 | true  | 1.2 | no-baseline | no-baseline | GREEN | 100",
                "'path': {'2014': 0}                                       | 3  | true  | zero-target | no-baseline | no-baseline | GREEN | 100",
                "'path': {'2014': 0}, 'direction': 'decrease'              | 3  | false | zero-target | no-baseline | no-baseline | RED   | 0",
                "'path': {'2014': 0}, 'direction': 'decrease'              | 0  | true  | zero-target | no-baseline | no-baseline | GREEN | 100",
                "'path': {'2014': 10}, 'direction': 'decrease'             | 8  | true  | 0.8 | no-baseline | no-baseline | GREEN | 100",
                "'path': {'2014': 10}, 'direction': 'decrease'             | 11 | false | 1.1 | no-baseline | no-baseline | AMBER | 90",
                "'path': {'2014': 10}, 'direction': 'decrease'             | 12 | false | 1.2 | no-baseline | no-baseline | AMBER | 80",
                "'path': {'2014': 10}, 'direction': 'decrease'             | 13 | false | 1.3 | no-baseline | no-baseline | RED   | 70",
                "'path': {'2014': 10}, 'direction': 'decrease'             | 25 | false | 2.5 | no-baseline | no-baseline | RED   | 0",
                "'path': {'2014': 10}, 'direction': 'decrease', 'baseline': {'value': 20, 'period': '2013'} | 12 | false | 1.2 | 0.8 | 3.2022 | AMBER | 80",
                "'path': {'2014': 10}, 'baseline': {'value': 10, 'period': '2013'} | 9 | false | 0.9 | target-is-baseline | target-is-baseline | AMBER | 90",
                "'path': {'2014': 50}, 'baseline': {'value': 57, 'period': '2013'} | 55 | true | 1.1 | 0.2857 | 1.1436 | GREEN | 100",
                "'path': {'2014': 50}, 'baseline': {'value': 57, 'period': '2013'} | 45 | false | 0.9 | 1.7143 | 6.8618 | AMBER | 90",
                "'path': {'2014': 50}, 'direction': 'decrease', 'baseline': {'value': 40, 'period': '2013'} | 60 | false | 1.2 | 2 | 8.0055 | AMBER | 80",
                "'path': {'2014': -10}                                     | -5 | true  | 0.5  | no-baseline | no-baseline | GREEN | 100",
                "'path': {'2014': -10}                                     | -20 | false | 2   | no-baseline | no-baseline | RED   | 0",
                "'path': {'2014': 10}, 'direction': 'maintain'             | 10 | true  | 1    | no-baseline | no-baseline | GREEN | 100",
                "'path': {'2014': 10}, 'direction': 'maintain', 'tolerance': 2 | 12 | true | 1.2 | no-baseline | no-baseline | GREEN | 100",
                "'path': {'2014': 10}, 'direction': 'maintain'             | 11 | false | 1.1  | no-baseline | no-baseline | AMBER | 90",
                "'path': {'2014': 10}, 'direction': 'maintain'             | 8  | false | 0.8  | no-baseline | no-baseline | RED   | 79.9999",
                "'path': {'2014': 0}, 'direction': 'maintain'              | 1  | false | zero-target | no-baseline | no-baseline | RED | 0",
                "'path': {'2014': 10}, 'bandsOn': 'value', 'bands': [{'status': 'red', 'to': 5}, {'status': 'amber', 'from': 5, 'to': 8}, {'status': 'green', 'from': 8}] | 8 | false | 0.8 | no-baseline | no-baseline | GREEN | 100",
                "'path': {'2014': 10}, 'bandsOn': 'value', 'bands': [{'status': 'red', 'to': 5}, {'status': 'amber', 'from': 5, 'to': 8}, {'status': 'green', 'from': 8}] | 5 | false | 0.5 | no-baseline | no-baseline | AMBER | 90",
                "'path': {'2014': 10}, 'bandsOn': 'value', 'bands': [{'status': 'red', 'to': 5}, {'status': 'amber', 'from': 5, 'to': 8}, {'status': 'green', 'from': 8}] | 4.99 | false | 0.499 | no-baseline | no-baseline | RED | 40",
                "'path': {'2014': 10}, 'bandsOn': 'attainment', 'bands': [{'status': 'red', 'to': 0.5}, {'status': 'green', 'from': 0.5}] | 6 | false | 0.6 | no-baseline | no-baseline | GREEN | 100",
                "'path': {'2014': 10}, 'bandsOn': 'progress', 'bands': [{'status': 'red', 'to': 0.5}, {'status': 'green', 'from': 0.5}] | 6 | false | 0.6 | no-baseline | no-baseline | RED | 0",
            })
    void aValueIsComparedWithATargetWithoutABaseline(
            String json,
            String value,
            boolean achieved,
            String attainment,
            String progress,
            String pace,
            AttainmentStatus attainmentStatus,
            BigDecimal score) {
        var found = in("2014", value, target(json));

        assertThat(found.achieved()).contains(achieved);
        assertThat(shown(found.attainment())).isEqualTo(attainment);
        assertThat(shown(found.progress())).isEqualTo(progress);
        assertThat(shown(found.pace())).isEqualTo(pace);
        assertThat(found.status()).isEqualTo(attainmentStatus);
        assertThat(found.score().orElseThrow()).isEqualByComparingTo(score);
    }

    @Test
    void theGapIsTheDistanceToAMissedTarget() {
        assertThat(in("2014", "47", target(WAY)).gap()).contains(new BigDecimal(3));
        assertThat(in("2014", "13", target("'path': {'2014': 10}, 'direction': 'decrease'"))
                        .gap())
                .contains(new BigDecimal(-3));
    }

    @Test
    void thereIsNoGapIfTheTargetWasAchievedOrTheValueIsUnknown() {
        assertThat(in("2014", "50", target(WAY)).gap()).isEmpty();
        assertThat(in("2014", null, target(WAY)).gap()).isEmpty();
    }

    @Test
    void theFinalValueIsTheTargetOfTheLastYear() {
        var found = in("2017", "90", target("'final': 100"));

        assertThat(found.target()).contains(new BigDecimal("100"));
        assertThat(found.status()).isEqualTo(AttainmentStatus.AMBER);
    }

    @Test
    void aTargetOfTheWholePlanAppliesToItsSpan() {
        var target = target("'path': {'2014/2017': 200}");

        assertThat(in("2014/2017", "200", target).achieved()).contains(true);
        assertThat(in("2017", "200", target).status()).isEqualTo(AttainmentStatus.NO_TARGET);
    }

    @Test
    void aPeriodWithoutATargetHasOnlyAPace() {
        var found = in("2015", "60", target("'final': 80, 'baseline': {'value': 40, 'period': '2013'}"));

        assertThat(found.status()).isEqualTo(AttainmentStatus.NO_TARGET);
        assertThat(found.achieved()).isEmpty();
        assertThat(shown(found.attainment())).isEqualTo("no-target");
        assertThat(shown(found.pace())).isEqualTo("1.0007");
    }

    @Test
    void anUnknownValueIsNotZero() {
        var found = in("2014", null, target("'path': {'2014': 10}"));

        assertThat(found.status()).isEqualTo(AttainmentStatus.NO_VALUE);
        assertThat(found.target()).contains(BigDecimal.TEN);
        assertThat(found.score()).isEmpty();
        assertThat(shown(found.attainment())).isEqualTo("no-value");
        assertThat(shown(found.pace())).isEqualTo("no-value");
    }

    @Test
    void aCurrentPeriodIsEvaluatedUpToToday() {
        var target = target("'final': 80, 'path': {'2014': 50}, 'baseline': {'value': 40, 'period': '2013'}");
        var evaluationTime = new Attainment.EvaluationTime(
                Period.parseOne("2014").orElseThrow(), PLAN, LocalDate.parse("2014-07-02"));

        var found = Attainment.of(Optional.of(new BigDecimal("45")), target, Direction.INCREASE, evaluationTime);

        assertThat(shown(found.pace())).as("5 of 40, after 183 of 1461 days").isEqualTo("0.998");
        assertThat(shown(found.progress())).isEqualTo("0.5");
    }

    @Test
    void aPlanWithoutElapsedTimeHasNoPace() {
        var target = target("'final': 80, 'baseline': {'value': 40, 'period': '2013'}");
        var evaluationTime = new Attainment.EvaluationTime(
                Period.parseOne("2014").orElseThrow(), PLAN, LocalDate.parse("2013-12-31"));

        var found = Attainment.of(Optional.of(new BigDecimal("45")), target, Direction.INCREASE, evaluationTime);

        assertThat(shown(found.pace())).isEqualTo("no-time-elapsed");
    }
}
