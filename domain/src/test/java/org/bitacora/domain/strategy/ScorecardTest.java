package org.bitacora.domain.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.domain.indicator.Definition.Direction;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.json.JsonText;
import org.bitacora.domain.strategy.MeasureReading.SeriesContinuity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scorecards with means computed by hand, and the problems that a mean must not hide. */
class ScorecardTest {

    private static final Period YEAR = Period.parseOne("2014").orElseThrow();
    private static final LocalDate TODAY = LocalDate.parse("2015-03-01");

    /** Two objectives of one perspective, with two measures and one measure. The target of each measure is 10. */
    private static final String OBJECTIVES = """
            [{'code': 'o1', 'name': 'O1', 'perspective': 'p', 'weight': 75, 'measures': [
                {'code': 'a', 'indicator': 'x', 'weight': 60}, {'code': 'b', 'indicator': 'y', 'weight': 40}]},
             {'code': 'o2', 'name': 'O2', 'perspective': 'p', 'weight': 25, 'measures': [
                {'code': 'c', 'rubric': 'trust'}]}]""";

    private static Strategy strategy(String objectives, String more) {
        var document = StrategyDocument.of(JsonText.json("""
                {'name': 'S', 'period': '2014/2017', 'perspectives': [{'code': 'p', 'name': 'P'}], 'objectives': %s,
                 'targets': [{'measure': 'a', 'path': {'2014': 10}}, {'measure': 'b', 'path': {'2014': 10}},
                             {'measure': 'c', 'path': {'2014': 10}}] %s}""".formatted(objectives, more)));
        return Strategy.of(document).orElseThrow();
    }

    private static Map<String, MeasureReading> readings(String... codesAndValues) {
        var readings = new HashMap<String, MeasureReading>();
        for (int i = 0; i < codesAndValues.length; i += 2) {
            readings.put(
                    codesAndValues[i],
                    new MeasureReading(
                            Optional.of(new BigDecimal(codesAndValues[i + 1])),
                            Optional.empty(),
                            Direction.INCREASE,
                            SeriesContinuity.CONTINUOUS));
        }
        return readings;
    }

    private static Scorecard scorecard(Strategy strategy, Map<String, MeasureReading> readings) {
        return Scorecard.of(strategy, readings, new Attainment.EvaluationTime(YEAR, strategy.plan(), TODAY));
    }

    @Test
    void aMeanIsWeightedOverTheKnownScores() {
        var card = scorecard(strategy(OBJECTIVES, ""), readings("a", "10", "b", "5", "c", "8"));

        var objective = card.perspectives().getFirst().objectives().getFirst().rollup();
        assertThat(objective.score().orElseThrow()).as("0.6 · 100 + 0.4 · 50").isEqualByComparingTo("80");
        assertThat(card.overall().score().orElseThrow())
                .as("0.75 · 80 + 0.25 · 80")
                .isEqualByComparingTo("80");
        assertThat(card.overall().coverage()).isEqualByComparingTo("1");
        assertThat(card.overall().status()).isEqualTo(AttainmentStatus.AMBER);
        assertThat(card.overall().worst().orElseThrow().measure()).isEqualTo("b");
        assertThat(card.overall().counts())
                .isEqualTo(Map.of(AttainmentStatus.GREEN, 1, AttainmentStatus.AMBER, 1, AttainmentStatus.RED, 1));
    }

    @Test
    void unknownScoresAreExcludedFromTheMeanAndReported() {
        var card = scorecard(strategy(OBJECTIVES, ""), readings("a", "10", "c", "5"));

        var objective = card.perspectives().getFirst().objectives().getFirst().rollup();
        assertThat(objective.score().orElseThrow()).isEqualByComparingTo("100");
        assertThat(objective.coverage()).isEqualByComparingTo("0.6");
        assertThat(card.overall().score().orElseThrow())
                .as("0.75 · 100 + 0.25 · 50")
                .isEqualByComparingTo("87.5");
        assertThat(card.overall().coverage()).as("0.75 · 0.6 + 0.25").isEqualByComparingTo("0.7");
        assertThat(card.overall().counts()).containsEntry(AttainmentStatus.NO_VALUE, 1);
    }

    @Test
    void belowTheMinimumCoverageThereIsNoMean() {
        var card = scorecard(strategy(OBJECTIVES, ""), readings("b", "10"));

        var objective = card.perspectives().getFirst().objectives().getFirst().rollup();
        assertThat(objective.status()).isEqualTo(AttainmentStatus.INSUFFICIENT);
        assertThat(objective.score()).isEmpty();
        assertThat(objective.coverage()).isEqualByComparingTo("0.4");
        assertThat(card.overall().coverage()).as("0.75 · 0.4").isEqualByComparingTo("0.3");
        assertThat(card.overall().status()).isEqualTo(AttainmentStatus.INSUFFICIENT);
    }

    @Test
    void aCharterStatesTheMinimumCoverage() {
        var card = scorecard(strategy(OBJECTIVES, ", 'minimumCoverage': 0.3"), readings("b", "10"));

        assertThat(card.overall().score().orElseThrow()).isEqualByComparingTo("100");
        assertThat(card.overall().status()).isEqualTo(AttainmentStatus.GREEN);
    }

    @Test
    void aMeanNeverHidesARedStatus() {
        var heavy = OBJECTIVES.replace("60", "95").replace("40", "5");

        var card = scorecard(strategy(heavy, ""), readings("a", "10", "b", "0", "c", "10"));

        assertThat(card.overall().score().orElseThrow()).as("0.75 · 95 + 25").isEqualByComparingTo("96.25");
        assertThat(card.overall().status()).isEqualTo(AttainmentStatus.AMBER);
        assertThat(card.overall().worst().orElseThrow().status()).isEqualTo(AttainmentStatus.RED);
    }

    @Test
    void anExceededTargetDoesNotCompensateAMissedOne() {
        var card = scorecard(strategy(OBJECTIVES, ""), readings("a", "1000", "b", "0", "c", "10"));

        assertThat(card.overall().score().orElseThrow()).as("0.75 · 60 + 25").isEqualByComparingTo("70");
    }

    @Test
    void perspectivesWithoutObjectivesHaveNoWeightUnlessOneIsStated() {
        var usual = strategy(OBJECTIVES.replace("'p'", "'internal'"), "").charter();
        assertThat(usual.perspectives()).extracting(Charter.Perspective::code).containsExactly("p");

        var weighed = scorecard(
                Strategy.of(StrategyDocument.of(JsonText.json("""
                        {'name': 'S', 'period': '2014/2017', 'minimumCoverage': 0.3, 'objectives': %s,
                         'perspectives': [{'code': 'p', 'name': 'P', 'weight': 40}, {'code': 'q', 'name': 'Q', 'weight': 60}],
                         'targets': [{'measure': 'a', 'path': {'2014': 10}}, {'measure': 'b', 'path': {'2014': 10}},
                                     {'measure': 'c', 'path': {'2014': 10}}]}""".formatted(OBJECTIVES))))
                        .orElseThrow(),
                readings("a", "10", "b", "10", "c", "10"));

        assertThat(weighed.overall().coverage()).isEqualByComparingTo("0.4");
        assertThat(weighed.overall().score().orElseThrow()).isEqualByComparingTo("100");
    }

    @Test
    void anOverrideIsShownWithTheComputedStatusUntilItExpires() {
        var override = ", 'overrides': [{'of': 'b', 'period': '2014', 'status': 'amber', 'author': 'A', 'reason': 'R',"
                + " 'until': '%s'}]";

        var holding = scorecard(strategy(OBJECTIVES, override.formatted("2015-03-01")), readings("b", "1"))
                .measures();
        var expired = scorecard(strategy(OBJECTIVES, override.formatted("2015-02-28")), readings("b", "1"))
                .measures();

        assertThat(holding.get(1).attainment().status()).isEqualTo(AttainmentStatus.RED);
        assertThat(holding.get(1).override().orElseThrow().status()).isEqualTo(AttainmentStatus.AMBER);
        assertThat(expired.get(1).override()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "5, 6, INCREASE, IMPROVING",
        "6, 5, INCREASE, WORSENING",
        "5, 5.0, INCREASE, STEADY",
        "5, 6, DECREASE, WORSENING",
        "6, 5, DECREASE, IMPROVING",
        "13, 8, MAINTAIN, IMPROVING",
        "8, 13, MAINTAIN, WORSENING",
        "8, 12, MAINTAIN, STEADY",
        ", 12, INCREASE, UNKNOWN",
        "12, , INCREASE, UNKNOWN",
    })
    void aTrendDependsOnTheDirection(String before, String now, Direction direction, Trend trend) {
        var measureReading = new MeasureReading(
                Optional.ofNullable(now).map(BigDecimal::new),
                Optional.ofNullable(before).map(BigDecimal::new),
                direction,
                SeriesContinuity.CONTINUOUS);

        var card = scorecard(strategy(OBJECTIVES, ""), Map.of("a", measureReading));

        assertThat(card.measures().getFirst().trend()).isEqualTo(trend);
    }

    @Test
    void thereIsNoTrendAcrossABreakOfTheDefinition() {
        var measureReading = new MeasureReading(
                Optional.of(BigDecimal.TEN), Optional.of(BigDecimal.ONE), Direction.INCREASE, SeriesContinuity.BROKEN);

        var card = scorecard(strategy(OBJECTIVES, ""), Map.of("a", measureReading));

        assertThat(card.measures().getFirst().trend()).isEqualTo(Trend.BROKEN);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1 2, 1", "1 2 5, 2", "5 1 2 4, 2", "3 3 3, 3"})
    void theLowerMedianLevelRepresentsSeveralAssessments(String levels, int middle) {
        var assessments = List.of(levels.split(" ", -1)).stream()
                .map(it -> ObjectiveAssessment.read(StrategyJson.reader(
                        "{'code': 'x', 'objective': 'o1', 'period': '2014', 'rubric': 'trust', 'level': " + it + "}")))
                .toList();

        var measureReading = MeasureReading.ofLevels(
                assessments, "trust", YEAR, Period.parseOne("2013").orElseThrow());

        assertThat(measureReading.value()).contains(BigDecimal.valueOf(middle));
        assertThat(measureReading.previousValue()).isEmpty();
    }
}
