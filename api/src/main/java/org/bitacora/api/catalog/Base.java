package org.bitacora.api.catalog;

import io.vertx.core.http.HttpServerRequest;
import java.net.URI;

/** Where this service is for others. */
final class Base {

    private Base() {}

    /** As it is configured, else as it was asked for; without a slash at its end. */
    static String of(HttpServerRequest request, CatalogConfiguration configuration) {
        return configuration
                .base()
                .map(URI::toString)
                .map(it -> it.replaceAll("/+$", ""))
                .orElseGet(() -> request.scheme() + "://" + request.authority());
    }
}
