package org.bitacora.eventlog.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.eventlog.contract.LogUnderTest.answer;
import static org.bitacora.eventlog.testing.Visit.visit;

import org.bitacora.domain.refusal.Refusal.NotOwner;
import org.bitacora.domain.refusal.Refusal.UnknownTerritory;
import org.bitacora.eventlog.Appended.Duplicate;
import org.bitacora.eventlog.Appended.NotTried;
import org.bitacora.eventlog.Appended.Refused;
import org.bitacora.eventlog.Appended.Stored;
import org.bitacora.eventlog.Mode;
import org.bitacora.eventlog.testing.Visit;
import org.junit.jupiter.api.Test;

/** A log belongs to a registered territory, an activity to the source that first stated it. */
interface OwnershipContract extends LogUnderTest {

    @Test
    default void aTerritoryWithoutALogIsUnknown() {
        var territory = territory();

        assertThat(append(visit(territory, "a").by(Visit.LATECOMER)))
                .containsExactly(new Refused(new UnknownTerritory(territory)));
        assertThat(answer(log().end(territory))).isEmpty();
    }

    @Test
    default void whoMayFoundBeginsALogForAll() {
        var territory = territory();

        assertThat(append(visit(territory, "a"), visit(territory, "b").by(Visit.LATECOMER)))
                .containsExactly(new Stored(1), new Stored(2));
    }

    @Test
    default void whatPrecedesTheFoundingIsRefused() {
        var territory = territory();

        assertThat(append(visit(territory, "a").by(Visit.LATECOMER), visit(territory, "b")))
                .containsExactly(new Refused(new UnknownTerritory(territory)), new Stored(1));
    }

    @Test
    default void anotherSourceMayNotSpeakOfAnActivity() {
        var territory = begun();
        append(visit(territory, "a").on("visit"));

        assertThat(append(
                        visit(territory, "b").on("visit").from("other"),
                        visit(territory, "c").on("visit"),
                        visit(territory, "d").on("visit-of-its-own").from("other")))
                .containsExactly(new Refused(new NotOwner(territory + "/visit", "s")), new Stored(3), new Stored(4));
    }

    @Test
    default void anEditorMay() {
        var territory = begun();
        append(visit(territory, "a").on("visit"));

        assertThat(append(visit(territory, "b").on("visit").from("other").by(Visit.EDITOR)))
                .containsExactly(new Stored(3));
        assertThat(append(
                        visit(territory, "c").on("visit").from("other"),
                        visit(territory, "d").on("visit")))
                .containsExactly(new Refused(new NotOwner(territory + "/visit", "s")), new Stored(4));
    }

    @Test
    default void theFirstOfABatchOwnsTheActivityForTheRestOfIt() {
        var territory = begun();

        assertThat(append(
                        visit(territory, "a").on("visit"),
                        visit(territory, "b").on("visit").from("other")))
                .containsExactly(new Stored(2), new Refused(new NotOwner(territory + "/visit", "s")));
    }

    @Test
    default void whatWasTakenBackOwnsNothing() {
        var territory = begun();

        assertThat(append(
                        Mode.ATOMIC,
                        visit(territory, "a").on("visit"),
                        visit(territory, "beginning").saying("{}")))
                .first()
                .isEqualTo(new NotTried());
        assertThat(append(visit(territory, "b").on("visit").from("other"))).containsExactly(new Stored(2));
    }

    @Test
    default void aDuplicateIsADuplicateEvenOfAnActivityOfAnother() {
        var territory = begun();
        var edited = visit(territory, "b").on("beginning").from("other");
        append(edited.by(Visit.EDITOR));

        assertThat(append(edited)).containsExactly(new Duplicate(2));
    }
}
