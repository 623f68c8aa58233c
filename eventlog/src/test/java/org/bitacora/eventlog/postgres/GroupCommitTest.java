package org.bitacora.eventlog.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bitacora.eventlog.AppendMode;
import org.bitacora.eventlog.AppendResult;
import org.bitacora.eventlog.AppendResult.Stored;
import org.bitacora.eventlog.LogOverloadedException;
import org.bitacora.eventlog.testing.VisitDraft;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

    private final FakeDatabase database = new FakeDatabase();
    private final List<Integer> sizes = new ArrayList<>();

    private GroupCommit groups(int lanes, int busy, int group, int waiting) {
        return new GroupCommit(database, new LogSettings(lanes, busy, group, waiting), sizes::add);
    }

    private static Future<List<AppendResult>> submit(GroupCommit groups, String... ids) {
        return groups.submit(new DraftBatch(
                Stream.of(ids).map(id -> VisitDraft.visit("t", id).toDraft()).toList(), AppendMode.EACH));
    }

    @Test
    void aSingleBatchIsAppendedImmediately() {
        var answer = submit(groups(1, 1, 10, 10), "a", "b");

        assertThat(database.only().ids()).containsExactly("a", "b");
        assertThat(answer.isComplete()).isFalse();
        database.only().commit();
        assertThat(answer.result()).containsExactly(new Stored(0), new Stored(1));
        assertThat(sizes).containsExactly(2);
    }

    @Test
    void batchesThatArriveDuringATransactionAreGroupedAndAnsweredSeparately() {
        var groups = groups(1, 1, 10, 10);
        submit(groups, "a");
        var two = submit(groups, "b", "c");
        var three = submit(groups, "d");
        assertThat(database.only().ids()).containsExactly("a");

        database.only().commit();
        assertThat(database.only().ids()).containsExactly("b", "c", "d");
        database.only().commit();

        assertThat(two.result()).containsExactly(new Stored(1), new Stored(2));
        assertThat(three.result()).containsExactly(new Stored(3));
        assertThat(sizes).containsExactly(1, 3);
        assertThat(database.open).isEmpty();
    }

    @Test
    void theNumberOfTransactionsInFlightIsLimited() {
        var groups = groups(2, 1, 10, 10);
        submit(groups, "a");
        submit(groups, "b");
        submit(groups, "c");

        assertThat(database.open).hasSize(2);
        database.open.getLast().commit();
        assertThat(database.open)
                .extracting(FakeDatabase.FakeTransaction::ids)
                .containsExactly(List.of("a"), List.of("c"));
    }

    @Test
    void fewEventsWaitForTheTransactionInFlight() {
        var groups = groups(2, 3, 10, 10);
        submit(groups, "a");
        submit(groups, "b", "c");
        assertThat(database.only().ids()).containsExactly("a");

        submit(groups, "d");
        assertThat(database.open)
                .extracting(FakeDatabase.FakeTransaction::ids)
                .containsExactly(List.of("a"), List.of("b", "c", "d"));
    }

    @Test
    void theNumberOfEventsPerGroupIsLimited() {
        var groups = groups(1, 1, 4, 100);
        submit(groups, "a");
        submit(groups, "b", "c", "d");
        submit(groups, "e", "f");
        submit(groups, "g", "h", "i", "j", "k");

        database.only().commit();
        assertThat(database.only().ids()).containsExactly("b", "c", "d");
        database.only().commit();
        assertThat(database.only().ids()).containsExactly("e", "f");
        database.only().commit();
        assertThat(database.only().ids()).as("one batch is never divided").containsExactly("g", "h", "i", "j", "k");
    }

    @Test
    void aRefusedGroupIsRetriedBatchByBatch() {
        var groups = groups(1, 1, 10, 10);
        submit(groups, "a");
        var good = submit(groups, "b");
        var bad = submit(groups, "c");
        var better = submit(groups, "d");
        database.only().commit();

        database.only().refuse();
        assertThat(database.only().ids()).containsExactly("b");
        database.only().commit();
        assertThat(database.only().ids()).containsExactly("c");
        database.only().refuse();
        assertThat(database.only().ids()).containsExactly("d");
        database.only().commit();

        assertThat(good.result()).containsExactly(new Stored(1));
        assertThat(bad.failed()).isTrue();
        assertThat(better.result()).containsExactly(new Stored(2));
    }

    @Test
    void aGroupIsNotRetriedAfterALostConnection() {
        var groups = groups(1, 1, 10, 10);
        submit(groups, "a");
        var one = submit(groups, "b");
        var two = submit(groups, "c");
        database.only().commit();

        database.only().fail(new IOException("gone"));

        assertThat(one.cause()).isInstanceOf(IOException.class);
        assertThat(two.cause()).isInstanceOf(IOException.class);
        assertThat(database.open).isEmpty();
    }

    @Test
    void aFailedTransactionAllowsTheNextOne() {
        var groups = groups(1, 1, 10, 10);
        submit(groups, "a");
        database.only().fail(new IOException("gone"));
        submit(groups, "b");

        assertThat(database.only().ids()).containsExactly("b");
    }

    @Test
    void aTransactionThatCannotStartFailsItsBatchAndAllowsTheNextOne() {
        var groups = new GroupCommit(
                _ -> {
                    throw new IllegalStateException("closed");
                },
                new LogSettings(1, 1, 10, 10),
                sizes::add);

        assertThat(submit(groups, "a").cause()).hasMessage("closed");
        assertThat(submit(groups, "b").cause()).hasMessage("closed");
    }

    @Test
    void batchesBeyondTheWaitingLimitAreRefused() {
        var groups = groups(1, 1, 10, 3);
        submit(groups, "a");
        submit(groups, "b", "c");

        assertThat(submit(groups, "d", "e").cause()).isInstanceOf(LogOverloadedException.class);
        assertThat(submit(groups, "f").isComplete()).isFalse();
        database.only().commit();

        assertThat(database.only().ids()).containsExactly("b", "c", "f");
        assertThat(submit(groups, "g", "h", "i").isComplete()).isFalse();
        assertThat(submit(groups, "j").cause()).isInstanceOf(LogOverloadedException.class);
    }

    @Test
    void aBatchLargerThanTheWaitingLimitIsAcceptedWhenNothingWaits() {
        var answer = submit(groups(1, 1, 2, 3), "a", "b", "c", "d", "e");

        database.only().commit();
        assertThat(answer.result()).hasSize(5);
    }
}
