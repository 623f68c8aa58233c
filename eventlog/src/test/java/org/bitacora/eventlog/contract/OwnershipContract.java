package org.bitacora.eventlog.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.eventlog.contract.LogFixture.answer;
import static org.bitacora.eventlog.testing.VisitDraft.visit;

import org.bitacora.domain.refusal.Refusal.NotOwner;
import org.bitacora.domain.refusal.Refusal.UnknownTerritory;
import org.bitacora.eventlog.AppendMode;
import org.bitacora.eventlog.AppendResult.Duplicate;
import org.bitacora.eventlog.AppendResult.NotAttempted;
import org.bitacora.eventlog.AppendResult.Refused;
import org.bitacora.eventlog.AppendResult.Stored;
import org.bitacora.eventlog.testing.VisitDraft;
import org.junit.jupiter.api.Test;

/** A log belongs to a registered territory. An activity belongs to the source that first stated it. */
interface OwnershipContract extends LogFixture {

    @Test
    default void aTerritoryWithoutALogIsUnknown() {
        var territory = territory();

        assertThat(append(visit(territory, "a").byAuthor(VisitDraft.LATECOMER)))
                .containsExactly(new Refused(new UnknownTerritory(territory)));
        assertThat(answer(log().headPosition(territory))).isEmpty();
    }

    @Test
    default void anAuthorWhoMayCreateALogCreatesItForLaterDrafts() {
        var territory = territory();

        assertThat(append(visit(territory, "a"), visit(territory, "b").byAuthor(VisitDraft.LATECOMER)))
                .containsExactly(new Stored(1), new Stored(2));
    }

    @Test
    default void aDraftBeforeTheCreationOfTheLogIsRefused() {
        var territory = territory();

        assertThat(append(visit(territory, "a").byAuthor(VisitDraft.LATECOMER), visit(territory, "b")))
                .containsExactly(new Refused(new UnknownTerritory(territory)), new Stored(1));
    }

    @Test
    default void anotherSourceMayNotWriteAboutAnActivity() {
        var territory = newLog();
        append(visit(territory, "a").onActivity("visit"));

        assertThat(append(
                        visit(territory, "b").onActivity("visit").fromSource("other"),
                        visit(territory, "c").onActivity("visit"),
                        visit(territory, "d").onActivity("visit-of-its-own").fromSource("other")))
                .containsExactly(new Refused(new NotOwner(territory + "/visit", "s")), new Stored(3), new Stored(4));
    }

    @Test
    default void anEditorMayWriteAboutTheActivityOfAnotherSource() {
        var territory = newLog();
        append(visit(territory, "a").onActivity("visit"));

        assertThat(append(visit(territory, "b")
                        .onActivity("visit")
                        .fromSource("other")
                        .byAuthor(VisitDraft.EDITOR)))
                .containsExactly(new Stored(3));
        assertThat(append(
                        visit(territory, "c").onActivity("visit").fromSource("other"),
                        visit(territory, "d").onActivity("visit")))
                .containsExactly(new Refused(new NotOwner(territory + "/visit", "s")), new Stored(4));
    }

    @Test
    default void theFirstDraftOfABatchOwnsTheActivityForTheRestOfTheBatch() {
        var territory = newLog();

        assertThat(append(
                        visit(territory, "a").onActivity("visit"),
                        visit(territory, "b").onActivity("visit").fromSource("other")))
                .containsExactly(new Stored(2), new Refused(new NotOwner(territory + "/visit", "s")));
    }

    @Test
    default void aRevertedDraftOwnsNothing() {
        var territory = newLog();

        assertThat(append(
                        AppendMode.ATOMIC,
                        visit(territory, "a").onActivity("visit"),
                        visit(territory, "beginning").withData("{}")))
                .first()
                .isEqualTo(new NotAttempted());
        assertThat(append(visit(territory, "b").onActivity("visit").fromSource("other")))
                .containsExactly(new Stored(2));
    }

    @Test
    default void aDuplicateAboutTheActivityOfAnotherSourceIsADuplicate() {
        var territory = newLog();
        var edited = visit(territory, "b").onActivity("beginning").fromSource("other");
        append(edited.byAuthor(VisitDraft.EDITOR));

        assertThat(append(edited)).containsExactly(new Duplicate(2));
    }
}
