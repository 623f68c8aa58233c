package org.bitacora.http.problem;

import io.vertx.core.http.HttpServerRequest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The trace id of a request: from its {@code traceparent} header (W3C Trace Context), otherwise random. */
final class TraceId {

    private static final Pattern TRACE_PARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-.*");

    private TraceId() {}

    static String of(HttpServerRequest request) {
        return Optional.ofNullable(request.getHeader("traceparent"))
                .map(TRACE_PARENT::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .orElseGet(TraceId::random);
    }

    private static String random() {
        var bytes = new byte[16];
        ThreadLocalRandom.current().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
