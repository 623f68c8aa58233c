package org.bitacora.eventlog.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.eventlog.contract.LogFixture.answer;
import static org.bitacora.eventlog.contract.LogFixture.drafts;
import static org.bitacora.eventlog.testing.VisitDraft.visit;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Refusal.Conflict;
import org.bitacora.domain.refusal.Refusal.InvalidParameter;
import org.bitacora.eventlog.AppendMode;
import org.bitacora.eventlog.AppendResult;
import org.bitacora.eventlog.AppendResult.Duplicate;
import org.bitacora.eventlog.AppendResult.Refused;
import org.bitacora.eventlog.AppendResult.Stored;
import org.bitacora.eventlog.testing.VisitDraft;
import org.junit.jupiter.api.Test;

/** An event with a known source and id is a duplicate or a conflict, without a time limit. */
interface DuplicateContract extends LogFixture {

    @Test
    default void anEventSentSixteenTimesConcurrentlyIsStoredOnce() {
        var territory = newLog();
        for (int round = 0; round < 20; round++) {
            var results = appendConcurrently(16, visit(territory, "round-" + round));
            var position = round + 2L;
            assertThat(results).containsOnlyOnce(new Stored(position));
            assertThat(Collections.frequency(results, new Duplicate(position))).isEqualTo(15);
        }
        assertThat(readAll(territory)).hasSize(21);
    }

    private List<AppendResult> appendConcurrently(int times, VisitDraft visitDraft) {
        var appends = IntStream.range(0, times)
                .mapToObj(_ -> log().append(drafts(visitDraft), AppendMode.EACH))
                .toList();
        return answer(Uni.join().all(appends).andFailFast()).stream()
                .flatMap(List::stream)
                .toList();
    }

    @Test
    default void aDuplicateReturnsItsFirstPosition() {
        var territory = newLog();
        append(visit(territory, "a"), visit(territory, "b"));

        assertThat(append(visit(territory, "b"), visit(territory, "c"), visit(territory, "a")))
                .containsExactly(new Duplicate(3), new Stored(4), new Duplicate(2));
    }

    /** A rule that is newer than a recorded event does not apply to the event sent again. */
    @Test
    default void aRefusalOfNewEventsDoesNotApplyToARecordedEvent() {
        var territory = newLog();
        var refusal = new InvalidParameter("p", Detail.of("Invalid cursor."));
        append(visit(territory, "a"));

        assertThat(append(
                        visit(territory, "a").refusedIfNew(refusal),
                        visit(territory, "b").refusedIfNew(refusal)))
                .containsExactly(new Duplicate(2), new Refused(refusal));
        assertThat(append(
                        visit(territory, "a").withData("{\"title\": \"other\"}").refusedIfNew(refusal)))
                .containsExactly(new Refused(new Conflict("s", "a", 2)));
        assertThat(readAll(territory)).hasSize(2);
    }

    @Test
    default void extensionAttributesDoNotDistinguishEvents() {
        var territory = newLog();
        append(visit(territory, "a").withExtensions("{\"trace\":\"1\"}"));

        assertThat(append(visit(territory, "a").withExtensions("{\"trace\":\"2\"}")))
                .containsExactly(new Duplicate(2));
    }

    @Test
    default void aDuplicateWithinABatchReturnsItsFirstPosition() {
        var territory = newLog();

        assertThat(append(visit(territory, "a"), visit(territory, "a"), visit(territory, "b")))
                .containsExactly(new Stored(2), new Duplicate(2), new Stored(3));
    }

    @Test
    default void theSameIdWithDifferentContentIsAConflictWithTheFirstPosition() {
        var territory = newLog();
        append(visit(territory, "a"));

        assertThat(append(
                        visit(territory, "a").withData("{\"title\": \"other\"}"),
                        visit(territory, "a").onActivity("other")))
                .containsOnly(new Refused(new Conflict("s", "a", 2)))
                .hasSize(2);
        assertThat(readAll(territory)).hasSize(2);
    }

    @Test
    default void aConflictWithinABatchIsRefusedAndTheFirstDraftIsStored() {
        var territory = newLog();

        assertThat(append(visit(territory, "a"), visit(territory, "a").withData("{}"), visit(territory, "b")))
                .containsExactly(new Stored(2), new Refused(new Conflict("s", "a", 2)), new Stored(3));
    }

    @Test
    default void timeAuthorAndJsonFormattingAreNotPartOfTheContent() {
        var territory = newLog();
        append(visit(territory, "a").withData("{\"title\": \"x\", \"sdgs\": [11]}"));

        assertThat(append(
                        visit(territory, "a").withData("{\"sdgs\":[11.0],\"title\":\"\\u0078\"}"),
                        visit(territory, "a")
                                .withData("{\"title\": \"x\", \"sdgs\": [11]}")
                                .atTime(Instant.EPOCH),
                        visit(territory, "a")
                                .withData("{\"title\": \"x\", \"sdgs\": [11]}")
                                .byAuthor(VisitDraft.EDITOR)))
                .containsOnly(new Duplicate(2))
                .hasSize(3);
    }

    @Test
    default void anIdIsUniquePerSourceAndTerritory() {
        var one = newLog();
        var two = newLog();
        append(visit(one, "a"));

        assertThat(append(visit(one, "a").fromSource("other").onActivity("other"), visit(two, "a")))
                .containsExactly(new Stored(3), new Stored(2));
    }
}
