package org.bitacora.eventlog.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.bitacora.eventlog.AppendMode;
import org.bitacora.eventlog.AppendResult;
import org.bitacora.eventlog.Draft;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.EventLog;
import org.bitacora.eventlog.testing.SteppingClock;
import org.bitacora.eventlog.testing.VisitDraft;

/** A log under test, and the means to bypass it. */
interface LogFixture {

    /** The maximum duration of an operation. */
    Duration PATIENCE = Duration.ofSeconds(30);

    AtomicInteger TERRITORIES = new AtomicInteger();

    EventLog log();

    /** Returns the log of a second installation, with its own database. */
    EventLog otherLog();

    /** Returns the clock of the log. */
    SteppingClock clock();

    /** Returns another writer to the same log, independent of {@link #log}. */
    ConcurrentAppender concurrentAppender();

    /** Returns direct access to the stored log. */
    LogCorruptor corruptor();

    /** Returns a territory code that no other test uses. */
    default String territory() {
        return "t-" + TERRITORIES.incrementAndGet();
    }

    /** Returns a territory whose log exists and holds one event, {@code beginning}. */
    default String newLog() {
        var territory = territory();
        assertThat(append(VisitDraft.visit(territory, "beginning"))).containsExactly(new AppendResult.Stored(1));
        return territory;
    }

    default List<AppendResult> append(VisitDraft... visits) {
        return append(AppendMode.EACH, visits);
    }

    default List<AppendResult> append(AppendMode appendMode, VisitDraft... visits) {
        return answer(log().append(drafts(visits), appendMode));
    }

    default List<Entry> readAll(String territory) {
        return answer(log().read(territory, 0, 1_000_000));
    }

    static List<Draft> drafts(VisitDraft... visits) {
        return Stream.of(visits).map(VisitDraft::toDraft).toList();
    }

    static <T> T answer(Uni<T> answer) {
        return answer.await().atMost(PATIENCE);
    }
}
