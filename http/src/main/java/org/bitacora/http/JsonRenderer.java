package org.bitacora.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.List;

/** Renders representations as JSON or as JSON lines. */
@Singleton
public class JsonRenderer {

    private final ObjectMapper mapper;

    JsonRenderer(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Renders one JSON text. */
    public Buffer render(Object value) {
        return Buffer.buffer(toBytes(value));
    }

    /** Renders one JSON text per value, each on its own line. */
    public Buffer renderLines(List<?> values) {
        var lines = Buffer.buffer();
        values.forEach(
                value -> lines.appendBytes(withoutLineBreaks(toBytes(value))).appendByte((byte) '\n'));
        return lines;
    }

    /**
     * Replaces line breaks, which stored JSON contains if its sender used them. JSON strings contain no line breaks, so
     * only white space is affected.
     */
    private static byte[] withoutLineBreaks(byte[] text) {
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\n' || text[i] == '\r') {
                text[i] = ' ';
            }
        }
        return text;
    }

    private byte[] toBytes(Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
