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
import org.bitacora.eventlog.Appended;
import org.bitacora.eventlog.Overloaded;

/**
 * Collects the batches that arrive while a transaction is in flight into the next one; with none in flight a batch goes at
 * once, and where many wait another transaction begins beside it. A group that the database refuses is tried again batch by batch, so that a bad one never fails its neighbours.
 */
final class GroupCommit {

    private final Function<List<Batch>, Future<List<List<Appended>>>> transaction;
    private final LogSettings settings;
    private final IntConsumer groupSize;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waitingEvents = new AtomicInteger();
    private final Semaphore lanes;

    private record Waiting(Batch batch, Promise<List<Appended>> answer) {}

    GroupCommit(
            Function<List<Batch>, Future<List<List<Appended>>>> transaction,
            LogSettings settings,
            IntConsumer groupSize) {
        this.transaction = transaction;
        this.settings = settings;
        this.groupSize = groupSize;
        this.lanes = new Semaphore(settings.lanes());
    }

    /** What became of the drafts of a batch, after the commit of the group that took it. */
    Future<List<Appended>> submit(Batch batch) {
        int size = batch.drafts().size();
        if (waitingEvents.addAndGet(size) > Math.max(settings.waiting(), size)) {
            waitingEvents.addAndGet(-size);
            return Future.failedFuture(new Overloaded("More than " + settings.waiting() + " events are waiting."));
        }
        Promise<List<Appended>> answer = Promise.promise();
        queue.add(new Waiting(batch, answer));
        pump();
        return answer.future();
    }

    private void pump() {
        while (!queue.isEmpty() && isWorthALane() && lanes.tryAcquire()) {
            var group = take();
            if (group.isEmpty()) {
                lanes.release();
            } else {
                run(group).onComplete(_ -> {
                    lanes.release();
                    pump();
                });
            }
        }
    }

    /** Few events share the next transaction rather than take one of their own: each costs a trip to the disk. */
    private boolean isWorthALane() {
        return lanes.availablePermits() == settings.lanes() || waitingEvents.get() >= settings.busy();
    }

    /** One at a time, so that what was looked at is what is taken. */
    private synchronized List<Waiting> take() {
        var group = new ArrayList<Waiting>();
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

    private boolean fits(int events, Waiting next) {
        return events == 0 || events + next.batch().drafts().size() <= settings.group();
    }

    private Future<?> run(List<Waiting> group) {
        return Future.succeededFuture(group.stream().map(Waiting::batch).toList())
                .compose(transaction)
                .onSuccess(answers -> answer(group, answers))
                .recover(failure -> again(group, failure));
    }

    private static void answer(List<Waiting> group, List<List<Appended>> answers) {
        for (int i = 0; i < group.size(); i++) {
            group.get(i).answer().complete(answers.get(i));
        }
    }

    private Future<List<List<Appended>>> again(List<Waiting> group, Throwable failure) {
        if (group.size() == 1 || !(failure instanceof PgException)) {
            group.forEach(waiting -> waiting.answer().fail(failure));
            return Future.succeededFuture(List.of());
        }
        Future<?> before = Future.succeededFuture();
        for (var waiting : group) {
            before = before.eventually(() -> run(List.of(waiting)));
        }
        return before.map(List.of());
    }
}
