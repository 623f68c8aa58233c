package org.bitacora.eventlog.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.eventlog.testing.VisitDraft.visit;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.bitacora.domain.refusal.Refusal.UnknownTerritory;
import org.bitacora.eventlog.AppendMode;
import org.bitacora.eventlog.AppendResult.Duplicate;
import org.bitacora.eventlog.AppendResult.NotAttempted;
import org.bitacora.eventlog.AppendResult.Refused;
import org.bitacora.eventlog.AppendResult.Stored;
import org.bitacora.eventlog.LogOverloadedException;
import org.bitacora.eventlog.testing.LogDatabase;
import org.bitacora.eventlog.testing.VisitDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The effect of a group commit on the batches of the group. */
class GroupCommitIT {

    @RegisterExtension
    static final LogDatabase DATABASE = new LogDatabase();

    @Test
    void batchesThatArriveDuringATransactionAreCommittedTogether() throws Exception {
        try (var held = new BlockedLog(DATABASE, 1_000)) {
            var answers = IntStream.range(0, 20)
                    .mapToObj(i -> held.append(visit("together", "a" + i), visit("together", "b" + i)))
                    .toList();
            held.release();

            for (int i = 0; i < 20; i++) {
                assertThat(answers.get(i).join()).containsExactly(new Stored(2 * i + 1), new Stored(2 * i + 2));
            }
            assertThat(held.groups).containsExactly(1, 40);
            assertThat(DATABASE.texts("select distinct xmin from log where territory = 'together'"))
                    .hasSize(1);
        }
    }

    @Test
    void theSameEventTwiceInAGroupIsStoredOnce() throws Exception {
        try (var held = new BlockedLog(DATABASE, 1_000)) {
            var first = held.append(visit("twice", "a"));
            var again = held.append(visit("twice", "a"));
            held.release();

            assertThat(first.join()).containsExactly(new Stored(1));
            assertThat(again.join()).containsExactly(new Duplicate(1));
            assertThat(held.groups).containsExactly(1, 2);
        }
    }

    @Test
    void aFailedAtomicBatchLeavesNoGapAndCreatesNoLog() throws Exception {
        try (var held = new BlockedLog(DATABASE, 1_000)) {
            var before = held.append(visit("between", "a"));
            var failing = held.append(
                    AppendMode.ATOMIC, visit("between", "b"), visit("unfounded", "c"), unknown("nowhere", "d"));
            var after = held.append(visit("between", "e"));
            held.release();

            assertThat(before.join()).containsExactly(new Stored(1));
            assertThat(failing.join())
                    .containsExactly(
                            new NotAttempted(), new NotAttempted(), new Refused(new UnknownTerritory("nowhere")));
            assertThat(after.join()).containsExactly(new Stored(2));
            assertThat(held.groups).containsExactly(1, 5);
            assertThat(held.log.headPosition("unfounded").await().atMost(Duration.ofSeconds(10)))
                    .isEmpty();
        }
    }

    private static VisitDraft unknown(String territory, String id) {
        return visit(territory, id).byAuthor(VisitDraft.LATECOMER);
    }

    @Test
    void aBatchBeyondTheWaitingLimitIsRefused() throws Exception {
        try (var held = new BlockedLog(DATABASE, 3)) {
            var waiting = held.append(visit("crowded", "a"), visit("crowded", "b"));
            var tooMany = held.append(visit("crowded", "c"), visit("crowded", "d"));
            var justOne = held.append(visit("crowded", "e"));

            assertThat(tooMany)
                    .failsWithin(Duration.ZERO)
                    .withThrowableThat()
                    .withCauseInstanceOf(LogOverloadedException.class);
            held.release();

            assertThat(waiting.join()).containsExactly(new Stored(1), new Stored(2));
            assertThat(justOne.join()).containsExactly(new Stored(3));
            assertThat(held.append(visit("crowded", "c"), visit("crowded", "d")).join())
                    .isEqualTo(List.of(new Stored(4), new Stored(5)));
        }
    }
}
