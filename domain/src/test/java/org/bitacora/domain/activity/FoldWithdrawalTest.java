package org.bitacora.domain.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.domain.activity.Inconsistency.UNKNOWN_EVENT_WITHDRAWN;
import static org.bitacora.domain.activity.Said.folded;
import static org.bitacora.domain.activity.Said.key;
import static org.bitacora.domain.activity.Said.ofEvent;
import static org.bitacora.domain.activity.Said.said;

import org.junit.jupiter.api.Test;

class FoldWithdrawalTest {

    private static final ActivityEvent ANNOUNCED = said("2014-01-01", "visit.announced", "{'title': 'Planned'}");
    private static final ActivityEvent RECEIVED = said("2014-03-01", "visit.received", "{'title': 'Received'}");

    @Test
    void aWithdrawalWinsOverWhateverIsSaidBeforeOrAfterIt() {
        var early = said("2013-01-01", "activity.withdrawn", "{}");
        var late = said("2015-01-01", "activity.withdrawn", "{}");

        assertThat(folded(ANNOUNCED, RECEIVED, early).status()).isEqualTo(Status.WITHDRAWN);
        assertThat(folded(ANNOUNCED, RECEIVED, late).status()).isEqualTo(Status.WITHDRAWN);
    }

    @Test
    void aReinstatementSaidLaterLiftsIt() {
        var withdrawn = said("2014-04-01", "activity.withdrawn", "{}");
        var reinstated = said("2014-05-01", "activity.reinstated", "{}");

        var activity = folded(ANNOUNCED, RECEIVED, withdrawn, reinstated);

        assertThat(activity).isEqualTo(folded(ANNOUNCED, RECEIVED));
    }

    @Test
    void oneSaidEarlierDoesNot() {
        var reinstated = said("2014-04-01", "activity.reinstated", "{}");
        var withdrawn = said("2014-05-01", "activity.withdrawn", "{}");

        var activity = folded(RECEIVED, reinstated, withdrawn);

        assertThat(activity.status()).isEqualTo(Status.WITHDRAWN);
    }

    @Test
    void whatWasReinstatedCanBeWithdrawnAgain() {
        var withdrawn = said("2014-04-01", "activity.withdrawn", "{}");
        var reinstated = said("2014-05-01", "activity.reinstated", "{}");
        var again = said("2014-06-01", "activity.withdrawn", "{}");

        var activity = folded(RECEIVED, withdrawn, reinstated, again);

        assertThat(activity.status()).isEqualTo(Status.WITHDRAWN);
    }

    @Test
    void theWithdrawalOfOneEventRemovesThatOneOnly() {
        var withdrawn = said("2014-04-01", "activity.withdrawn", ofEvent(RECEIVED));

        var activity = folded(ANNOUNCED, RECEIVED, withdrawn);

        assertThat(activity).isEqualTo(folded(ANNOUNCED));
    }

    @Test
    void anEventIsTheOneOfItsSource() {
        var ours = said(key("ours", "1"), "2014-01-01", "visit.announced", "{'title': 'x'}");
        var theirs = said(key("theirs", "1"), "2014-01-02", "visit.received", "{'title': 'x'}");
        var withdrawn = said("2014-04-01", "activity.withdrawn", ofEvent(theirs));

        var activity = folded(ours, theirs, withdrawn);

        assertThat(activity).isEqualTo(folded(ours));
    }

    @Test
    void aCorrectionCanBeWithdrawnToo() {
        var correction = said("2014-04-01", "activity.corrected", "{'title': 'Corrected'}");
        var withdrawn = said("2014-05-01", "activity.withdrawn", ofEvent(correction));

        var activity = folded(RECEIVED, correction, withdrawn);

        assertThat(activity).isEqualTo(folded(RECEIVED));
    }

    @Test
    void oneEventIsReinstatedByALaterReinstatementOfIt() {
        var withdrawn = said("2014-04-01", "activity.withdrawn", ofEvent(RECEIVED));
        var reinstated = said("2014-05-01", "activity.reinstated", ofEvent(RECEIVED));

        var activity = folded(ANNOUNCED, RECEIVED, withdrawn, reinstated);

        assertThat(activity).isEqualTo(folded(ANNOUNCED, RECEIVED));
    }

    @Test
    void theReinstatementOfTheWholeDoesNotBringBackOneEventNorTheOtherWayRound() {
        var one = said("2014-04-01", "activity.withdrawn", ofEvent(RECEIVED));
        var whole = said("2014-04-01", "activity.withdrawn", "{}");
        var oneBack = said("2014-05-01", "activity.reinstated", ofEvent(RECEIVED));
        var wholeBack = said("2014-05-01", "activity.reinstated", "{}");

        assertThat(folded(ANNOUNCED, RECEIVED, one, wholeBack).status()).isEqualTo(Status.PLANNED);
        assertThat(folded(ANNOUNCED, RECEIVED, whole, oneBack).status()).isEqualTo(Status.WITHDRAWN);
    }

    @Test
    void withAllItsStatementsWithdrawnAnActivityIsUnstated() {
        var withdrawn = said("2014-04-01", "activity.withdrawn", ofEvent(RECEIVED));

        var activity = folded(RECEIVED, withdrawn);

        assertThat(activity.status()).isEqualTo(Status.UNSTATED);
        assertThat(activity.data().members()).isEmpty();
    }

    @Test
    void theWithdrawalOfAnEventThatNobodySentIsAnInconsistencyUntilItArrives() {
        var withdrawn = said("2014-04-01", "activity.withdrawn", ofEvent(RECEIVED));

        var before = folded(ANNOUNCED, withdrawn);

        assertThat(before.inconsistencies()).containsExactly(UNKNOWN_EVENT_WITHDRAWN);
        assertThat(folded(ANNOUNCED, withdrawn, RECEIVED).inconsistencies()).isEmpty();
    }
}
