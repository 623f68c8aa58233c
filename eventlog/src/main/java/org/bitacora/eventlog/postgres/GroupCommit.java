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
 * Collects the batches that arrive while a transaction is in flight into the next one; with none in flight a batch goes at
 * once, and where many wait another transaction begins beside it. A group that the database refuses is tried again batch by batch, so that a bad one never fails its neighbours.
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

    /** What became of the drafts of a batch, after the commit of the group that took it. */
    Future<List<AppendResult>> submit(DraftBatch draftBatch) {
        int size = draftBatch.drafts().size();
        if (waitingEvents.addAndGet(size) > Math.max(settings.maxWaitingEvents(), size)) {
            waitingEvents.addAndGet(-size);
            return Future.failedFuture(
                    new LogOverloadedException("More than " + settings.maxWaitingEvents() + " events are waiting."));
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

    /** Few events share the next transaction rather than take one of their own: each costs a trip to the disk. */
    private boolean shouldStartTransaction() {
        return availableTransactions.availablePermits() == settings.concurrentTransactions()
                || waitingEvents.get() >= settings.extraTransactionThreshold();
    }

    /** One at a time, so that what was looked at is what is taken. */
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
