package org.bitacora.domain.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.domain.activity.Said.folded;
import static org.bitacora.domain.activity.Said.said;

import org.junit.jupiter.api.Test;

class FoldStatusTest {

    private static final ActivityEvent PROPOSED = said("2014-01-01", "agreement.proposed", "{'title': 'Twinning'}");
    private static final ActivityEvent SIGNED = said("2014-02-01", "agreement.signed", "{}");
    private static final ActivityEvent ENDED = said("2014-03-01", "agreement.ended", "{}");
    private static final ActivityEvent CANCELLED = said("2014-04-01", "agreement.cancelled", "{}");

    @Test
    void theStatusIsTheFurthestThatWasStated() {
        assertThat(folded(PROPOSED).status()).isEqualTo(Status.PLANNED);
        assertThat(folded(PROPOSED, SIGNED).status()).isEqualTo(Status.FORMALISED);
        assertThat(folded(PROPOSED, SIGNED, ENDED).status()).isEqualTo(Status.ENDED);
        assertThat(folded(SIGNED).status()).isEqualTo(Status.FORMALISED);
        assertThat(folded(ENDED).status()).isEqualTo(Status.ENDED);
    }

    @Test
    void aPlanStatedAfterTheFactTakesNothingBack() {
        var late = said("2015-01-01", "agreement.proposed", "{}");

        var activity = folded(SIGNED, late);

        assertThat(activity.status()).isEqualTo(Status.FORMALISED);
    }

    @Test
    void whatWasOnlyPlannedIsCancelledByItsUndoing() {
        var activity = folded(PROPOSED, CANCELLED);

        assertThat(activity.status()).isEqualTo(Status.CANCELLED);
        assertThat(activity.inconsistencies()).isEmpty();
    }

    @Test
    void anUndoingAloneIsACancellation() {
        var activity = folded(CANCELLED);

        assertThat(activity.status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void aCancelledActivityThatWasPlannedAnewStaysCancelled() {
        var anew = said("2015-01-01", "agreement.proposed", "{}");

        var activity = folded(PROPOSED, CANCELLED, anew);

        assertThat(activity.status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void anUndoingOfWhatWasFormalisedIsAnInconsistencyAndMeansEnded() {
        var activity = folded(PROPOSED, SIGNED, CANCELLED);

        assertThat(activity.status()).isEqualTo(Status.ENDED);
        assertThat(activity.inconsistencies()).containsExactly(Inconsistency.UNDONE_AFTER_FORMALISED);
    }

    @Test
    void anUndoingOfWhatHasEndedIsOneToo() {
        var activity = folded(PROPOSED, ENDED, CANCELLED);

        assertThat(activity.status()).isEqualTo(Status.ENDED);
        assertThat(activity.inconsistencies()).containsExactly(Inconsistency.UNDONE_AFTER_FORMALISED);
    }

    @Test
    void anAssessmentStatesNothing() {
        var assessed = said("2014-05-01", "activity.assessed", "{'title': 'A great success', 'start': '1999'}");

        var activity = folded(PROPOSED, SIGNED, assessed);

        assertThat(activity).isEqualTo(folded(PROPOSED, SIGNED));
    }

    @Test
    void whatWasOnlyAssessedIsUnstated() {
        var activity = folded(said("2014-05-01", "activity.assessed", "{}"));

        assertThat(activity.status()).isEqualTo(Status.UNSTATED);
        assertThat(activity.kind()).isEmpty();
        assertThat(activity.inconsistencies()).isEmpty();
    }

    @Test
    void theKindIsTheFirstStated() {
        var activity = folded(SIGNED, said("2014-02-02", "alliance.joined", "{}"));

        assertThat(activity.kind()).contains(Kind.AGREEMENT);
    }
}
