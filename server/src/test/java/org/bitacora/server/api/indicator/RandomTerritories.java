package org.bitacora.server.api.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.DefinitionReader;
import org.bitacora.domain.indicator.DefinitionReader.DefinitionResult;
import org.bitacora.domain.json.Json;
import org.bitacora.eventlog.json.JsonReader;
import org.bitacora.projections.indicator.reference.RandomEventHistory;
import org.bitacora.projections.indicator.reference.ReferenceEntry;
import org.bitacora.server.testing.TestRequests;

/** Territories with random histories that are posted and read back from their logs. */
final class RandomTerritories {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private RandomTerritories() {}

    /** Registers a territory. */
    static void register(String territory) {
        TestRequests.asAdmin()
                .contentType("application/json")
                .body("""
                {"name": "Random place", "kind": "city", "country": "BR", "timezone": "America/Bahia"}""")
                .put("/v1/territories/" + territory)
                .then()
                .statusCode(201);
    }

    /** Posts the events of a random history of a territory and returns its log. */
    static List<ReferenceEntry> postHistory(String territory, RandomEventHistory life) {
        json(TestRequests.postBatch("", life.events(territory)));
        return readLog(territory);
    }

    /** Returns the log of a territory after it has been projected completely. */
    static List<ReferenceEntry> readLog(String territory) {
        var log = new ArrayList<ReferenceEntry>();
        json(get("/v1/territories/" + territory + "/log?limit=1000"))
                .path("items")
                .forEach(it -> log.add(toReferenceEntry(it)));
        get("/v1/territories/" + territory + "/activities?limit=1&minPosition=" + log.size());
        return log;
    }

    /** Creates a custom definition of a territory. */
    static Definition createDefinition(String territory, String code, String definition) {
        json(TestRequests.asAdmin()
                .contentType("application/json")
                .body(definition)
                .put("/v1/territories/" + territory + "/indicators/" + code));
        var definitionResult =
                DefinitionReader.read(code, 1, (Json.Obj) JsonReader.parseStored(definition), _ -> Optional.empty());
        return ((DefinitionResult.ValidDefinition) definitionResult).definition();
    }

    private static ReferenceEntry toReferenceEntry(JsonNode entry) {
        return new ReferenceEntry(
                entry.path("position").asLong(),
                Instant.parse(entry.path("recordedAt").asText()),
                new EventKey(entry.path("source").asText(), entry.path("id").asText()),
                entry.path("type").asText(),
                entry.path("subject").asText(),
                (Json.Obj) JsonReader.parseStored(entry.path("data").toString()));
    }

    static Response get(String path) {
        return RestAssured.given()
                .urlEncodingEnabled(false)
                .header("Accept", "application/json")
                .get(path);
    }

    static JsonNode json(Response response) {
        try {
            assertThat(response.statusCode()).as(response.asString()).isLessThan(400);
            return JSON.readTree(response.asString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
