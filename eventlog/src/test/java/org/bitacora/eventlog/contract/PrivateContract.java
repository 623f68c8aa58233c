package org.bitacora.eventlog.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.eventlog.contract.LogUnderTest.answer;
import static org.bitacora.eventlog.testing.Visit.visit;

import org.bitacora.domain.refusal.Refusal.Conflict;
import org.bitacora.eventlog.Appended.Duplicate;
import org.bitacora.eventlog.Appended.Refused;
import org.bitacora.eventlog.Appended.Stored;
import org.junit.jupiter.api.Test;

/** What may name a person counts as content as long as it is there, and can be erased. */
interface PrivateContract extends LogUnderTest {

    String CONTACT = "{\"contact\":\"María\"}";

    @Test
    default void theSamePrivatePartIsADuplicateAndAnotherAConflict() {
        var territory = begun();
        append(visit(territory, "a").privately(CONTACT));

        assertThat(append(
                        visit(territory, "a").privately(CONTACT),
                        visit(territory, "a").privately("{\"contact\":\"José\"}"),
                        visit(territory, "a")))
                .containsExactly(
                        new Duplicate(2),
                        new Refused(new Conflict("s", "a", 2)),
                        new Refused(new Conflict("s", "a", 2)));
    }

    @Test
    default void aPrivatePartThatWasNotThereBeforeIsAConflict() {
        var territory = begun();

        assertThat(append(visit(territory, "beginning").privately(CONTACT)))
                .containsExactly(new Refused(new Conflict("s", "beginning", 1)));
    }

    @Test
    default void thePrivatePartCountsWithinABatchToo() {
        var territory = begun();

        assertThat(append(
                        visit(territory, "a").privately(CONTACT),
                        visit(territory, "a").privately(CONTACT),
                        visit(territory, "a").privately("{}"),
                        visit(territory, "a"),
                        visit(territory, "b"),
                        visit(territory, "b").privately(CONTACT)))
                .containsExactly(
                        new Stored(2),
                        new Duplicate(2),
                        new Refused(new Conflict("s", "a", 2)),
                        new Refused(new Conflict("s", "a", 2)),
                        new Stored(3),
                        new Refused(new Conflict("s", "b", 3)));
    }

    @Test
    default void thePrivatePartIsNotInTheEntry() {
        var territory = begun();
        append(visit(territory, "a").privately(CONTACT), visit(territory, "b"));

        var entries = all(territory);

        assertThat(entries).hasSize(3).noneMatch(entry -> entry.toString().contains("María"));
        assertThat(entries.get(1).privateDigest()).isPresent();
        assertThat(entries.get(2).privateDigest()).isEmpty();
    }

    @Test
    default void thePrivateDigestIsSalted() {
        var territory = begun();
        append(visit(territory, "a").privately(CONTACT), visit(territory, "b").privately(CONTACT));

        var entries = all(territory);

        assertThat(entries.get(1).privateDigest()).isNotEqualTo(entries.get(2).privateDigest());
    }

    @Test
    default void onceItIsErasedThePublicPartDecides() {
        var territory = begun();
        append(visit(territory, "a").privately(CONTACT));

        vandal().erase(territory, 2);

        assertThat(append(
                        visit(territory, "a").privately(CONTACT),
                        visit(territory, "a").privately("{}"),
                        visit(territory, "a"),
                        visit(territory, "a").saying("{}").privately(CONTACT)))
                .containsExactly(
                        new Duplicate(2), new Duplicate(2), new Duplicate(2), new Refused(new Conflict("s", "a", 2)));
    }

    @Test
    default void erasureBreaksNoHash() {
        var territory = begun();
        append(visit(territory, "a").privately(CONTACT), visit(territory, "b"));

        vandal().erase(territory, 2);

        assertThat(all(territory)).hasSize(3);
        assertThat(answer(log().verify(territory))).isEmpty();
    }
}
