package org.bitacora.http;

import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.Optional;

/**
 * The representation of a resource in a response.
 *
 * @param content the content in the selected format
 * @param next the path and query of the next page
 * @param headers additional headers, for formats that cannot contain this information
 */
public record Representation(Buffer content, Optional<String> next, Map<String, Object> headers) {
    public Representation {
        headers = Map.copyOf(headers);
    }

    /** Creates a representation without additional headers. */
    public Representation(Buffer content, Optional<String> next) {
        this(content, next, Map.of());
    }

    /** Creates a representation without further pages. */
    public static Representation unpaged(Buffer content) {
        return new Representation(content, Optional.empty());
    }
}
