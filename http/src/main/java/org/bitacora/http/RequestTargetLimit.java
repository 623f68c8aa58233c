package org.bitacora.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.http.problem.RoutingProblemWriter;

/**
 * Rejects request targets that are longer than 64 KiB or contain U+0000 in the path, which PostgreSQL cannot store in
 * texts. The server itself rejects targets longer than 128 KiB, without a response body ({@code
 * quarkus.http.limits.max-initial-line-length}).
 */
@Singleton
class RequestTargetLimit {

    /** The order of the route: after the routes of Quarkus and before the limit of request bodies. */
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
            problemWriter.refuse(
                    context, 414, "uri-too-long", Detail.of("The URI must not be longer than 65,536 characters."));
        } else if (request.path() != null && request.path().contains("%00")) {
            problemWriter.refuse(context, 400, "path", Detail.of("The path must not contain U+0000."));
        } else {
            context.next();
        }
    }
}
