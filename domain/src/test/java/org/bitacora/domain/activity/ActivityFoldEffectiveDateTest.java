package org.bitacora.domain.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.domain.activity.ActivityEvents.event;
import static org.bitacora.domain.activity.ActivityEvents.foldInEveryOrder;
import static org.bitacora.domain.activity.Transition.ENDED;
import static org.bitacora.domain.activity.Transition.FORMALISED;
import static org.bitacora.domain.activity.Transition.PLANNED;
import static org.bitacora.domain.activity.Transition.UNDONE;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ActivityFoldEffectiveDateTest {

    @Test
    void eachTransitionHasItsOwnEffectiveDate() {
        var proposed = event("2014-01-01", "agreement.proposed", "{'on': '2013-10', 'start': '2014-02-01'}");
        var signed = event("2014-03-01", "agreement.signed", "{'on': '2014-02-15'}");
        var ended = event("2016-01-01", "agreement.ended", "{'on': '2015', 'end': '2016-12-31'}");

        var activity = foldInEveryOrder(proposed, signed, ended);

        assertThat(activity.effectiveDate(PLANNED)).isEqualTo(on("2013-10"));
        assertThat(activity.effectiveDate(FORMALISED)).isEqualTo(on("2014-02-15"));
        assertThat(activity.effectiveDate(ENDED)).isEqualTo(on("2015"));
        assertThat(activity.effectiveDate(UNDONE)).isEmpty();
    }

    @Test
    void theDayOfATransitionIsNotPartOfTheData() {
        var activity = foldInEveryOrder(event("2014-03-01", "visit.received", "{'on': '2014-02-15'}"));

        assertThat(activity.data().members()).isEmpty();
    }

    @Test
    void theEffectiveDateDefaultsToTheStartAndForAnEndingToTheEnd() {
        var proposed = event("2014-01-01", "agreement.proposed", "{'start': '2014-02-01', 'end': '2015-02-01'}");
        var ended = event("2016-01-01", "agreement.ended", "{}");

        var activity = foldInEveryOrder(proposed, ended);

        assertThat(activity.effectiveDate(PLANNED)).isEqualTo(on("2014-02-01"));
        assertThat(activity.effectiveDate(FORMALISED)).isEqualTo(on("2014-02-01"));
        assertThat(activity.effectiveDate(ENDED)).isEqualTo(on("2015-02-01"));
    }

    @Test
    void theDefaultIsTheStartAfterFolding() {
        var announced = event("2014-01-01", "visit.announced", "{'start': '2014-02-01'}");
        var received = event("2014-03-01", "visit.received", "{}");
        var correction = event("2014-04-01", "activity.corrected", "{'start': '2014-02-03'}");

        var activity = foldInEveryOrder(announced, received, correction);

        assertThat(activity.effectiveDate(PLANNED)).isEqualTo(on("2014-02-03"));
        assertThat(activity.effectiveDate(FORMALISED)).isEqualTo(on("2014-02-03"));
    }

    @Test
    void theDefaultMayBeTheStartOfAnotherEvent() {
        var received = event("2014-03-01", "visit.received", "{}");
        var announcedLate = event("2014-04-01", "visit.announced", "{'start': '2014-02-01'}");

        var activity = foldInEveryOrder(received, announcedLate);

        assertThat(activity.effectiveDate(FORMALISED)).isEqualTo(on("2014-02-01"));
    }

    @Test
    void aCorrectionChangesOnlyTheDayOfItsTransition() {
        var announced = event("2014-01-01", "visit.announced", "{'on': '2013-12-01'}");
        var received = event("2014-03-01", "visit.received", "{'on': '2014-02-01'}");
        var correction = event("2014-04-01", "activity.corrected", "{'on': '2014-02-02'}");

        var activity = foldInEveryOrder(announced, received, correction);

        assertThat(activity.effectiveDate(PLANNED)).isEqualTo(on("2013-12-01"));
        assertThat(activity.effectiveDate(FORMALISED)).isEqualTo(on("2014-02-02"));
    }

    @Test
    void theLaterOfTwoDaysOfATransitionApplies() {
        var one = event("2014-03-01", "visit.received", "{'on': '2014-02-01'}");
        var other = event("2014-03-02", "visit.received", "{'on': '2014-01-01'}");

        var activity = foldInEveryOrder(one, other);

        assertThat(activity.effectiveDate(FORMALISED)).isEqualTo(on("2014-01-01"));
    }

    @Test
    void aTransitionWithoutADateIsUndated() {
        var activity = foldInEveryOrder(event("2014-01-01", "agreement.ended", "{}"));

        assertThat(activity.effectiveDate(FORMALISED)).contains(new EffectiveDate(Optional.empty()));
        assertThat(activity.effectiveDate(ENDED)).contains(new EffectiveDate(Optional.empty()));
        assertThat(activity.effectiveDate(PLANNED)).isEmpty();
    }

    @Test
    void aPlanHasNoDateOfFormalisation() {
        var activity = foldInEveryOrder(event("2014-01-01", "agreement.proposed", "{'start': '2014', 'end': '2015'}"));

        assertThat(activity.effectiveDates()).containsOnlyKeys(PLANNED);
    }

    @Test
    void undoingAFormalisedActivityEndsItOnItsDay() {
        var signed = event("2014-01-01", "agreement.signed", "{'start': '2014-01-01', 'end': '2020-01-01'}");
        var cancelled = event("2015-01-01", "agreement.cancelled", "{'on': '2014-12-31'}");

        var activity = foldInEveryOrder(signed, cancelled);

        assertThat(activity.effectiveDate(ENDED)).isEqualTo(on("2014-12-31"));
        assertThat(activity.effectiveDate(UNDONE)).isEqualTo(on("2014-12-31"));
    }

    @Test
    void undoingAPlanHasNoDateOfEnding() {
        var proposed = event("2014-01-01", "agreement.proposed", "{'start': '2014', 'end': '2015'}");
        var cancelled = event("2015-01-01", "agreement.cancelled", "{'on': '2014-12-31'}");

        var activity = foldInEveryOrder(proposed, cancelled);

        assertThat(activity.effectiveDates()).containsOnlyKeys(PLANNED, UNDONE);
    }

    private static Optional<EffectiveDate> on(String date) {
        return Optional.of(new EffectiveDate(PartialDate.of(date)));
    }
}
