package org.bitacora.domain.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.domain.activity.ActivityEvents.event;
import static org.bitacora.domain.activity.ActivityEvents.foldInEveryOrder;
import static org.bitacora.domain.activity.ActivityEvents.key;
import static org.bitacora.domain.activity.ActivityEvents.withdrawalOfEvent;
import static org.bitacora.domain.activity.Inconsistency.UNKNOWN_EVENT_WITHDRAWN;

import org.junit.jupiter.api.Test;

class ActivityFoldWithdrawalTest {

    private static final ActivityEvent ANNOUNCED = event("2014-01-01", "visit.announced", "{'title': 'Planned'}");
    private static final ActivityEvent RECEIVED = event("2014-03-01", "visit.received", "{'title': 'Received'}");

    @Test
    void aWithdrawalOverridesEarlierAndLaterEvents() {
        var early = event("2013-01-01", "activity.withdrawn", "{}");
        var late = event("2015-01-01", "activity.withdrawn", "{}");

        assertThat(foldInEveryOrder(ANNOUNCED, RECEIVED, early).status()).isEqualTo(ActivityStatus.WITHDRAWN);
        assertThat(foldInEveryOrder(ANNOUNCED, RECEIVED, late).status()).isEqualTo(ActivityStatus.WITHDRAWN);
    }

    @Test
    void aLaterReinstatementLiftsAWithdrawal() {
        var withdrawn = event("2014-04-01", "activity.withdrawn", "{}");
        var reinstated = event("2014-05-01", "activity.reinstated", "{}");

        var activity = foldInEveryOrder(ANNOUNCED, RECEIVED, withdrawn, reinstated);

        assertThat(activity).isEqualTo(foldInEveryOrder(ANNOUNCED, RECEIVED));
    }

    @Test
    void anEarlierReinstatementDoesNotLiftAWithdrawal() {
        var reinstated = event("2014-04-01", "activity.reinstated", "{}");
        var withdrawn = event("2014-05-01", "activity.withdrawn", "{}");

        var activity = foldInEveryOrder(RECEIVED, reinstated, withdrawn);

        assertThat(activity.status()).isEqualTo(ActivityStatus.WITHDRAWN);
    }

    @Test
    void aReinstatedActivityCanBeWithdrawnAgain() {
        var withdrawn = event("2014-04-01", "activity.withdrawn", "{}");
        var reinstated = event("2014-05-01", "activity.reinstated", "{}");
        var again = event("2014-06-01", "activity.withdrawn", "{}");

        var activity = foldInEveryOrder(RECEIVED, withdrawn, reinstated, again);

        assertThat(activity.status()).isEqualTo(ActivityStatus.WITHDRAWN);
    }

    @Test
    void theWithdrawalOfAnEventRemovesOnlyThatEvent() {
        var withdrawn = event("2014-04-01", "activity.withdrawn", withdrawalOfEvent(RECEIVED));

        var activity = foldInEveryOrder(ANNOUNCED, RECEIVED, withdrawn);

        assertThat(activity).isEqualTo(foldInEveryOrder(ANNOUNCED));
    }

    @Test
    void aWithdrawalAppliesOnlyToTheEventOfTheNamedSource() {
        var ours = event(key("ours", "1"), "2014-01-01", "visit.announced", "{'title': 'x'}");
        var theirs = event(key("theirs", "1"), "2014-01-02", "visit.received", "{'title': 'x'}");
        var withdrawn = event("2014-04-01", "activity.withdrawn", withdrawalOfEvent(theirs));

        var activity = foldInEveryOrder(ours, theirs, withdrawn);

        assertThat(activity).isEqualTo(foldInEveryOrder(ours));
    }

    @Test
    void aCorrectionCanBeWithdrawn() {
        var correction = event("2014-04-01", "activity.corrected", "{'title': 'Corrected'}");
        var withdrawn = event("2014-05-01", "activity.withdrawn", withdrawalOfEvent(correction));

        var activity = foldInEveryOrder(RECEIVED, correction, withdrawn);

        assertThat(activity).isEqualTo(foldInEveryOrder(RECEIVED));
    }

    @Test
    void aLaterReinstatementRestoresASingleEvent() {
        var withdrawn = event("2014-04-01", "activity.withdrawn", withdrawalOfEvent(RECEIVED));
        var reinstated = event("2014-05-01", "activity.reinstated", withdrawalOfEvent(RECEIVED));

        var activity = foldInEveryOrder(ANNOUNCED, RECEIVED, withdrawn, reinstated);

        assertThat(activity).isEqualTo(foldInEveryOrder(ANNOUNCED, RECEIVED));
    }

    @Test
    void reinstatementsOfAnActivityAndOfAnEventAreIndependent() {
        var one = event("2014-04-01", "activity.withdrawn", withdrawalOfEvent(RECEIVED));
        var whole = event("2014-04-01", "activity.withdrawn", "{}");
        var oneBack = event("2014-05-01", "activity.reinstated", withdrawalOfEvent(RECEIVED));
        var wholeBack = event("2014-05-01", "activity.reinstated", "{}");

        assertThat(foldInEveryOrder(ANNOUNCED, RECEIVED, one, wholeBack).status())
                .isEqualTo(ActivityStatus.PLANNED);
        assertThat(foldInEveryOrder(ANNOUNCED, RECEIVED, whole, oneBack).status())
                .isEqualTo(ActivityStatus.WITHDRAWN);
    }

    @Test
    void anActivityIsUnstatedIfAllItsStatementsAreWithdrawn() {
        var withdrawn = event("2014-04-01", "activity.withdrawn", withdrawalOfEvent(RECEIVED));

        var activity = foldInEveryOrder(RECEIVED, withdrawn);

        assertThat(activity.status()).isEqualTo(ActivityStatus.UNSTATED);
        assertThat(activity.data().members()).isEmpty();
    }

    @Test
    void theWithdrawalOfAnUnknownEventIsAnInconsistencyUntilTheEventArrives() {
        var withdrawn = event("2014-04-01", "activity.withdrawn", withdrawalOfEvent(RECEIVED));

        var before = foldInEveryOrder(ANNOUNCED, withdrawn);

        assertThat(before.inconsistencies()).containsExactly(UNKNOWN_EVENT_WITHDRAWN);
        assertThat(foldInEveryOrder(ANNOUNCED, withdrawn, RECEIVED).inconsistencies())
                .isEmpty();
    }
}
