package org.bitacora.domain.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.domain.event.Decisions.events;
import static org.bitacora.domain.event.Decisions.pointers;
import static org.bitacora.domain.event.Decisions.refusal;
import static org.bitacora.domain.json.JsonText.json;

import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.domain.strategy.StrategyEvent.SectionItemDropped;
import org.bitacora.domain.strategy.StrategyEvent.SectionItemStated;
import org.bitacora.domain.strategy.StrategyEvent.StrategyAdopted;
import org.junit.jupiter.api.Test;

class StrategyDeciderTest {

    private static final StrategyDecider DECIDER = new StrategyDecider("plan", _ -> true);
    private static final Json.Obj FIRST = json("{'code': 'o1', 'name': 'A', 'perspective': 'p', 'weight': 100}");
    private static final Json.Obj SECOND = json("{'code': 'o2', 'name': 'B', 'perspective': 'p', 'weight': 50}");

    private static StrategyDocument plan(String objectives) {
        return StrategyDocument.of(
                json("{'name': 'S', 'period': '2014/2017', 'perspectives': [{'code': 'p', 'name': 'P'}],"
                        + " 'objectives': [" + objectives + "]}"));
    }

    private static final StrategyDocument PLAN =
            plan("").apply(new SectionItemStated(StrategySection.OBJECTIVES, FIRST));

    @Test
    void givenNothingWhenAPlanIsAdoptedThenItsCharterAndItsPartsAreEvents() {
        assertThat(events(DECIDER.adopt(StrategyDocument.EMPTY, PLAN)))
                .containsExactly(
                        new StrategyAdopted(PLAN.charter()), new SectionItemStated(StrategySection.OBJECTIVES, FIRST));
    }

    @Test
    void givenAPlanWhenItIsAdoptedAgainThenNothingFollows() {
        assertThat(events(DECIDER.adopt(PLAN, PLAN))).isEmpty();
    }

    @Test
    void givenAPlanWhenOneWithoutAnObjectiveIsAdoptedThenTheObjectiveIsDropped() {
        assertThat(events(DECIDER.adopt(PLAN, plan(""))))
                .containsExactly(new SectionItemDropped(StrategySection.OBJECTIVES, json("{'code': 'o1'}")));
    }

    @Test
    void whenAPlanDoesNotFitTogetherThenItIsRefused() {
        var unbalanced = PLAN.apply(new SectionItemStated(StrategySection.OBJECTIVES, SECOND));

        assertThat(pointers(DECIDER.adopt(StrategyDocument.EMPTY, unbalanced))).containsExactly("/objectives/o1");
    }

    @Test
    void whenAMeasureHasAnUnknownSourceThenThePlanIsRefused() {
        var blind = new StrategyDecider("plan", _ -> false);
        var measured = plan("{'code': 'o', 'name': 'O', 'perspective': 'p',"
                + " 'measures': [{'code': 'm', 'indicator': 'nowhere'}]}");

        assertThat(refusal(blind.adopt(StrategyDocument.EMPTY, measured)).violations())
                .singleElement()
                .satisfies(it -> assertThat(it.detail().english()).contains("unknown indicator or rubric"));
        assertThat(events(DECIDER.adopt(StrategyDocument.EMPTY, measured))).isNotEmpty();
    }

    @Test
    void givenNoPlanWhenAPartIsStatedOrDroppedThenThereIsNoStrategy() {
        var missing = new Refusal.NotFound(Detail.of("There is no strategy {0}.", "plan"));

        assertThat(refusal(DECIDER.state(StrategyDocument.EMPTY, StrategySection.OBJECTIVES, FIRST)))
                .isEqualTo(missing);
        assertThat(refusal(DECIDER.drop(StrategyDocument.EMPTY, StrategySection.OBJECTIVES, FIRST)))
                .isEqualTo(missing);
    }

    @Test
    void givenAPartWhenItIsStatedAgainOrDroppedTwiceThenNothingFollows() {
        assertThat(events(DECIDER.state(PLAN, StrategySection.OBJECTIVES, FIRST)))
                .isEmpty();
        assertThat(events(DECIDER.drop(PLAN, StrategySection.OBJECTIVES, SECOND)))
                .isEmpty();
    }

    @Test
    void givenAPlanWhenWeightsDoNotAddUpYetThenThePartIsAnEventAllTheSame() {
        assertThat(events(DECIDER.state(PLAN, StrategySection.OBJECTIVES, SECOND)))
                .containsExactly(new SectionItemStated(StrategySection.OBJECTIVES, SECOND));
    }

    @Test
    void givenAPlanWhenAPartContradictsItThenItIsRefused() {
        var link = json("{'from': 'o1', 'to': 'o9', 'hypothesis': 'H'}");

        assertThat(pointers(DECIDER.state(PLAN, StrategySection.LINKS, link))).containsExactly("/links/o1 o9");
    }

    @Test
    void givenAContradictionWhenAnotherPartIsStatedThenItIsAnEvent() {
        var link = json("{'from': 'o1', 'to': 'o9', 'hypothesis': 'H'}");
        var contradictory = PLAN.apply(new SectionItemStated(StrategySection.LINKS, link));
        var risk = json("{'code': 'r', 'name': 'R'}");

        assertThat(events(DECIDER.state(contradictory, StrategySection.RISKS, risk)))
                .hasSize(1);
    }
}
