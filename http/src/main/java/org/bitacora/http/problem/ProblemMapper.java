package org.bitacora.http.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.netty.channel.unix.Errors.NativeIoException;
import io.vertx.core.VertxException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bitacora.application.RefusalException;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.eventlog.LogOverloadedException;
import org.bitacora.http.language.DetailRenderer;
import org.hibernate.HibernateException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.multipart.MultiPartParserDefinition;
import org.jboss.resteasy.reactive.server.core.multipart.MultipartParser;

/** Maps all exceptions to problems. The responses expose no class names, SQL or stack traces. */
class ProblemMapper {

    private static final int MAX_CAUSES = 20;
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    @Inject
    HttpServerRequest request;

    @Inject
    AllowedMethods allowedMethods;

    @ServerExceptionMapper
    Response map(ProblemException e) {
        return toResponse(e.problem());
    }

    @ServerExceptionMapper
    Response map(RefusalException e) {
        return toResponse(Problem.of(e.refusal()));
    }

    @ServerExceptionMapper
    Response map(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        if (status < 400) {
            return e.getResponse();
        }
        var allowed = status == 404 || status == 405
                ? allowedMethods.of(Objects.requireNonNullElse(request.path(), "/"))
                : Set.<String>of();
        if (!allowed.isEmpty() && !allowed.contains(request.method().name())) {
            return methodNotAllowed(allowed);
        }
        return toResponse(Problem.of(status, "http-" + status, detailFor(status), List.of()));
    }

    /** Returns a 405 with the allowed methods. RESTEasy reports a path without the requested method as not found. */
    private Response methodNotAllowed(Set<String> allowed) {
        var response = toResponse(Problem.of(405, "http-405", detailFor(405), List.of()));
        response.getHeaders().putSingle(HttpHeaders.ALLOW, String.join(", ", allowed));
        return response;
    }

    /** Replaces the mapper of Quarkus for this exception, which responds without problem details. */
    @ServerExceptionMapper
    Response map(MismatchedInputException e) {
        return map((JsonProcessingException) e);
    }

    @ServerExceptionMapper
    Response map(JsonProcessingException e) {
        return toResponse(
                Problem.of(400, "unreadable", Detail.of("The body is not valid JSON for this operation."), List.of()));
    }

    @ServerExceptionMapper
    Response map(MultipartParser.MalformedMessageException e) {
        return malformedForm();
    }

    @ServerExceptionMapper
    Response map(MultiPartParserDefinition.FileTooLargeException e) {
        return toResponse(Problem.of(413, "too-large", Detail.of("A part of the form is too large."), List.of()));
    }

    private Response malformedForm() {
        return toResponse(
                Problem.of(400, "unreadable", Detail.of("The body is not a complete multipart form."), List.of()));
    }

    @ServerExceptionMapper
    Response map(LogOverloadedException e) {
        return toResponse(
                Problem.of(503, "later", Detail.of("Too many events are waiting. Try again in a moment."), List.of()));
    }

    @ServerExceptionMapper
    Response map(Throwable e) {
        if (e instanceof IOException && !isConnectionFailure(e) && isForm()) {
            return malformedForm();
        }
        var trace = TraceId.of(request);
        LOG.errorf(e, "Request %s %s failed, trace %s", request.method(), request.path(), trace);
        var problem = isDatabaseFailure(e)
                ? Problem.of(503, "later", Detail.of("The database is unavailable. Try again in a moment."), List.of())
                : Problem.of(500, "internal", Detail.of("Internal server error. Trace id {0}.", trace), List.of());
        return toResponse(problem, trace);
    }

    private boolean isForm() {
        var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.startsWith("multipart/");
    }

    /**
     * Returns whether the database caused the failure. The SQLSTATE of PostgreSQL decides, even if Hibernate wraps it;
     * otherwise, a connection failure counts.
     */
    private static boolean isDatabaseFailure(Throwable e) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause)
                .limit(MAX_CAUSES)
                .filter(PgException.class::isInstance)
                .map(PgException.class::cast)
                .findFirst()
                .map(ProblemMapper::isTransient)
                .orElseGet(
                        () -> e instanceof HibernateException || e instanceof VertxException || isConnectionFailure(e));
    }

    private static boolean isConnectionFailure(Throwable e) {
        return switch (e) {
            case SocketException _, ClosedChannelException _, UnknownHostException _, NativeIoException _ -> true;
            default -> false;
        };
    }

    /**
     * Returns whether the request may succeed if it is repeated. The SQLSTATE classes cover connections, conflicts,
     * resources and operator interventions; all others indicate a defect of this application.
     */
    private static boolean isTransient(PgException e) {
        var state = Optional.ofNullable(e.getSqlState()).orElse("");
        return Stream.of("08", "40", "53", "55", "57", "58").anyMatch(state::startsWith);
    }

    private static Detail detailFor(int status) {
        return switch (status) {
            case 404 -> Detail.of("There is no resource at this path.");
            case 405 -> Detail.of("The resource does not support this method.");
            case 406 -> Detail.of("The resource has no representation in an accepted media type.");
            case 415 -> Detail.of("The operation does not accept this media type.");
            default -> Detail.of("The request failed.");
        };
    }

    private Response toResponse(Problem problem) {
        return toResponse(problem, TraceId.of(request));
    }

    private Response toResponse(Problem problem, String traceId) {
        var detailRenderer = DetailRenderer.of(request);
        var response = Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .language(detailRenderer.language())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .entity(ProblemResponse.of(problem, detailRenderer).withTraceId(traceId));
        if (problem.status() == 503) {
            response.header(HttpHeaders.RETRY_AFTER, "1");
        }
        if (problem.status() == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return response.build();
    }
}
