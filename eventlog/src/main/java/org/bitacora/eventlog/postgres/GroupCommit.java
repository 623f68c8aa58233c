package org.bitacora.eventlog.postgres;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.pgclient.PgException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.bitacora.eventlog.AppendResult;
import org.bitacora.eventlog.LogOverloadedException;

/**
 * Collects the batches that arrive while a transaction is in flight and appends them in the next transaction. If no
 * transaction is in flight, a batch starts one immediately. If many events are waiting, another transaction starts in
 * parallel. A group that the database refuses is retried batch by batch, so that a bad batch never fails its
 * neighbours.
 */
final class GroupCommit {

    private final Function<List<DraftBatch>, Future<List<List<AppendResult>>>> transaction;
    private final LogSettings settings;
    private final IntConsumer groupSize;
    private final Queue<QueuedBatch> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waitingEvents = new AtomicInteger();
    private final Semaphore availableTransactions;

    private record QueuedBatch(DraftBatch batch, Promise<List<AppendResult>> answer) {}

    GroupCommit(
            Function<List<DraftBatch>, Future<List<List<AppendResult>>>> transaction,
            LogSettings settings,
            IntConsumer groupSize) {
        this.transaction = transaction;
        this.settings = settings;
        this.groupSize = groupSize;
        this.availableTransactions = new Semaphore(settings.concurrentTransactions());
    }

    /**
     * Queues a batch and returns the results of its drafts after the commit of its group. Fails with {@link
     * LogOverloadedException} if too many events are waiting.
     */
    Future<List<AppendResult>> submit(DraftBatch draftBatch) {
        int size = draftBatch.drafts().size();
        if (waitingEvents.addAndGet(size) > Math.max(settings.maxWaitingEvents(), size)) {
            waitingEvents.addAndGet(-size);
            return Future.failedFuture(new LogOverloadedException(
                    "Too many events are waiting; the limit is " + settings.maxWaitingEvents() + "."));
        }
        Promise<List<AppendResult>> answer = Promise.promise();
        queue.add(new QueuedBatch(draftBatch, answer));
        startTransactions();
        return answer.future();
    }

    private void startTransactions() {
        while (!queue.isEmpty() && shouldStartTransaction() && availableTransactions.tryAcquire()) {
            var group = takeGroup();
            if (group.isEmpty()) {
                availableTransactions.release();
            } else {
                run(group).onComplete(_ -> {
                    availableTransactions.release();
                    startTransactions();
                });
            }
        }
    }

    /**
     * A small number of events waits for the next transaction instead of starting an additional one, since each
     * transaction costs a disk flush.
     */
    private boolean shouldStartTransaction() {
        return availableTransactions.availablePermits() == settings.concurrentTransactions()
                || waitingEvents.get() >= settings.extraTransactionThreshold();
    }

    /**
     * Removes the next group from the queue. Synchronized so that the batch that was peeked is the batch that is
     * removed.
     */
    private synchronized List<QueuedBatch> takeGroup() {
        var group = new ArrayList<QueuedBatch>();
        int events = 0;
        for (var next = queue.peek(); next != null && fits(events, next); next = queue.peek()) {
            group.add(queue.remove());
            events += next.batch().drafts().size();
        }
        waitingEvents.addAndGet(-events);
        if (events > 0) {
            groupSize.accept(events);
        }
        return group;
    }

    private boolean fits(int events, QueuedBatch next) {
        return events == 0 || events + next.batch().drafts().size() <= settings.maxGroupEvents();
    }

    private Future<?> run(List<QueuedBatch> group) {
        return Future.succeededFuture(group.stream().map(QueuedBatch::batch).toList())
                .compose(transaction)
                .onSuccess(answers -> answer(group, answers))
                .recover(failure -> retryOneByOne(group, failure));
    }

    private static void answer(List<QueuedBatch> group, List<List<AppendResult>> answers) {
        for (int i = 0; i < group.size(); i++) {
            group.get(i).answer().complete(answers.get(i));
        }
    }

    private Future<List<List<AppendResult>>> retryOneByOne(List<QueuedBatch> group, Throwable failure) {
        if (group.size() == 1 || !(failure instanceof PgException)) {
            group.forEach(queuedBatch -> queuedBatch.answer().fail(failure));
            return Future.succeededFuture(List.of());
        }
        Future<?> before = Future.succeededFuture();
        for (var queuedBatch : group) {
            before = before.eventually(() -> run(List.of(queuedBatch)));
        }
        return before.map(List.of());
    }
}
