package org.bitacora.domain.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.domain.activity.ActivityEvents.event;
import static org.bitacora.domain.activity.ActivityEvents.foldInEveryOrder;
import static org.bitacora.domain.activity.Inconsistency.ENDS_BEFORE_IT_BEGINS;
import static org.bitacora.domain.activity.Inconsistency.MISSING_TITLE;
import static org.bitacora.domain.activity.Inconsistency.SEVERAL_KINDS;

import org.junit.jupiter.api.Test;

class ActivityFoldInconsistencyTest {

    private static final ActivityEvent SIGNED =
            event("2014-02-01", "agreement.signed", "{'title': 'Twinning', 'start': '2014-02-01'}");

    @Test
    void aConsistentActivityHasNoInconsistencies() {
        var activity = foldInEveryOrder(SIGNED, event("2016-01-01", "agreement.ended", "{'end': '2015'}"));

        assertThat(activity.inconsistencies()).isEmpty();
    }

    @Test
    void aTitleIsMissingIfItIsAbsentOrBlank() {
        assertThat(foldInEveryOrder(event("2014-01-01", "visit.received", "{}")).inconsistencies())
                .containsExactly(MISSING_TITLE);
        assertThat(foldInEveryOrder(event("2014-01-01", "visit.received", "{'title': '  '}"))
                        .inconsistencies())
                .containsExactly(MISSING_TITLE);
    }

    @Test
    void aTitleIsMissingUntilAnEventStatesIt() {
        var received = event("2014-01-01", "visit.received", "{}");
        var correction = event("2014-01-02", "activity.corrected", "{'title': 'Rosario'}");

        var activity = foldInEveryOrder(received, correction);

        assertThat(activity.inconsistencies()).isEmpty();
    }

    @Test
    void severalKindsAreAnInconsistency() {
        var activity = foldInEveryOrder(SIGNED, event("2014-02-02", "alliance.joined", "{}"));

        assertThat(activity.inconsistencies()).containsExactly(SEVERAL_KINDS);
    }

    @Test
    void anEndBeforeTheStartOfAnotherEventIsAnInconsistency() {
        var activity = foldInEveryOrder(SIGNED, event("2014-02-02", "agreement.signed", "{'end': '2014-01'}"));

        assertThat(activity.inconsistencies()).containsExactly(ENDS_BEFORE_IT_BEGINS);
    }

    @Test
    void anEndingBeforeTheStartIsAnInconsistency() {
        var activity = foldInEveryOrder(SIGNED, event("2014-03-01", "agreement.ended", "{'on': '2014-01-31'}"));

        assertThat(activity.inconsistencies()).containsExactly(ENDS_BEFORE_IT_BEGINS);
    }

    @Test
    void anEndThatMayFollowTheStartIsNoInconsistency() {
        var sameDay = foldInEveryOrder(SIGNED, event("2014-03-01", "agreement.ended", "{'on': '2014-02-01'}"));
        var sameYear =
                foldInEveryOrder(SIGNED, event("2014-03-01", "agreement.ended", "{'on': '2014', 'end': '2014-02'}"));

        assertThat(sameDay.inconsistencies()).isEmpty();
        assertThat(sameYear.inconsistencies()).isEmpty();
    }

    @Test
    void severalInconsistenciesAreAllReported() {
        var signed = event("2014-01-01", "agreement.signed", "{'start': '2014'}");
        var left = event("2014-01-02", "alliance.left", "{'end': '2013'}");

        var activity = foldInEveryOrder(signed, left);

        assertThat(activity.inconsistencies())
                .containsExactlyInAnyOrder(MISSING_TITLE, SEVERAL_KINDS, ENDS_BEFORE_IT_BEGINS);
    }
}
