package org.bitacora.projections.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.bitacora.domain.activity.EventKey;
import org.junit.jupiter.api.Test;

/** Tests the division of log ranges into pages. */
class PositionRangeTest {

    private static final List<PositionRange> RANGES =
            List.of(new PositionRange("a", 0, 3), new PositionRange("b", 7, 8), new PositionRange("c", 10, 20));

    private static List<RelayedEntry> read(String territory, long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(position -> new RelayedEntry(
                        territory,
                        position,
                        Instant.EPOCH,
                        new EventKey("s", "i"),
                        "t",
                        territory,
                        Optional.empty(),
                        Buffer.buffer(),
                        Optional.empty(),
                        ""))
                .toList();
    }

    @Test
    void pagesAreFullAndInOrder() {
        assertThat(PositionRange.pages(RANGES, 5))
                .containsExactly(
                        List.of(
                                new PositionRange("a", 0, 3),
                                new PositionRange("b", 7, 8),
                                new PositionRange("c", 10, 11)),
                        List.of(new PositionRange("c", 11, 16)),
                        List.of(new PositionRange("c", 16, 20)));
        assertThat(PositionRange.pages(RANGES, 4))
                .containsExactly(
                        List.of(new PositionRange("a", 0, 3), new PositionRange("b", 7, 8)),
                        List.of(new PositionRange("c", 10, 14)),
                        List.of(new PositionRange("c", 14, 18)),
                        List.of(new PositionRange("c", 18, 20)));
        assertThat(PositionRange.pages(List.of(), 5)).isEmpty();
    }

    @Test
    void theLimitIsNotExceeded() {
        assertThat(PositionRange.limit(RANGES, 2)).containsExactly(new PositionRange("a", 0, 2));
        assertThat(PositionRange.limit(RANGES, 100)).isEqualTo(RANGES);
        assertThat(PositionRange.limit(List.of(), 2)).isEmpty();
    }

    @Test
    void theRemainderStartsAfterTheEntriesThatWereRead() {
        assertThat(PositionRange.remaining(RANGES, List.of())).isEqualTo(RANGES);
        assertThat(PositionRange.remaining(RANGES, read("a", 1, 2)))
                .containsExactly(
                        new PositionRange("a", 2, 3), new PositionRange("b", 7, 8), new PositionRange("c", 10, 20));
        assertThat(PositionRange.remaining(List.of(new PositionRange("a", 0, 3)), read("a", 1, 3)))
                .isEmpty();
    }
}
