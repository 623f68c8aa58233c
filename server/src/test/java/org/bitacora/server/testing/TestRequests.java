package org.bitacora.server.testing;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** HTTP requests of the application tests. */
public final class TestRequests {

    private TestRequests() {}

    /** Returns a request with the admin key. */
    public static RequestSpecification asAdmin() {
        return withKey(PostgresTestResource.ADMIN_KEY);
    }

    /** Returns a request with a key. */
    public static RequestSpecification withKey(String key) {
        return given().header("Authorization", "Bearer " + key);
    }

    /** Registers a territory that no other test uses and returns its code. */
    public static String freshTerritory() {
        var code = "t-" + UUID.randomUUID().toString().substring(0, 12);
        asAdmin()
                .contentType("application/json")
                .body("""
                        {"name": "Test city", "kind": "city", "country": "BR", "timezone": "America/Bahia"}""")
                .put("/v1/territories/" + code)
                .then()
                .statusCode(201);
        return code;
    }

    /** Posts an event in structured mode with the admin key. */
    public static Response post(String event) {
        return asAdmin()
                .contentType("application/cloudevents+json")
                .body(event.getBytes(StandardCharsets.UTF_8))
                .post("/v1/events");
    }

    /** Posts an event that must be appended, and returns its position. */
    public static long postAccepted(String event) {
        return post(event).then().statusCode(201).extract().jsonPath().getLong("position");
    }

    /** Posts a batch with the admin key; {@code query} is appended to the path. */
    public static Response postBatch(String query, List<String> events) {
        return asAdmin()
                .contentType("application/cloudevents-batch+json")
                .body("[" + String.join(",", events) + "]")
                .post("/v1/events" + query);
    }

    /** Returns an event in JSON. */
    public static String event(String territory, String activity, String type, String data) {
        return event(UUID.randomUUID().toString(), territory, activity, type, data);
    }

    /** Returns an event in JSON with this id. */
    public static String event(String id, String territory, String activity, String type, String data) {
        return """
                {"specversion": "1.0", "id": "%s", "source": "urn:test", "type": "org.bitacora.%s",
                 "subject": "%s/%s", "data": %s}""".formatted(id, type, territory, activity, data);
    }
}
