package org.bitacora.http.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.List;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.http.language.DetailRenderer;

/** Writes problems for requests that are rejected before they reach a resource. */
@Singleton
public class RoutingProblemWriter {

    private final ObjectMapper mapper;

    RoutingProblemWriter(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Ends the request with a problem and closes the connection, because the rest of the request is not read. */
    public void refuse(RoutingContext context, int status, String type, Detail detail) {
        var detailRenderer = DetailRenderer.of(context.request());
        var problem = ProblemResponse.of(Problem.of(status, type, detail, List.of()), detailRenderer)
                .withTraceId(TraceId.of(context.request()));
        context.response()
                .setStatusCode(status)
                .putHeader("content-type", Problem.MEDIA_TYPE)
                .putHeader("content-language", detailRenderer.language().getLanguage())
                .putHeader("vary", "Accept-Language")
                .putHeader("connection", "close")
                .end(Buffer.buffer(toBytes(problem)));
    }

    private byte[] toBytes(ProblemResponse problem) {
        try {
            return mapper.writeValueAsBytes(problem);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
