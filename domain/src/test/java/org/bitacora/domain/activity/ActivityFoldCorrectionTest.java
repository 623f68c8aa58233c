package org.bitacora.domain.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.domain.activity.ActivityEvents.event;
import static org.bitacora.domain.activity.ActivityEvents.foldInEveryOrder;
import static org.bitacora.domain.activity.ActivityEvents.key;
import static org.bitacora.domain.activity.Inconsistency.ORPHAN_CORRECTION;
import static org.bitacora.domain.json.JsonText.json;

import org.junit.jupiter.api.Test;

class ActivityFoldCorrectionTest {

    private static final ActivityEvent ANNOUNCED = event("2014-01-01", "visit.announced", "{'title': 'Planned'}");
    private static final ActivityEvent RECEIVED = event("2014-03-01", "visit.received", "{'title': 'Received'}");

    @Test
    void aCorrectionPatchesItsTransitionAndALaterTransitionStillOverridesIt() {
        var correction = event(
                "2014-06-01",
                "activity.corrected",
                "{'transition': 'planned', 'title': 'Corrected', 'scale': 'small'}");

        var activity = foldInEveryOrder(ANNOUNCED, RECEIVED, correction);

        assertThat(activity.data()).isEqualTo(json("{'title': 'Received', 'scale': 'small'}"));
    }

    @Test
    void aCorrectionWithoutATransitionPatchesTheFurthestOne() {
        var correction = event("2014-02-01", "activity.corrected", "{'title': 'Corrected'}");

        var activity = foldInEveryOrder(ANNOUNCED, RECEIVED, correction);

        assertThat(activity.title()).isEqualTo("Corrected");
    }

    @Test
    void theFurthestTransitionOfAnUndonePlanIsThePlan() {
        var cancelled = event("2014-01-15", "visit.cancelled", "{'title': 'Cancelled'}");
        var correction = event("2014-06-01", "activity.corrected", "{'title': 'Corrected', 'on': '2014-05-05'}");

        var activity = foldInEveryOrder(ANNOUNCED, cancelled, correction);

        assertThat(activity.title()).isEqualTo("Cancelled");
        assertThat(activity.effectiveDate(Transition.PLANNED))
                .contains(new EffectiveDate(PartialDate.of("2014-05-05")));
    }

    @Test
    void aCorrectionAppliesRightAfterTheLastStatementOfItsTransition() {
        var again = event("2014-05-01", "visit.received", "{'title': 'Received, again'}");
        var correction = event("2014-04-01", "activity.corrected", "{'title': 'Corrected'}");

        var activity = foldInEveryOrder(RECEIVED, again, correction);

        assertThat(activity.title()).isEqualTo("Corrected");
    }

    @Test
    void aLaterStatementOfAnotherTransitionOverridesACorrection() {
        var announcedLate = event("2014-05-01", "visit.announced", "{'title': 'Announced late'}");
        var correction = event("2014-06-01", "activity.corrected", "{'title': 'Corrected'}");

        var activity = foldInEveryOrder(RECEIVED, announcedLate, correction);

        assertThat(activity.title()).isEqualTo("Announced late");
    }

    @Test
    void theLaterOfTwoCorrectionsApplies() {
        var one = event("2014-06-01", "activity.corrected", "{'title': 'One', 'scale': 'small'}");
        var two = event("2014-06-02", "activity.corrected", "{'title': 'Two'}");

        var activity = foldInEveryOrder(RECEIVED, one, two);

        assertThat(activity.data()).isEqualTo(json("{'title': 'Two', 'scale': 'small'}"));
    }

    @Test
    void theGreaterSourceAndIdOfSimultaneousCorrectionsApplies() {
        var one = event(key("a", "2"), "2014-06-01", "activity.corrected", "{'title': 'Of a'}");
        var two = event(key("b", "1"), "2014-06-01", "activity.corrected", "{'title': 'Of b'}");
        var three = event(key("b", "0"), "2014-06-01", "activity.corrected", "{'title': 'Of b, before'}");

        var activity = foldInEveryOrder(RECEIVED, one, two, three);

        assertThat(activity.title()).isEqualTo("Of b");
    }

    @Test
    void aNullMemberOfACorrectionIsDeleted() {
        var received = event("2014-03-01", "visit.received", """
                {'title': 'x', 'on': '2014-02-02', 'start': '2014-02-01', 'quantities': {'delegates': 5, 'jobs': 2}}
                """);
        var correction = event("2014-06-01", "activity.corrected", "{'on': null, 'quantities': {'jobs': null}}");

        var activity = foldInEveryOrder(received, correction);

        assertThat(activity.data())
                .isEqualTo(json("{'title': 'x', 'start': '2014-02-01', 'quantities': {'delegates': 5}}"));
        assertThat(activity.effectiveDate(Transition.FORMALISED))
                .contains(new EffectiveDate(PartialDate.of("2014-02-01")));
    }

    @Test
    void aCorrectionOfAnUnstatedTransitionIsAnOrphanAndPatchesNothing() {
        var correction = event("2014-06-01", "activity.corrected", "{'transition': 'ended', 'title': 'Corrected'}");

        var activity = foldInEveryOrder(ANNOUNCED, RECEIVED, correction);

        assertThat(activity.title()).isEqualTo("Received");
        assertThat(activity.inconsistencies()).containsExactly(ORPHAN_CORRECTION);
    }

    @Test
    void aCorrectionWithoutStatementsIsAnOrphanUntilAStatementArrives() {
        var correction = event("2014-06-01", "activity.corrected", "{'title': 'Corrected'}");

        var alone = foldInEveryOrder(correction);

        assertThat(alone.status()).isEqualTo(ActivityStatus.UNSTATED);
        assertThat(alone.inconsistencies()).containsExactly(ORPHAN_CORRECTION);
        assertThat(foldInEveryOrder(correction, ANNOUNCED).inconsistencies()).isEmpty();
    }
}
