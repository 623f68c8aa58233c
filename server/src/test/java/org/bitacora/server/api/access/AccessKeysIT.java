package org.bitacora.server.api.access;

import static io.restassured.RestAssured.given;
import static org.bitacora.server.testing.TestRequests.asAdmin;
import static org.bitacora.server.testing.TestRequests.event;
import static org.bitacora.server.testing.TestRequests.freshTerritory;
import static org.bitacora.server.testing.TestRequests.post;
import static org.bitacora.server.testing.TestRequests.withKey;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.bitacora.server.testing.HttpScenario;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class AccessKeysIT extends HttpScenario {

    private static ValidatableResponse make(String request) {
        return asAdmin()
                .contentType("application/json")
                .body(request)
                .post("/v1/keys")
                .then();
    }

    private static String key(String request) {
        return make(request).statusCode(201).extract().path("key");
    }

    private static ValidatableResponse send(String key, String event) {
        return withKey(key)
                .contentType("application/cloudevents+json")
                .body(event)
                .post("/v1/events")
                .then();
    }

    @Test
    void writingRequiresAKey() {
        var t = freshTerritory();
        given().contentType("application/cloudevents+json")
                .body(event(t, "v-1", "visit.received", "{}"))
                .post("/v1/events")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        send("wrong", event(t, "v-1", "visit.received", "{}")).statusCode(401);
    }

    @Test
    void aKeyWritesForItsSourceOnly() {
        var t = freshTerritory();
        var key = key("{\"source\": \"urn:test\"}");
        send(key, event(t, "v-1", "visit.received", "{}")).statusCode(201);
        send(key, event(t, "v-2", "visit.received", "{}").replace("urn:test", "urn:other"))
                .statusCode(403);
    }

    @Test
    void aKeyIsLimitedToItsTerritoriesAndTypes() {
        var mine = freshTerritory();
        var other = freshTerritory();
        var key = key("{\"source\": \"urn:test\", \"territories\": [\"%s\"], \"types\": [\"org.bitacora.visit.*\"]}"
                .formatted(mine));
        send(key, event(mine, "v-1", "visit.received", "{}")).statusCode(201);
        send(key, event(other, "v-1", "visit.received", "{}")).statusCode(403);
        send(key, event(mine, "m-1", "mission.planned", "{}")).statusCode(403);
    }

    @Test
    void anActivityBelongsToTheSourceThatFirstStatedIt() {
        var t = freshTerritory();
        post(event(t, "v-1", "visit.announced", "{}"));
        var theirs = event(t, "v-1", "visit.received", "{}").replace("urn:test", "urn:other");
        send(key("{\"source\": \"urn:other\"}"), theirs)
                .statusCode(403)
                .body("type", equalTo("urn:bitacora:problem:not-owner"));
        send(key("{\"source\": \"urn:other\", \"role\": \"editor\"}"), theirs).statusCode(201);
    }

    @Test
    void onlyAnAdminCreatesKeysAndRegistersTerritories() {
        var key = key("{\"source\": \"urn:test\", \"role\": \"editor\"}");
        withKey(key)
                .contentType("application/json")
                .body("{\"source\": \"x\"}")
                .post("/v1/keys")
                .then()
                .statusCode(403);
        withKey(key)
                .contentType("application/json")
                .body("{}")
                .put("/v1/territories/somewhere")
                .then()
                .statusCode(403);
        withKey(key).get("/v1/keys").then().statusCode(403);
    }

    @Test
    void aRevokedKeyIsRejected() {
        var t = freshTerritory();
        var made = make("{\"source\": \"urn:test\"}").statusCode(201).extract();
        String key = made.path("key");
        String id = made.path("id");
        send(key, event(t, "v-1", "visit.received", "{}")).statusCode(201);
        asAdmin().delete("/v1/keys/" + id).then().statusCode(204);
        send(key, event(t, "v-2", "visit.received", "{}")).statusCode(401);
        asAdmin().delete("/v1/keys/" + id).then().statusCode(404);
        asAdmin().get("/v1/keys").then().body("items.id", not(hasItem(id)));
    }

    @Test
    void aKeyIsShownOnlyOnCreation() {
        var id = make("{\"source\": \"urn:test\"}").extract().path("id");
        asAdmin().get("/v1/keys").then().body("items.find { it.id == '%s' }.key".formatted(id), equalTo(null));
    }

    @Test
    void aReaderMayNotWrite() {
        var t = freshTerritory();
        var key = key("{\"source\": \"urn:test\", \"role\": \"reader\"}");
        send(key, event(t, "v-1", "visit.received", "{}")).statusCode(403);
    }
}
