package org.bitacora.domain.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.domain.activity.ActivityEvents.event;
import static org.bitacora.domain.activity.ActivityEvents.foldInEveryOrder;

import org.junit.jupiter.api.Test;

class ActivityFoldStatusTest {

    private static final ActivityEvent PROPOSED = event("2014-01-01", "agreement.proposed", "{'title': 'Twinning'}");
    private static final ActivityEvent SIGNED = event("2014-02-01", "agreement.signed", "{}");
    private static final ActivityEvent ENDED = event("2014-03-01", "agreement.ended", "{}");
    private static final ActivityEvent CANCELLED = event("2014-04-01", "agreement.cancelled", "{}");

    @Test
    void theStatusIsTheFurthestStatedTransition() {
        assertThat(foldInEveryOrder(PROPOSED).status()).isEqualTo(ActivityStatus.PLANNED);
        assertThat(foldInEveryOrder(PROPOSED, SIGNED).status()).isEqualTo(ActivityStatus.FORMALISED);
        assertThat(foldInEveryOrder(PROPOSED, SIGNED, ENDED).status()).isEqualTo(ActivityStatus.ENDED);
        assertThat(foldInEveryOrder(SIGNED).status()).isEqualTo(ActivityStatus.FORMALISED);
        assertThat(foldInEveryOrder(ENDED).status()).isEqualTo(ActivityStatus.ENDED);
    }

    @Test
    void aPlanStatedAfterTheFactDoesNotChangeTheStatus() {
        var late = event("2015-01-01", "agreement.proposed", "{}");

        var activity = foldInEveryOrder(SIGNED, late);

        assertThat(activity.status()).isEqualTo(ActivityStatus.FORMALISED);
    }

    @Test
    void undoingAPlanCancelsTheActivity() {
        var activity = foldInEveryOrder(PROPOSED, CANCELLED);

        assertThat(activity.status()).isEqualTo(ActivityStatus.CANCELLED);
        assertThat(activity.inconsistencies()).isEmpty();
    }

    @Test
    void undoingAloneIsACancellation() {
        var activity = foldInEveryOrder(CANCELLED);

        assertThat(activity.status()).isEqualTo(ActivityStatus.CANCELLED);
    }

    @Test
    void aCancelledActivityThatIsPlannedAgainStaysCancelled() {
        var anew = event("2015-01-01", "agreement.proposed", "{}");

        var activity = foldInEveryOrder(PROPOSED, CANCELLED, anew);

        assertThat(activity.status()).isEqualTo(ActivityStatus.CANCELLED);
    }

    @Test
    void undoingAFormalisedActivityIsAnInconsistencyAndEndsIt() {
        var activity = foldInEveryOrder(PROPOSED, SIGNED, CANCELLED);

        assertThat(activity.status()).isEqualTo(ActivityStatus.ENDED);
        assertThat(activity.inconsistencies()).containsExactly(Inconsistency.UNDONE_AFTER_FORMALISED);
    }

    @Test
    void undoingAnEndedActivityIsAnInconsistency() {
        var activity = foldInEveryOrder(PROPOSED, ENDED, CANCELLED);

        assertThat(activity.status()).isEqualTo(ActivityStatus.ENDED);
        assertThat(activity.inconsistencies()).containsExactly(Inconsistency.UNDONE_AFTER_FORMALISED);
    }

    @Test
    void anAssessmentDoesNotChangeTheStatus() {
        var assessed = event("2014-05-01", "activity.assessed", "{'title': 'A great success', 'start': '1999'}");

        var activity = foldInEveryOrder(PROPOSED, SIGNED, assessed);

        assertThat(activity).isEqualTo(foldInEveryOrder(PROPOSED, SIGNED));
    }

    @Test
    void anActivityThatWasOnlyAssessedIsUnstated() {
        var activity = foldInEveryOrder(event("2014-05-01", "activity.assessed", "{}"));

        assertThat(activity.status()).isEqualTo(ActivityStatus.UNSTATED);
        assertThat(activity.kind()).isEmpty();
        assertThat(activity.inconsistencies()).isEmpty();
    }

    @Test
    void theFirstStatedKindApplies() {
        var activity = foldInEveryOrder(SIGNED, event("2014-02-02", "alliance.joined", "{}"));

        assertThat(activity.kind()).contains(ActivityKind.AGREEMENT);
    }
}
