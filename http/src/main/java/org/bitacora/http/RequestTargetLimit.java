package org.bitacora.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.bitacora.http.problem.RoutingProblemWriter;

/**
 * Refuses request targets that no resource can read: longer than 64 KiB, or with U+0000 in the path, which no text of
 * PostgreSQL can hold. The server itself refuses what is longer than 128 KiB, without a body
 * ({@code quarkus.http.limits.max-initial-line-length}).
 */
@Singleton
class RequestTargetLimit {

    /** After Quarkus' own routes, before the limit of bodies. */
    private static final int ORDER = -2;

    private static final int MAX_LENGTH = 64 * 1024;

    private final RoutingProblemWriter problemWriter;

    RequestTargetLimit(RoutingProblemWriter problemWriter) {
        this.problemWriter = problemWriter;
    }

    void register(@Observes Router router) {
        router.route().order(ORDER).handler(this::check);
    }

    private void check(RoutingContext context) {
        var request = context.request();
        if (request.uri().length() > MAX_LENGTH) {
            problemWriter.refuse(context, 414, "uri-too-long", "The URI must not be longer than 65,536 characters.");
        } else if (request.path() != null && request.path().contains("%00")) {
            problemWriter.refuse(context, 400, "path", "The path must not contain U+0000.");
        } else {
            context.next();
        }
    }
}
