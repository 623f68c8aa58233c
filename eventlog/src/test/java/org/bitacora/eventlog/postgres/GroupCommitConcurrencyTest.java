package org.bitacora.eventlog.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.pgclient.PgException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bitacora.eventlog.AppendMode;
import org.bitacora.eventlog.AppendResult;
import org.bitacora.eventlog.testing.VisitDraft;
import org.junit.jupiter.api.RepeatedTest;

/** Batches are submitted and transactions end on many threads; every batch is answered exactly once. */
class GroupCommitConcurrencyTest {

    private static final int LANES = 3;
    private static final int SENDERS = 8;
    private static final int EACH = 500;

    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger mostInFlight = new AtomicInteger();
    private final AtomicInteger transactions = new AtomicInteger();
    private final Queue<String> committed = new ConcurrentLinkedQueue<>();

    @RepeatedTest(5)
    void everyBatchIsAnsweredExactlyOnce() throws Exception {
        try (var threads = Executors.newFixedThreadPool(6)) {
            var groups =
                    new GroupCommit(it -> transaction(threads, it), new LogSettings(LANES, 5, 20, 1_000_000), _ -> {});
            var senders = IntStream.range(0, SENDERS)
                    .mapToObj(sender -> threads.submit(() -> send(groups, sender)))
                    .toList();
            int refused = 0;
            for (var sender : senders) {
                for (var answer : sender.get()) {
                    refused += answered(answer) ? 0 : 1;
                }
            }
            assertThat(refused).isEqualTo(SENDERS * EACH / 100);
        }
        assertThat(committed).doesNotHaveDuplicates().hasSize(SENDERS * EACH - SENDERS * EACH / 100);
        assertThat(mostInFlight.get()).isBetween(1, LANES);
        assertThat(transactions.get()).as("they are grouped").isLessThan(SENDERS * EACH);
    }

    private static List<Future<List<AppendResult>>> send(GroupCommit groups, int sender) {
        return IntStream.range(0, EACH)
                .mapToObj(i -> VisitDraft.visit("t", (i % 100 == 99 ? "bad-" : "good-") + sender + "-" + i)
                        .toDraft())
                .map(draft -> groups.submit(new DraftBatch(List.of(draft), AppendMode.EACH)))
                .toList();
    }

    private static boolean answered(Future<?> answer) throws Exception {
        return answer.map(true)
                .otherwise(false)
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
    }

    private Future<List<List<AppendResult>>> transaction(Executor threads, List<DraftBatch> batches) {
        mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
        transactions.incrementAndGet();
        Promise<List<List<AppendResult>>> end = Promise.promise();
        threads.execute(() -> {
            var ids = batches.stream()
                    .map(draftBatch -> draftBatch.drafts().getFirst().key().id())
                    .toList();
            inFlight.decrementAndGet();
            if (ids.stream().anyMatch(id -> id.startsWith("bad"))) {
                end.fail(new PgException("bad", "ERROR", "22021", ""));
            } else {
                committed.addAll(ids);
                end.complete(ids.stream()
                        .map(_ -> List.<AppendResult>of(new AppendResult.Stored(1)))
                        .toList());
            }
        });
        return end.future();
    }
}
