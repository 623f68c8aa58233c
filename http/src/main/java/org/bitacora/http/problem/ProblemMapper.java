package org.bitacora.http.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.VertxException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bitacora.application.RefusalException;
import org.bitacora.eventlog.LogOverloadedException;
import org.hibernate.HibernateException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever ends a request into a problem that tells no class, no SQL and no stack. */
class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
    private static final Pattern TRACE_PARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-.*");

    @Inject
    HttpServerRequest request;

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
        return toResponse(Problem.of(status, "http-" + status, detailFor(status), List.of()));
    }

    @ServerExceptionMapper
    Response map(JsonProcessingException e) {
        return toResponse(Problem.of(400, "unreadable", "The body is not the JSON that is wanted here.", List.of()));
    }

    @ServerExceptionMapper
    Response map(LogOverloadedException e) {
        return toResponse(Problem.of(503, "later", "Too many events are waiting: try again in a moment.", List.of()));
    }

    @ServerExceptionMapper
    Response map(Throwable e) {
        var trace = traceId();
        LOG.errorf(e, "Request %s %s failed, trace %s", request.method(), request.path(), trace);
        var problem = isDatabaseFailure(e)
                ? Problem.of(503, "later", "The database does not answer: try again in a moment.", List.of())
                : Problem.of(500, "internal", "Something is wrong on our side; the trace id names it.", List.of());
        return toResponse(problem.withTraceId(trace));
    }

    private static boolean isDatabaseFailure(Throwable e) {
        return switch (e) {
            case PgException refusal -> isTransient(refusal);
            case IOException _, HibernateException _, VertxException _ -> true;
            default -> false;
        };
    }

    /** SQLSTATE classes of what passes: connections, conflicts, resources, an operator's hand. The rest is our mistake. */
    private static boolean isTransient(PgException e) {
        var state = Optional.ofNullable(e.getSqlState()).orElse("");
        return Stream.of("08", "40", "53", "55", "57", "58").anyMatch(state::startsWith);
    }

    private static String detailFor(int status) {
        return switch (status) {
            case 404 -> "There is nothing here.";
            case 405 -> "This method is not possible here.";
            case 406 -> "It cannot be answered in a format that you accept.";
            case 415 -> "This format is not read here.";
            default ->
                Optional.ofNullable(Response.Status.fromStatusCode(status))
                        .map(Response.Status::getReasonPhrase)
                        .orElse("Not possible.");
        };
    }

    private Response toResponse(Problem problem) {
        var traced = problem.traceId() == null ? problem.withTraceId(traceId()) : problem;
        var response =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(traced);
        if (problem.status() == 503) {
            response.header(HttpHeaders.RETRY_AFTER, "1");
        }
        if (problem.status() == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return response.build();
    }

    private String traceId() {
        var parent = Optional.ofNullable(request.getHeader("traceparent")).map(TRACE_PARENT::matcher);
        return parent.filter(java.util.regex.Matcher::matches)
                .map(matcher -> matcher.group(1))
                .orElseGet(ProblemMapper::randomTraceId);
    }

    private static String randomTraceId() {
        var bytes = new byte[16];
        ThreadLocalRandom.current().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
