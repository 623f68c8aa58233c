package org.bitacora.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The public base URI of this service, for absolute URIs in catalogues and feeds. */
@Singleton
public class BaseUri {

    private final Optional<String> configured;

    BaseUri(@ConfigProperty(name = "bitacora.base") Optional<String> configured) {
        this.configured = configured.map(it -> it.replaceAll("/+$", ""));
    }

    /** Returns the configured base URI, otherwise the one of the request; without a trailing slash. */
    public String forRequest(HttpServerRequest request) {
        return configured.orElseGet(() -> request.scheme() + "://" + request.authority());
    }
}
