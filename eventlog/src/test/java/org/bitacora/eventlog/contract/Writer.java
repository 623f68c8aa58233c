package org.bitacora.eventlog.contract;

import static org.bitacora.eventlog.contract.LogUnderTest.answer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.eventlog.Appended;
import org.bitacora.eventlog.EventLog;
import org.bitacora.eventlog.Mode;
import org.bitacora.eventlog.testing.Visit;

/** One of many writers: what it writes is its own, where it writes is chance. */
final class Writer {

    private final int number;
    private final List<String> territories;
    private final Random random;
    private int events;

    /** What a writer knows that it has written; where a neighbour wrote it, not at which position. */
    record Written(String territory, EventKey key, Optional<Long> position) {}

    Writer(int number, List<String> territories, long seed) {
        this.number = number;
        this.territories = territories;
        this.random = new Random(seed);
    }

    private Visit visit() {
        return Visit.visit(territories.get(random.nextInt(territories.size())), "w" + number + "-" + events++);
    }

    /** Appends batches of one to five events. */
    List<Written> append(EventLog log, int batches) {
        var written = new ArrayList<Written>();
        for (int i = 0; i < batches; i++) {
            var visits = IntStream.rangeClosed(0, random.nextInt(5))
                    .mapToObj(_ -> visit())
                    .toList();
            var mode = random.nextBoolean() ? Mode.EACH : Mode.ATOMIC;
            var drafts = visits.stream().map(Visit::draft).toList();
            var answers = answer(log.append(drafts, mode));
            for (int k = 0; k < visits.size(); k++) {
                written.add(written(visits.get(k), answers.get(k)));
            }
        }
        return written;
    }

    private static Written written(Visit visit, Appended answer) {
        if (answer instanceof Appended.Stored(var position)) {
            return new Written(visit.territory(), visit.key(), Optional.of(position));
        }
        throw new AssertionError(visit + " should be stored, but was " + answer);
    }

    List<Written> appendSlowly(Neighbour neighbour, int events, Duration held) {
        return IntStream.range(0, events)
                .mapToObj(_ -> visit())
                .peek(visit -> neighbour.appendSlowly(visit, held))
                .map(visit -> new Written(visit.territory(), visit.key(), Optional.empty()))
                .toList();
    }

    List<Written> giveUp(Neighbour neighbour, int events, Duration held) {
        IntStream.range(0, events).forEach(_ -> neighbour.giveUp(visit(), held));
        return List.of();
    }
}
