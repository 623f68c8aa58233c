package org.bitacora.api.intake;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.bitacora.api.archive.ArchiveConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * How large the body of a request may be: that of an archive by the server's own limit, any other by a lower one. That is
 * above what we take, so that what is a little too large gets a problem in answer, and only what is far too large a bare 413.
 * Files and archives go to the disk; other bodies are held in memory.
 */
@Singleton
class BodyLimit {

    private static final int AFTER_THE_SERVERS_OWN = -1;
    private static final long BYTES = 16L << 20;
    private static final long FILE = 64L << 20;
    private static final Pattern FILES = Pattern.compile("/v1/territories/[^/]+/imports");
    private static final Pattern ARCHIVES = Pattern.compile("/v1/territories/[^/]+/archive");

    private final long archive;

    BodyLimit(ArchiveConfiguration archives) {
        this.archive = archives.bytes().asLongValue();
    }

    void limit(@Observes Router router) {
        router.route().order(AFTER_THE_SERVERS_OWN).handler(this::check);
    }

    private void check(RoutingContext context) {
        var request = context.request();
        if (HttpMethod.GET.equals(request.method())) {
            context.next();
        } else {
            check(context, most(request));
        }
    }

    private long most(HttpServerRequest request) {
        if (ARCHIVES.matcher(request.path()).matches()) {
            return archive;
        }
        return FILES.matcher(request.path()).matches() ? FILE : BYTES;
    }

    private static void check(RoutingContext context, long most) {
        if (length(context.request().getHeader("content-length")) > most) {
            context.response()
                    .putHeader("connection", "close")
                    .setStatusCode(413)
                    .end();
        } else {
            context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, most);
            context.next();
        }
    }

    private static long length(@Nullable String header) {
        return header == null || !header.matches("\\d{1,18}") ? 0 : Long.parseLong(header);
    }
}
