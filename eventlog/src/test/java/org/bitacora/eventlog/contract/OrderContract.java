package org.bitacora.eventlog.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.eventlog.contract.LogFixture.answer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bitacora.eventlog.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Positions have no gaps and follow the commit order of all writers, so a reader that continues from its last known
 * position never misses, repeats or reorders an entry.
 */
interface OrderContract extends LogFixture {

    @Test
    @Timeout(60)
    default void sixteenWritersOnOneTerritoryLeaveNoGapAndATailReaderMissesNothing() throws Exception {
        sixteenWriters(1);
    }

    @Test
    @Timeout(60)
    default void sixteenWritersOnFiftyTerritoriesLeaveNoGapAndATailReaderMissesNothing() throws Exception {
        sixteenWriters(50);
    }

    private void sixteenWriters(int logs) throws Exception {
        var territories = Stream.generate(this::newLog).limit(logs).toList();
        var seed = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers =
                    writers(territories, seed).stream().map(threads::submit).toList();
            var tail = threads.submit(new TailReader(log(), territories, () -> done(writers)));
            var written = new ArrayList<RandomAppender.AppendedEvent>();
            for (var writer : writers) {
                written.addAll(writer.get());
            }
            for (var territory : territories) {
                var entries = readAll(territory);
                assertThat(tail.get().get(territory)).as("seed %d", seed).isEqualTo(entries);
                assertComplete(territory, entries, written);
            }
        }
    }

    private static boolean done(List<? extends Future<?>> writers) {
        return writers.stream().allMatch(Future::isDone);
    }

    private List<Callable<List<RandomAppender.AppendedEvent>>> writers(List<String> territories, long seed) {
        IntFunction<RandomAppender> writer = number -> new RandomAppender(number, territories, seed + number);
        var held = Duration.ofMillis(10);
        var all = new ArrayList<Callable<List<RandomAppender.AppendedEvent>>>();
        IntStream.range(0, 10).forEach(i -> all.add(() -> writer.apply(i).append(log(), 40)));
        IntStream.range(10, 13)
                .forEach(i -> all.add(() -> writer.apply(i).appendSlowly(concurrentAppender(), 15, held)));
        IntStream.range(13, 16).forEach(i -> all.add(() -> writer.apply(i).giveUp(concurrentAppender(), 15, held)));
        return all;
    }

    /**
     * Asserts that the log holds its first event and every event reported as stored, at the reported position, and
     * nothing else.
     */
    private void assertComplete(String territory, List<Entry> entries, List<RandomAppender.AppendedEvent> written) {
        var writtenToTerritory =
                written.stream().filter(it -> it.territory().equals(territory)).toList();
        assertThat(entries).hasSize(writtenToTerritory.size() + 1);
        for (var it : writtenToTerritory) {
            var found = it.position()
                    .map(at -> entries.get((int) (at - 1)).key())
                    .or(() -> answer(log().find(territory, it.key())).map(Entry::key));
            assertThat(found).contains(it.key());
        }
        assertThat(answer(log().headPosition(territory))).contains((long) entries.size());
        assertThat(answer(log().verify(territory))).isEmpty();
    }
}
