package org.bitacora.domain.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.domain.activity.Inconsistency.ORPHAN_CORRECTION;
import static org.bitacora.domain.activity.Said.folded;
import static org.bitacora.domain.activity.Said.key;
import static org.bitacora.domain.activity.Said.said;
import static org.bitacora.domain.json.JsonText.json;

import org.junit.jupiter.api.Test;

class FoldCorrectionTest {

    private static final ActivityEvent ANNOUNCED = said("2014-01-01", "visit.announced", "{'title': 'Planned'}");
    private static final ActivityEvent RECEIVED = said("2014-03-01", "visit.received", "{'title': 'Received'}");

    @Test
    void aCorrectionPatchesTheTransitionThatItNamesAndALaterOneStillOverridesIt() {
        var correction = said(
                "2014-06-01",
                "activity.corrected",
                "{'transition': 'planned', 'title': 'Corrected', 'scale': 'small'}");

        var activity = folded(ANNOUNCED, RECEIVED, correction);

        assertThat(activity.data()).isEqualTo(json("{'title': 'Received', 'scale': 'small'}"));
    }

    @Test
    void itPatchesTheFurthestWhereItNamesNone() {
        var correction = said("2014-02-01", "activity.corrected", "{'title': 'Corrected'}");

        var activity = folded(ANNOUNCED, RECEIVED, correction);

        assertThat(activity.title()).isEqualTo("Corrected");
    }

    @Test
    void theFurthestOfWhatWasPlannedAndUndoneIsThePlan() {
        var cancelled = said("2014-01-15", "visit.cancelled", "{'title': 'Cancelled'}");
        var correction = said("2014-06-01", "activity.corrected", "{'title': 'Corrected', 'on': '2014-05-05'}");

        var activity = folded(ANNOUNCED, cancelled, correction);

        assertThat(activity.title()).isEqualTo("Cancelled");
        assertThat(activity.occasion(Transition.PLANNED)).contains(new Occasion(PartialDate.of("2014-05-05")));
    }

    @Test
    void itPatchesRightAfterTheLastStatementOfItsTransition() {
        var again = said("2014-05-01", "visit.received", "{'title': 'Received, again'}");
        var correction = said("2014-04-01", "activity.corrected", "{'title': 'Corrected'}");

        var activity = folded(RECEIVED, again, correction);

        assertThat(activity.title()).isEqualTo("Corrected");
    }

    @Test
    void aStatementOfAnotherTransitionSaidLaterOverridesIt() {
        var announcedLate = said("2014-05-01", "visit.announced", "{'title': 'Announced late'}");
        var correction = said("2014-06-01", "activity.corrected", "{'title': 'Corrected'}");

        var activity = folded(RECEIVED, announcedLate, correction);

        assertThat(activity.title()).isEqualTo("Announced late");
    }

    @Test
    void ofTwoCorrectionsTheLaterHolds() {
        var one = said("2014-06-01", "activity.corrected", "{'title': 'One', 'scale': 'small'}");
        var two = said("2014-06-02", "activity.corrected", "{'title': 'Two'}");

        var activity = folded(RECEIVED, one, two);

        assertThat(activity.data()).isEqualTo(json("{'title': 'Two', 'scale': 'small'}"));
    }

    @Test
    void ofTwoAtTheSameTimeTheGreaterSourceAndIdHolds() {
        var one = said(key("a", "2"), "2014-06-01", "activity.corrected", "{'title': 'Of a'}");
        var two = said(key("b", "1"), "2014-06-01", "activity.corrected", "{'title': 'Of b'}");
        var three = said(key("b", "0"), "2014-06-01", "activity.corrected", "{'title': 'Of b, before'}");

        var activity = folded(RECEIVED, one, two, three);

        assertThat(activity.title()).isEqualTo("Of b");
    }

    @Test
    void aMemberThatIsNullInACorrectionIsDeleted() {
        var received = said("2014-03-01", "visit.received", """
                {'title': 'x', 'on': '2014-02-02', 'start': '2014-02-01', 'quantities': {'delegates': 5, 'jobs': 2}}
                """);
        var correction = said("2014-06-01", "activity.corrected", "{'on': null, 'quantities': {'jobs': null}}");

        var activity = folded(received, correction);

        assertThat(activity.data())
                .isEqualTo(json("{'title': 'x', 'start': '2014-02-01', 'quantities': {'delegates': 5}}"));
        assertThat(activity.occasion(Transition.FORMALISED)).contains(new Occasion(PartialDate.of("2014-02-01")));
    }

    @Test
    void aCorrectionOfATransitionThatNobodyStatedIsAnOrphanAndPatchesNothing() {
        var correction = said("2014-06-01", "activity.corrected", "{'transition': 'ended', 'title': 'Corrected'}");

        var activity = folded(ANNOUNCED, RECEIVED, correction);

        assertThat(activity.title()).isEqualTo("Received");
        assertThat(activity.inconsistencies()).containsExactly(ORPHAN_CORRECTION);
    }

    @Test
    void aCorrectionOfNothingAtAllIsAnOrphanUntilItsStatementArrives() {
        var correction = said("2014-06-01", "activity.corrected", "{'title': 'Corrected'}");

        var alone = folded(correction);

        assertThat(alone.status()).isEqualTo(Status.UNSTATED);
        assertThat(alone.inconsistencies()).containsExactly(ORPHAN_CORRECTION);
        assertThat(folded(correction, ANNOUNCED).inconsistencies()).isEmpty();
    }
}
