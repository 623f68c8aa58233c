package org.bitacora.http;

import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.Optional;

/**
 * What an answer says.
 *
 * @param content in the format that was asked for
 * @param next where the next page is, from the root of this server
 * @param headers what formats without room for it say in headers
 */
public record Representation(Buffer content, Optional<String> next, Map<String, Object> headers) {
    public Representation {
        headers = Map.copyOf(headers);
    }

    /** A body without headers of its own. */
    public Representation(Buffer content, Optional<String> next) {
        this(content, next, Map.of());
    }

    /** A body that comes whole. */
    public static Representation unpaged(Buffer content) {
        return new Representation(content, Optional.empty());
    }
}
