package org.bitacora.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where this service is for others: what leaves it, a catalogue or a feed, needs whole addresses. */
@Singleton
public class BaseUri {

    private final Optional<String> configured;

    BaseUri(@ConfigProperty(name = "bitacora.base") Optional<String> configured) {
        this.configured = configured.map(it -> it.replaceAll("/+$", ""));
    }

    /** As it is configured, else as it was asked for; without a slash at its end. */
    public String forRequest(HttpServerRequest request) {
        return configured.orElseGet(() -> request.scheme() + "://" + request.authority());
    }
}
