package org.bitacora.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;

class AnswerTest {

    private static final String PLAIN = "HTTP/1.1 201 Created\r\nETag: \"Ab\"\r\ncontent-length: 5\r\n\r\nhello";
    private static final String CHUNKED =
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n";

    @Test
    void anAnswerIsThereWhenItsLastByteIs() {
        for (var message : new String[] {PLAIN, CHUNKED}) {
            for (int i = 0; i < message.length(); i++) {
                assertThat(Answer.in(Buffer.buffer(message.substring(0, i)))).isEmpty();
            }
            assertThat(Answer.in(Buffer.buffer(message))).isPresent();
        }
    }

    @Test
    void theBodyIsWhatTheLengthSays() {
        var answer = Answer.in(Buffer.buffer(PLAIN)).orElseThrow();

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().toString()).isEqualTo("hello");
        assertThat(answer.begins("hell")).isTrue();
    }

    @Test
    void aChunkedBodyIsPutTogether() {
        assertThat(Answer.in(Buffer.buffer(CHUNKED)).orElseThrow().body().toString())
                .isEqualTo("hello world");
    }

    @Test
    void aHeaderIsFoundByItsNameAndKeepsItsCase() {
        assertThat(Answer.in(Buffer.buffer(PLAIN)).orElseThrow().header("etag")).contains("\"Ab\"");
    }

    @Test
    void whatHasNotChangedHasNoBody() {
        assertThat(Answer.in(Buffer.buffer("HTTP/1.1 304 Not Modified\r\n\r\n")))
                .isPresent();
    }
}
