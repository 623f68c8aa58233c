package org.bitacora.domain.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.domain.event.Decisions.events;
import static org.bitacora.domain.event.Decisions.pointers;
import static org.bitacora.domain.json.JsonText.json;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.domain.event.Decision;
import org.bitacora.domain.indicator.Definition.Direction;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.strategy.ReviewDecider.ReviewProposal;
import org.bitacora.domain.strategy.StrategyEvent.SectionItemStated;
import org.junit.jupiter.api.Test;

class ReviewDeciderTest {

    private static final StrategyDecider DECIDER = new StrategyDecider("plan", _ -> true);
    private static final Period YEAR = Period.parseOne("2014").orElseThrow();
    private static final StrategyDocument PLAN = StrategyDocument.of(json("""
            {'name': 'S', 'period': '2014/2017', 'perspectives': [{'code': 'p', 'name': 'P'}],
             'objectives': [{'code': 'o', 'name': 'O', 'perspective': 'p', 'measures': [{'code': 'm', 'indicator': 'x'}]}],
             'targets': [{'measure': 'm', 'path': {'2014': 10}}]}"""));
    private static final Json.Obj SILENT = review("{}");
    private static final Json.Obj EXPLAINED = review("{'m': 'The airport was closed'}");

    private static Json.Obj review(String notes) {
        return json("{'code': 'r', 'period': '2014', 'on': '2015-01-10', 'learned': 'L', 'notes': " + notes + "}");
    }

    private static Scorecard card(int value) {
        var strategy = Strategy.of(PLAN).orElseThrow();
        var reading = new MeasureReading(
                Optional.of(BigDecimal.valueOf(value)),
                Optional.empty(),
                Direction.INCREASE,
                MeasureReading.SeriesContinuity.CONTINUOUS);
        return Scorecard.of(
                strategy,
                Map.of("m", reading),
                new Attainment.EvaluationTime(YEAR, strategy.plan(), LocalDate.of(2015, 1, 10)));
    }

    private static Decision<StrategyEvent> decide(
            StrategyDocument before, Json.Obj review, Scorecard card, SectionItemStated... changes) {
        return ReviewDecider.decide(DECIDER, before, new ReviewProposal(review, List.of(changes)), card);
    }

    private static SectionItemStated target(String data) {
        return new SectionItemStated(StrategySection.TARGETS, json(data));
    }

    @Test
    void givenARedMeasureWhenAReviewHasNoNoteOnItThenItIsRefused() {
        assertThat(pointers(decide(PLAN, SILENT, card(1)))).containsExactly("/notes/m");
    }

    @Test
    void givenARedMeasureWhenAReviewHasANoteOnItThenItIsAnEvent() {
        assertThat(events(decide(PLAN, EXPLAINED, card(1))))
                .containsExactly(new SectionItemStated(StrategySection.REVIEWS, EXPLAINED));
    }

    @Test
    void givenNoRedMeasureWhenAReviewHasNoNotesThenItIsAnEvent() {
        assertThat(events(decide(PLAN, SILENT, card(10)))).hasSize(1);
    }

    @Test
    void whenAReviewDecidesChangesThenTheyFollowItAndNameIt() {
        assertThat(events(decide(PLAN, SILENT, card(10), target("{'measure': 'm', 'final': 20}"))))
                .containsExactly(
                        new SectionItemStated(StrategySection.REVIEWS, SILENT),
                        target("{'measure': 'm', 'final': 20, 'review': 'r'}"));
    }

    @Test
    void whenAChangeContradictsThePlanThenTheReviewIsRefusedWithIt() {
        assertThat(pointers(decide(PLAN, SILENT, card(10), target("{'measure': 'z', 'final': 20}"))))
                .containsExactly("/targets/z");
    }

    @Test
    void givenAReviewWithItsChangesWhenItIsRecordedAgainThenNothingFollows() {
        var change = target("{'measure': 'm', 'final': 20}");
        var after = PLAN.apply(events(decide(PLAN, SILENT, card(10), change)));

        assertThat(events(decide(after, SILENT, card(10), change))).isEmpty();
    }

    @Test
    void givenAReviewWhenItIsRecordedWithAnotherChangeThenBothAreEvents() {
        var after = PLAN.apply(events(decide(PLAN, SILENT, card(10))));

        assertThat(events(decide(after, SILENT, card(10), target("{'measure': 'm', 'final': 30}"))))
                .hasSize(2);
    }

    @Test
    void theNoteOfTheLatestReviewOfAPeriodApplies() {
        var strategy = Strategy.of(PLAN.apply(List.of(
                        stated("r1", "2014", "2015-01-10", "{'m': 'first'}"),
                        stated("r2", "2014", "2015-02-10", "{'m': 'second'}"),
                        stated("r3", "2014", "2015-03-10", "{}"),
                        stated("r4", "2015", "2016-01-10", "{'m': 'of another year'}"))))
                .orElseThrow();

        assertThat(strategy.latestReviewNote("m", YEAR)).contains("second");
        assertThat(strategy.latestReviewNote("n", YEAR)).isEmpty();
    }

    private static SectionItemStated stated(String code, String period, String on, String notes) {
        return new SectionItemStated(
                StrategySection.REVIEWS,
                json("{'code': '" + code + "', 'period': '" + period + "', 'on': '" + on
                        + "', 'learned': 'L', 'notes': " + notes + "}"));
    }
}
