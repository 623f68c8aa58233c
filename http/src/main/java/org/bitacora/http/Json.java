package org.bitacora.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.List;

/** Representations as JSON, whole or line by line. */
@Singleton
public class Json {

    private final ObjectMapper mapper;

    Json(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** One JSON text. */
    public Buffer whole(Object value) {
        return Buffer.buffer(bytes(value));
    }

    /** A JSON text for each, a line each. */
    public Buffer lines(List<?> values) {
        var lines = Buffer.buffer();
        values.forEach(value -> lines.appendBytes(inOneLine(bytes(value))).appendByte((byte) '\n'));
        return lines;
    }

    /** What was kept as it was sent may have line breaks; as no string of JSON has any, they are but white space. */
    private static byte[] inOneLine(byte[] text) {
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\n' || text[i] == '\r') {
                text[i] = ' ';
            }
        }
        return text;
    }

    private byte[] bytes(Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
