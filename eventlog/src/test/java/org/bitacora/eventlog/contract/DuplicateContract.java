package org.bitacora.eventlog.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.eventlog.contract.LogUnderTest.answer;
import static org.bitacora.eventlog.contract.LogUnderTest.drafts;
import static org.bitacora.eventlog.testing.Visit.visit;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.bitacora.domain.refusal.Refusal.Conflict;
import org.bitacora.eventlog.Appended;
import org.bitacora.eventlog.Appended.Duplicate;
import org.bitacora.eventlog.Appended.Refused;
import org.bitacora.eventlog.Appended.Stored;
import org.bitacora.eventlog.Mode;
import org.bitacora.eventlog.testing.Visit;
import org.junit.jupiter.api.Test;

/** The same event again is the same event, for ever. */
interface DuplicateContract extends LogUnderTest {

    @Test
    default void theSameEventSentBySixteenAtOnceIsStoredOnce() {
        var territory = begun();
        for (int round = 0; round < 20; round++) {
            var answers = atOnce(16, visit(territory, "round-" + round));
            var position = round + 2L;
            assertThat(answers).containsOnlyOnce(new Stored(position));
            assertThat(Collections.frequency(answers, new Duplicate(position))).isEqualTo(15);
        }
        assertThat(all(territory)).hasSize(21);
    }

    private List<Appended> atOnce(int times, Visit visit) {
        var sent = IntStream.range(0, times)
                .mapToObj(_ -> log().append(drafts(visit), Mode.EACH))
                .toList();
        return answer(Uni.join().all(sent).andFailFast()).stream()
                .flatMap(List::stream)
                .toList();
    }

    @Test
    default void aDuplicateIsAnsweredWithItsFirstPosition() {
        var territory = begun();
        append(visit(territory, "a"), visit(territory, "b"));

        assertThat(append(visit(territory, "b"), visit(territory, "c"), visit(territory, "a")))
                .containsExactly(new Duplicate(3), new Stored(4), new Duplicate(2));
    }

    @Test
    default void aDuplicateWithinABatchIsAnsweredWithItsFirstPosition() {
        var territory = begun();

        assertThat(append(visit(territory, "a"), visit(territory, "a"), visit(territory, "b")))
                .containsExactly(new Stored(2), new Duplicate(2), new Stored(3));
    }

    @Test
    default void theSameIdWithOtherContentIsAConflictThatNamesTheFirstPosition() {
        var territory = begun();
        append(visit(territory, "a"));

        assertThat(append(
                        visit(territory, "a").saying("{\"title\": \"other\"}"),
                        visit(territory, "a").on("other")))
                .containsOnly(new Refused(new Conflict("s", "a", 2)))
                .hasSize(2);
        assertThat(all(territory)).hasSize(2);
    }

    @Test
    default void aConflictWithinABatchIsRefusedAndTheFirstIsKept() {
        var territory = begun();

        assertThat(append(visit(territory, "a"), visit(territory, "a").saying("{}"), visit(territory, "b")))
                .containsExactly(new Stored(2), new Refused(new Conflict("s", "a", 2)), new Stored(3));
    }

    @Test
    default void anotherTimeAuthorOrWayOfWritingIsNoOtherContent() {
        var territory = begun();
        append(visit(territory, "a").saying("{\"title\": \"x\", \"sdgs\": [11]}"));

        assertThat(append(
                        visit(territory, "a").saying("{\"sdgs\":[11.0],\"title\":\"\\u0078\"}"),
                        visit(territory, "a")
                                .saying("{\"title\": \"x\", \"sdgs\": [11]}")
                                .at(Instant.EPOCH),
                        visit(territory, "a")
                                .saying("{\"title\": \"x\", \"sdgs\": [11]}")
                                .by(Visit.EDITOR)))
                .containsOnly(new Duplicate(2))
                .hasSize(3);
    }

    @Test
    default void anIdIsOfItsSourceAndItsTerritory() {
        var one = begun();
        var two = begun();
        append(visit(one, "a"));

        assertThat(append(visit(one, "a").from("other").on("other"), visit(two, "a")))
                .containsExactly(new Stored(3), new Stored(2));
    }
}
