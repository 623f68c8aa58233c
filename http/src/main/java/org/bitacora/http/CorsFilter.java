package org.bitacora.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Adds CORS headers: pages of all origins may read; pages of the configured origins may also write. */
@Singleton
class CorsFilter {

    private static final int PRIORITY = 300;
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

    private final List<String> writeOrigins;

    CorsFilter(@ConfigProperty(name = "bitacora.cors.write-origins") Optional<List<String>> writers) {
        this.writeOrigins =
                writers.orElse(List.of()).stream().map(String::strip).toList();
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, PRIORITY);
    }

    private void handle(RoutingContext context) {
        var origin = context.request().getHeader("Origin");
        if (origin == null) {
            context.next();
            return;
        }
        boolean writer = writeOrigins.contains(origin);
        var headers = context.response().headers();
        headers.set("Access-Control-Allow-Origin", writer ? origin : "*");
        headers.set(
                "Access-Control-Expose-Headers",
                "ETag, Link, Location, Retry-After, Bitacora-Position, Bitacora-Generation, Bitacora-Prepared,"
                        + " Bitacora-Status, Bitacora-Head");
        if (writer) {
            headers.add("Vary", "Origin");
        }
        if (isPreflight(context)) {
            answerPreflight(context, writer);
        } else {
            context.next();
        }
    }

    private static boolean isPreflight(RoutingContext context) {
        return context.request().method().equals(HttpMethod.OPTIONS)
                && context.request().getHeader("Access-Control-Request-Method") != null;
    }

    private static void answerPreflight(RoutingContext context, boolean writer) {
        var wanted = context.request().getHeader("Access-Control-Request-Method");
        boolean allowed = writer || SAFE_METHODS.contains(wanted);
        var headers = context.response().headers();
        if (allowed) {
            headers.set("Access-Control-Allow-Methods", writer ? "GET, HEAD, POST, PUT, DELETE" : "GET, HEAD");
            headers.set(
                    "Access-Control-Allow-Headers",
                    writer
                            ? "Accept, Accept-Language, Authorization, Content-Type, If-None-Match"
                            : "Accept, Accept-Language, If-None-Match");
            headers.set("Access-Control-Max-Age", "86400");
        } else {
            headers.remove("Access-Control-Allow-Origin");
        }
        context.response().setStatusCode(allowed ? 204 : 403).end();
    }
}
