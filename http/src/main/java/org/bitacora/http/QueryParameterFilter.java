package org.bitacora.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Rejects query parameters that an operation does not declare or that are given more than once, for resource methods whose parameters are bound by
 * JAX-RS. A method that takes the request itself and has no {@link QueryParam} checks the parameters with {@link
 * ReadRequest}.
 */
class QueryParameterFilter {

    private final Map<Method, Optional<Set<String>>> declaredParameters = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void check(ResourceInfo resource, HttpServerRequest request) {
        declaredParameters
                .computeIfAbsent(resource.getResourceMethod(), QueryParameterFilter::declaredBy)
                .ifPresent(known -> {
                    var readRequest = new ReadRequest(request, known);
                    known.forEach(readRequest::parameter);
                });
    }

    /** Returns the declared parameters; empty if the method checks its parameters itself. */
    private static Optional<Set<String>> declaredBy(Method method) {
        var declared = Stream.of(method.getParameters())
                .flatMap(it -> Optional.ofNullable(it.getAnnotation(QueryParam.class)).stream())
                .map(QueryParam::value)
                .collect(Collectors.toUnmodifiableSet());
        boolean takesRequest =
                Stream.of(method.getParameters()).map(Parameter::getType).anyMatch(HttpServerRequest.class::equals);
        return takesRequest && declared.isEmpty() ? Optional.empty() : Optional.of(declared);
    }
}
