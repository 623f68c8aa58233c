package org.bitacora.eventlog.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.eventlog.contract.LogFixture.answer;
import static org.bitacora.eventlog.testing.VisitDraft.visit;

import org.bitacora.domain.refusal.Refusal.Conflict;
import org.bitacora.eventlog.AppendResult.Duplicate;
import org.bitacora.eventlog.AppendResult.Refused;
import org.bitacora.eventlog.AppendResult.Stored;
import org.junit.jupiter.api.Test;

/** The private part counts as content as long as it is stored, and can be erased. */
interface PrivateDataContract extends LogFixture {

    String CONTACT = "{\"contact\":\"María\"}";

    @Test
    default void theSamePrivatePartIsADuplicateAndADifferentOneAConflict() {
        var territory = newLog();
        append(visit(territory, "a").withPrivatePart(CONTACT));

        assertThat(append(
                        visit(territory, "a").withPrivatePart(CONTACT),
                        visit(territory, "a").withPrivatePart("{\"contact\":\"José\"}"),
                        visit(territory, "a")))
                .containsExactly(
                        new Duplicate(2),
                        new Refused(new Conflict("s", "a", 2)),
                        new Refused(new Conflict("s", "a", 2)));
    }

    @Test
    default void anAddedPrivatePartIsAConflict() {
        var territory = newLog();

        assertThat(append(visit(territory, "beginning").withPrivatePart(CONTACT)))
                .containsExactly(new Refused(new Conflict("s", "beginning", 1)));
    }

    @Test
    default void thePrivatePartIsComparedWithinABatch() {
        var territory = newLog();

        assertThat(append(
                        visit(territory, "a").withPrivatePart(CONTACT),
                        visit(territory, "a").withPrivatePart(CONTACT),
                        visit(territory, "a").withPrivatePart("{}"),
                        visit(territory, "a"),
                        visit(territory, "b"),
                        visit(territory, "b").withPrivatePart(CONTACT)))
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
        var territory = newLog();
        append(visit(territory, "a").withPrivatePart(CONTACT), visit(territory, "b"));

        var entries = readAll(territory);

        assertThat(entries).hasSize(3).noneMatch(entry -> entry.toString().contains("María"));
        assertThat(entries.get(1).privateDigest()).isPresent();
        assertThat(entries.get(2).privateDigest()).isEmpty();
    }

    @Test
    default void thePrivateDigestIsSalted() {
        var territory = newLog();
        append(
                visit(territory, "a").withPrivatePart(CONTACT),
                visit(territory, "b").withPrivatePart(CONTACT));

        var entries = readAll(territory);

        assertThat(entries.get(1).privateDigest()).isNotEqualTo(entries.get(2).privateDigest());
    }

    @Test
    default void afterErasureOnlyThePublicPartIsCompared() {
        var territory = newLog();
        append(visit(territory, "a").withPrivatePart(CONTACT));

        corruptor().erase(territory, 2);

        assertThat(append(
                        visit(territory, "a").withPrivatePart(CONTACT),
                        visit(territory, "a").withPrivatePart("{}"),
                        visit(territory, "a"),
                        visit(territory, "a").withData("{}").withPrivatePart(CONTACT)))
                .containsExactly(
                        new Duplicate(2), new Duplicate(2), new Duplicate(2), new Refused(new Conflict("s", "a", 2)));
    }

    @Test
    default void erasureLeavesHashesValid() {
        var territory = newLog();
        append(visit(territory, "a").withPrivatePart(CONTACT), visit(territory, "b"));

        corruptor().erase(territory, 2);

        assertThat(readAll(territory)).hasSize(3);
        assertThat(answer(log().verify(territory))).isEmpty();
    }
}
