package org.bitacora.eventlog.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.eventlog.contract.LogFixture.answer;
import static org.bitacora.eventlog.testing.VisitDraft.visit;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.bitacora.eventlog.Entry;
import org.junit.jupiter.api.Test;

/** The recording time never decreases along a log, so an instant identifies a position. */
interface RecordingTimeContract extends LogFixture {

    @Test
    default void recordedAtIsTheTimeOfTheClock() {
        var territory = newLog();
        clock().step(Duration.ofMinutes(1));
        append(visit(territory, "a"));

        assertThat(readAll(territory)).last().extracting(Entry::recordedAt).isEqualTo(clock().instant());
    }

    @Test
    default void recordedAtNeverDecreasesWhenTheClockJumpsBack() {
        var territory = newLog();
        var before = clock().instant();
        clock().step(Duration.ofHours(-1));
        append(visit(territory, "a"));
        clock().step(Duration.ofHours(1).plusMillis(1));
        append(visit(territory, "b"));

        assertThat(readAll(territory))
                .extracting(Entry::recordedAt)
                .containsExactly(before, before, before.plusMillis(1));
    }

    @Test
    default void thePositionAtAnInstantEqualsThatOfALinearScan() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var territory = newLog();
        for (int i = 0; i < 60; i++) {
            clock().step(Duration.ofMillis(random.nextInt(-20, 60)));
            append(visit(territory, "a" + i));
        }
        var entries = readAll(territory);
        var first = entries.getFirst().recordedAt();
        for (int i = 0; i < 200; i++) {
            var instant = first.plusMillis(random.nextInt(-50, 2_000));
            assertThat(answer(log().positionAt(territory, instant)))
                    .as("seed %d, at %s", seed, instant)
                    .isEqualTo(scanned(entries, instant));
        }
    }

    private static long scanned(List<Entry> entries, Instant instant) {
        return entries.stream()
                .filter(entry -> !entry.recordedAt().isAfter(instant))
                .map(Entry::position)
                .max(Comparator.naturalOrder())
                .orElse(0L);
    }

    @Test
    default void instantsBeforeAndAfterALogHavePositions() {
        var territory = newLog();
        append(visit(territory, "a"));

        assertThat(answer(log().positionAt(territory, clock().instant()))).isEqualTo(2);
        assertThat(answer(log().positionAt(territory, Instant.parse("9999-12-31T00:00:00Z"))))
                .isEqualTo(2);
        assertThat(answer(log().positionAt(territory, clock().instant().minusMillis(1))))
                .isZero();
        assertThat(answer(log().positionAt(territory(), clock().instant()))).isZero();
    }
}
