package org.bitacora.api.strategy;

import io.vertx.core.buffer.Buffer;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.bitacora.application.strategy.StrategyJsonMapper;
import org.bitacora.application.strategy.StrategyService;
import org.bitacora.domain.json.Json;
import org.bitacora.eventlog.json.JsonWriter;
import org.bitacora.projections.strategy.StrategyVersion;

/**
 * Creates responses with a version of a strategy and its entity tag, which a later revision can send as
 * {@code If-Match}.
 */
final class StrategyResponder {

    private StrategyResponder() {}

    /**
     * Returns the response to a revision: 201 if the strategy is new, otherwise 200, with the current
     * version.
     */
    static Response respond(StrategyService.StrategyRevisionResult strategyRevisionResult) {
        return tagged(Response.status(strategyRevisionResult.isNew() ? 201 : 200), strategyRevisionResult.version())
                .entity(body(StrategyJsonMapper.toDocument(strategyRevisionResult.version())))
                .build();
    }

    /** Returns a document as the body of a response. */
    static Buffer body(Json.Obj document) {
        return Buffer.buffer(JsonWriter.toText(document));
    }

    /** Adds the entity tag of the version, and the headers that go with it. */
    static Response.ResponseBuilder tagged(Response.ResponseBuilder response, StrategyVersion version) {
        return response.header(HttpHeaders.ETAG, StrategyVersionTag.of(version))
                .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache");
    }
}
