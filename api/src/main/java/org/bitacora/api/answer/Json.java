package org.bitacora.api.answer;

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
        values.forEach(value -> lines.appendBytes(bytes(value)).appendByte((byte) '\n'));
        return lines;
    }

    private byte[] bytes(Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
