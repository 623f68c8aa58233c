package org.bitacora.projections.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.bitacora.domain.activity.EventKey;
import org.junit.jupiter.api.Test;

/** Parts of logs, page by page. */
class SpanTest {

    private static final List<Span> SPANS = List.of(new Span("a", 0, 3), new Span("b", 7, 8), new Span("c", 10, 20));

    private static List<Handed> read(String territory, long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(position -> new Handed(
                        territory,
                        position,
                        Instant.EPOCH,
                        new EventKey("s", "i"),
                        "t",
                        territory,
                        Optional.empty(),
                        Buffer.buffer(),
                        ""))
                .toList();
    }

    @Test
    void pagesAreFullAndInOrder() {
        assertThat(Span.pages(SPANS, 5))
                .containsExactly(
                        List.of(new Span("a", 0, 3), new Span("b", 7, 8), new Span("c", 10, 11)),
                        List.of(new Span("c", 11, 16)),
                        List.of(new Span("c", 16, 20)));
        assertThat(Span.pages(SPANS, 4))
                .containsExactly(
                        List.of(new Span("a", 0, 3), new Span("b", 7, 8)),
                        List.of(new Span("c", 10, 14)),
                        List.of(new Span("c", 14, 18)),
                        List.of(new Span("c", 18, 20)));
        assertThat(Span.pages(List.of(), 5)).isEmpty();
    }

    @Test
    void theFirstAreNoMoreThanAskedFor() {
        assertThat(Span.first(SPANS, 2)).containsExactly(new Span("a", 0, 2));
        assertThat(Span.first(SPANS, 100)).isEqualTo(SPANS);
        assertThat(Span.first(List.of(), 2)).isEmpty();
    }

    @Test
    void whatIsLeftBeginsAfterWhatWasRead() {
        assertThat(Span.rest(SPANS, List.of())).isEqualTo(SPANS);
        assertThat(Span.rest(SPANS, read("a", 1, 2)))
                .containsExactly(new Span("a", 2, 3), new Span("b", 7, 8), new Span("c", 10, 20));
        assertThat(Span.rest(List.of(new Span("a", 0, 3)), read("a", 1, 3))).isEmpty();
    }
}
