package org.bitacora.api.answer;

import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/**
 * What an answer says.
 *
 * @param content in the format that was asked for
 * @param next where the next page is, from the root of this server
 */
public record Body(Buffer content, Optional<String> next) {

    /** A body that comes whole. */
    public static Body whole(Buffer content) {
        return new Body(content, Optional.empty());
    }
}
