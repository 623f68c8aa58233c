package org.bitacora.eventlog.contract;

import static org.bitacora.eventlog.contract.LogFixture.answer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.eventlog.AppendMode;
import org.bitacora.eventlog.AppendResult;
import org.bitacora.eventlog.EventLog;
import org.bitacora.eventlog.testing.VisitDraft;

/** One of many concurrent writers. It writes its own events to random territories. */
final class RandomAppender {

    private final int number;
    private final List<String> territories;
    private final Random random;
    private int events;

    /** An event that a writer has appended; without a position if a {@link ConcurrentAppender} appended it. */
    record AppendedEvent(String territory, EventKey key, Optional<Long> position) {}

    RandomAppender(int number, List<String> territories, long seed) {
        this.number = number;
        this.territories = territories;
        this.random = new Random(seed);
    }

    private VisitDraft visit() {
        return VisitDraft.visit(territories.get(random.nextInt(territories.size())), "w" + number + "-" + events++);
    }

    /** Appends batches of one to five events. */
    List<AppendedEvent> append(EventLog log, int batches) {
        var written = new ArrayList<AppendedEvent>();
        for (int i = 0; i < batches; i++) {
            var visits = IntStream.rangeClosed(0, random.nextInt(5))
                    .mapToObj(_ -> visit())
                    .toList();
            var appendMode = random.nextBoolean() ? AppendMode.EACH : AppendMode.ATOMIC;
            var drafts = visits.stream().map(VisitDraft::toDraft).toList();
            var results = answer(log.append(drafts, appendMode));
            for (int k = 0; k < visits.size(); k++) {
                written.add(written(visits.get(k), results.get(k)));
            }
        }
        return written;
    }

    private static AppendedEvent written(VisitDraft visitDraft, AppendResult result) {
        if (result instanceof AppendResult.Stored(var position)) {
            return new AppendedEvent(visitDraft.territory(), visitDraft.key(), Optional.of(position));
        }
        throw new AssertionError(visitDraft + " should be stored, but was " + result);
    }

    List<AppendedEvent> appendSlowly(ConcurrentAppender concurrentAppender, int events, Duration held) {
        return IntStream.range(0, events)
                .mapToObj(_ -> visit())
                .peek(visitDraft -> concurrentAppender.appendSlowly(visitDraft, held))
                .map(visitDraft -> new AppendedEvent(visitDraft.territory(), visitDraft.key(), Optional.empty()))
                .toList();
    }

    List<AppendedEvent> giveUp(ConcurrentAppender concurrentAppender, int events, Duration held) {
        IntStream.range(0, events).forEach(_ -> concurrentAppender.appendAndRollBack(visit(), held));
        return List.of();
    }
}
