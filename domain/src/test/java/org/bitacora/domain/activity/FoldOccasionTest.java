package org.bitacora.domain.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.domain.activity.Said.folded;
import static org.bitacora.domain.activity.Said.said;
import static org.bitacora.domain.activity.Transition.ENDED;
import static org.bitacora.domain.activity.Transition.FORMALISED;
import static org.bitacora.domain.activity.Transition.PLANNED;
import static org.bitacora.domain.activity.Transition.UNDONE;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class FoldOccasionTest {

    @Test
    void eachTransitionTookEffectOnItsOwnDay() {
        var proposed = said("2014-01-01", "agreement.proposed", "{'on': '2013-10', 'start': '2014-02-01'}");
        var signed = said("2014-03-01", "agreement.signed", "{'on': '2014-02-15'}");
        var ended = said("2016-01-01", "agreement.ended", "{'on': '2015', 'end': '2016-12-31'}");

        var activity = folded(proposed, signed, ended);

        assertThat(activity.occasion(PLANNED)).isEqualTo(on("2013-10"));
        assertThat(activity.occasion(FORMALISED)).isEqualTo(on("2014-02-15"));
        assertThat(activity.occasion(ENDED)).isEqualTo(on("2015"));
        assertThat(activity.occasion(UNDONE)).isEmpty();
    }

    @Test
    void theDayOfATransitionIsNoDataOfTheActivity() {
        var activity = folded(said("2014-03-01", "visit.received", "{'on': '2014-02-15'}"));

        assertThat(activity.data().members()).isEmpty();
    }

    @Test
    void unstatedItIsTheStartAndOfAnEndingTheEnd() {
        var proposed = said("2014-01-01", "agreement.proposed", "{'start': '2014-02-01', 'end': '2015-02-01'}");
        var ended = said("2016-01-01", "agreement.ended", "{}");

        var activity = folded(proposed, ended);

        assertThat(activity.occasion(PLANNED)).isEqualTo(on("2014-02-01"));
        assertThat(activity.occasion(FORMALISED)).isEqualTo(on("2014-02-01"));
        assertThat(activity.occasion(ENDED)).isEqualTo(on("2015-02-01"));
    }

    @Test
    void theStartIsTheOneThatHoldsAfterFolding() {
        var announced = said("2014-01-01", "visit.announced", "{'start': '2014-02-01'}");
        var received = said("2014-03-01", "visit.received", "{}");
        var correction = said("2014-04-01", "activity.corrected", "{'start': '2014-02-03'}");

        var activity = folded(announced, received, correction);

        assertThat(activity.occasion(PLANNED)).isEqualTo(on("2014-02-03"));
        assertThat(activity.occasion(FORMALISED)).isEqualTo(on("2014-02-03"));
    }

    @Test
    void aStartSaidByAnotherEventWillDo() {
        var received = said("2014-03-01", "visit.received", "{}");
        var announcedLate = said("2014-04-01", "visit.announced", "{'start': '2014-02-01'}");

        var activity = folded(received, announcedLate);

        assertThat(activity.occasion(FORMALISED)).isEqualTo(on("2014-02-01"));
    }

    @Test
    void aCorrectionMendsTheDayOfItsTransitionAlone() {
        var announced = said("2014-01-01", "visit.announced", "{'on': '2013-12-01'}");
        var received = said("2014-03-01", "visit.received", "{'on': '2014-02-01'}");
        var correction = said("2014-04-01", "activity.corrected", "{'on': '2014-02-02'}");

        var activity = folded(announced, received, correction);

        assertThat(activity.occasion(PLANNED)).isEqualTo(on("2013-12-01"));
        assertThat(activity.occasion(FORMALISED)).isEqualTo(on("2014-02-02"));
    }

    @Test
    void ofTwoDaysOfOneTransitionTheOneSaidLaterHolds() {
        var one = said("2014-03-01", "visit.received", "{'on': '2014-02-01'}");
        var other = said("2014-03-02", "visit.received", "{'on': '2014-01-01'}");

        var activity = folded(one, other);

        assertThat(activity.occasion(FORMALISED)).isEqualTo(on("2014-01-01"));
    }

    @Test
    void whatWasReachedWithoutADateIsUndated() {
        var activity = folded(said("2014-01-01", "agreement.ended", "{}"));

        assertThat(activity.occasion(FORMALISED)).contains(new Occasion(Optional.empty()));
        assertThat(activity.occasion(ENDED)).contains(new Occasion(Optional.empty()));
        assertThat(activity.occasion(PLANNED)).isEmpty();
    }

    @Test
    void whatWasOnlyPlannedWasNotFormalised() {
        var activity = folded(said("2014-01-01", "agreement.proposed", "{'start': '2014', 'end': '2015'}"));

        assertThat(activity.occasions()).containsOnlyKeys(PLANNED);
    }

    @Test
    void anUndoingAfterTheFactEndsItOnItsDay() {
        var signed = said("2014-01-01", "agreement.signed", "{'start': '2014-01-01', 'end': '2020-01-01'}");
        var cancelled = said("2015-01-01", "agreement.cancelled", "{'on': '2014-12-31'}");

        var activity = folded(signed, cancelled);

        assertThat(activity.occasion(ENDED)).isEqualTo(on("2014-12-31"));
        assertThat(activity.occasion(UNDONE)).isEqualTo(on("2014-12-31"));
    }

    @Test
    void anUndoingOfAPlanEndsNothing() {
        var proposed = said("2014-01-01", "agreement.proposed", "{'start': '2014', 'end': '2015'}");
        var cancelled = said("2015-01-01", "agreement.cancelled", "{'on': '2014-12-31'}");

        var activity = folded(proposed, cancelled);

        assertThat(activity.occasions()).containsOnlyKeys(PLANNED, UNDONE);
    }

    private static Optional<Occasion> on(String date) {
        return Optional.of(new Occasion(PartialDate.of(date)));
    }
}
