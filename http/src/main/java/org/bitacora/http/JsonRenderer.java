package org.bitacora.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.List;

/** Representations as JSON, whole or line by line. */
@Singleton
public class JsonRenderer {

    private final ObjectMapper mapper;

    JsonRenderer(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** One JSON text. */
    public Buffer render(Object value) {
        return Buffer.buffer(toBytes(value));
    }

    /** A JSON text for each, a line each. */
    public Buffer renderLines(List<?> values) {
        var lines = Buffer.buffer();
        values.forEach(
                value -> lines.appendBytes(withoutLineBreaks(toBytes(value))).appendByte((byte) '\n'));
        return lines;
    }

    /** What was kept as it was sent may have line breaks; as no string of JSON has any, they are but white space. */
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
