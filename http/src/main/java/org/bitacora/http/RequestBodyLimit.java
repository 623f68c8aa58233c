package org.bitacora.http;

import io.quarkus.arc.All;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.http.problem.RoutingProblemWriter;
import org.jspecify.annotations.Nullable;

/**
 * Limits the size of request bodies: to the limit of the rule for the path, otherwise to 16 MiB. Files and archives are
 * stored on disk; other bodies are held in memory.
 */
@Singleton
class RequestBodyLimit {

    private static final int AFTER_THE_SERVERS_OWN = -1;
    private static final long BYTES = 16L << 20;

    private final List<BodyLimitRule> rules;
    private final RoutingProblemWriter problemWriter;

    RequestBodyLimit(@All List<BodyLimitRule> rules, RoutingProblemWriter problemWriter) {
        this.rules = rules;
        this.problemWriter = problemWriter;
    }

    void register(@Observes Router router) {
        router.route().order(AFTER_THE_SERVERS_OWN).handler(this::check);
    }

    private void check(RoutingContext context) {
        var request = context.request();
        if (HttpMethod.GET.equals(request.method())) {
            context.next();
        } else {
            check(context, maxBytes(request));
        }
    }

    private long maxBytes(HttpServerRequest request) {
        return rules.stream()
                .filter(it -> it.path().matcher(request.path()).matches())
                .mapToLong(BodyLimitRule::bytes)
                .findFirst()
                .orElse(BYTES);
    }

    private void check(RoutingContext context, long most) {
        if (contentLength(context.request().getHeader("content-length")) > most) {
            problemWriter.refuse(
                    context, 413, "too-large", Detail.of("The body must not be larger than {0} bytes.", most));
        } else {
            context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, most);
            context.next();
        }
    }

    private static long contentLength(@Nullable String header) {
        return header == null || !header.matches("\\d{1,18}") ? 0 : Long.parseLong(header);
    }
}
