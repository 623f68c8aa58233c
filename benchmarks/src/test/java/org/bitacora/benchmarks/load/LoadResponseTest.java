package org.bitacora.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;

class LoadResponseTest {

    private static final String PLAIN = "HTTP/1.1 201 Created\r\nETag: \"Ab\"\r\ncontent-length: 5\r\n\r\nhello";
    private static final String CHUNKED =
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n";

    @Test
    void aResponseIsCompleteWithItsLastByte() {
        for (var message : new String[] {PLAIN, CHUNKED}) {
            for (int i = 0; i < message.length(); i++) {
                assertThat(LoadResponse.parse(Buffer.buffer(message.substring(0, i))))
                        .isEmpty();
            }
            assertThat(LoadResponse.parse(Buffer.buffer(message))).isPresent();
        }
    }

    @Test
    void theBodyHasTheContentLength() {
        var loadResponse = LoadResponse.parse(Buffer.buffer(PLAIN)).orElseThrow();

        assertThat(loadResponse.status()).isEqualTo(201);
        assertThat(loadResponse.body().toString()).isEqualTo("hello");
        assertThat(loadResponse.bodyStartsWith("hell")).isTrue();
    }

    @Test
    void aChunkedBodyIsJoined() {
        assertThat(LoadResponse.parse(Buffer.buffer(CHUNKED))
                        .orElseThrow()
                        .body()
                        .toString())
                .isEqualTo("hello world");
    }

    @Test
    void aHeaderIsFoundByNameAndItsValueKeepsItsCase() {
        assertThat(LoadResponse.parse(Buffer.buffer(PLAIN)).orElseThrow().header("etag"))
                .contains("\"Ab\"");
    }

    @Test
    void aNotModifiedResponseHasNoBody() {
        assertThat(LoadResponse.parse(Buffer.buffer("HTTP/1.1 304 Not Modified\r\n\r\n")))
                .isPresent();
    }
}
