package org.bitacora.server.api.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.server.testing.TestRequests.asAdmin;
import static org.bitacora.server.testing.TestRequests.event;
import static org.bitacora.server.testing.TestRequests.freshTerritory;
import static org.bitacora.server.testing.TestRequests.post;
import static org.bitacora.server.testing.TestRequests.postBatch;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.stream.IntStream;
import org.bitacora.server.testing.HttpScenario;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class PostEventsIT extends HttpScenario {

    private static final String VISIT = "{\"title\": \"Delegation\", \"start\": \"2014-05-12\"}";

    @Test
    void anEventIsAppendedAfterTheRegistration() {
        var t = freshTerritory();
        post(event("e1", t, "v-1", "visit.received", VISIT))
                .then()
                .statusCode(201)
                .body("status", equalTo("appended"))
                .body("territory", equalTo(t))
                .body("activity", equalTo("v-1"))
                .body("position", equalTo(2));
    }

    @Test
    void aDuplicateReturnsItsFirstPosition() {
        var t = freshTerritory();
        post(event("e1", t, "v-1", "visit.received", VISIT));
        post(event("e2", t, "v-2", "visit.received", VISIT));
        post(event("e1", t, "v-1", "visit.received", "{\"start\": \"2014-05-12\", \"title\": \"Delegation\"}"))
                .then()
                .statusCode(200)
                .body("status", equalTo("duplicate"))
                .body("position", equalTo(2));
    }

    @Test
    void theSameIdWithDifferentContentIsAConflict() {
        var t = freshTerritory();
        post(event("e1", t, "v-1", "visit.received", VISIT));
        post(event("e1", t, "v-1", "visit.received", "{\"title\": \"Another\"}"))
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:bitacora:problem:conflict"));
    }

    @Test
    void anUnknownMemberIsRefusedWithTheClosestName() {
        var t = freshTerritory();
        post(event("e1", t, "v-1", "visit.received", "{\"title\": \"A\", \"star\": \"2014-05-12\"}"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/data/star"))
                .body("errors[0].detail", containsString("Did you mean start?"));
        post(event("e2", t, "v-1", "visit.received", "{\"privado\": {\"contacto\": \"Ana\"}}"))
                .then()
                .statusCode(422)
                .body("errors[0].detail", containsString("Did you mean private?"));
        asAdmin().get("/v1/territories/" + t + "/log").then().body("items.size()", equalTo(1));
    }

    @Test
    void anUnlikelyEventIsAppendedWithWarningsAndRefusedIfStrict() {
        var t = freshTerritory();
        var future = event("e1", t, "v-1", "visit.received", "{\"title\": \"A\", \"start\": \"3026-05-12\"}");
        asAdmin()
                .contentType("application/cloudevents+json")
                .body(future)
                .post("/v1/events?strict=true")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/data/start"));
        asAdmin().get("/v1/territories/" + t + "/log").then().body("items.size()", equalTo(1));
        post(future)
                .then()
                .statusCode(201)
                .body("warnings[0].pointer", equalTo("/data/start"))
                .body("warnings[0].detail", containsString("3026-05-12"));
        asAdmin()
                .contentType("application/cloudevents+json")
                .body(future)
                .post("/v1/events?strict=true")
                .then()
                .statusCode(200)
                .body("status", equalTo("duplicate"));
        postBatch(
                        "",
                        List.of(
                                event("e2", t, "v-2", "visit.received", VISIT),
                                event("e3", t, "v-3", "visit.received", """
                        {"amounts": [{"value": "5", "currency": "BRL"}, {"value": "5", "currency": "BRL"}]}""")))
                .then()
                .statusCode(200)
                .body("results[0]", not(hasKey("warnings")))
                .body("results[1].warnings[0].pointer", equalTo("/data/amounts/1"));
    }

    @Test
    void extensionAttributesAreKeptInTheLog() {
        var t = freshTerritory();
        asAdmin()
                .contentType("application/cloudevents+json")
                .body("""
                        {"specversion": "1.0", "id": "e1", "source": "urn:test", "type": "org.bitacora.visit.received",
                         "subject": "%s/v-1", "traceparent": "00-a-b-01", "priority": 3,
                         "dataschema": "https://example.org/visit", "data": {"title": "A"}}""".formatted(t))
                .post("/v1/events")
                .then()
                .statusCode(201);
        asAdmin()
                .get("/v1/territories/" + t + "/log?after=1")
                .then()
                .body("items[0].extensions.traceparent", equalTo("00-a-b-01"))
                .body("items[0].extensions.priority", equalTo(3))
                .body("items[0].extensions.dataschema", equalTo("https://example.org/visit"));
        asAdmin().get("/v1/territories/" + t + "/log").then().body("items[0].extensions", equalTo(null));
    }

    @Test
    void binaryModeTakesAttributesFromHeaders() {
        var t = freshTerritory();
        asAdmin()
                .contentType("application/json")
                .header("ce-specversion", "1.0")
                .header("ce-id", "caf%C3%A9")
                .header("ce-source", "urn:test")
                .header("ce-type", "org.bitacora.visit.received")
                .header("ce-subject", t + "/v-1")
                .body(VISIT)
                .post("/v1/events")
                .then()
                .statusCode(201);
        asAdmin()
                .get("/v1/territories/" + t + "/log?source=urn:test&id=café")
                .then()
                .statusCode(200)
                .body("items[0].position", equalTo(2));
    }

    @Test
    void aBatchReturnsOneResultPerEventInOrder() {
        var t = freshTerritory();
        postBatch(
                        "",
                        List.of(
                                event("e1", t, "v-1", "visit.received", VISIT),
                                event("e1", t, "v-1", "visit.received", VISIT),
                                event("e2", t, "v-2", "visit.received", "{\"quantities\": {\"volunteers\": -1}}"),
                                event("e3", t, "v-3", "visit.received", VISIT)))
                .then()
                .statusCode(200)
                .body("appended", equalTo(2))
                .body("duplicates", equalTo(1))
                .body("rejected", equalTo(1))
                .body("results.status", contains("appended", "duplicate", "rejected", "appended"))
                .body("results[2].problem.errors[0].pointer", equalTo("/data/quantities/volunteers"))
                .body("results[3].position", equalTo(3));
    }

    @Test
    void anAtomicBatchWithInvalidEventsStoresNothingAndReportsEachOfThem() {
        var t = freshTerritory();
        postBatch(
                        "?mode=atomic",
                        List.of(
                                event("e1", t, "v-1", "visit.received", VISIT),
                                event("e2", t, "v-2", "visit.received", "{\"start\": \"2014-13\"}"),
                                event("e3", "nowhere", "v-3", "visit.received", VISIT)))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/1/data/start", "/2"));
        asAdmin().get("/v1/territories/" + t).then().body("position", equalTo(1));
    }

    @Test
    void aDryRunStoresNothing() {
        var t = freshTerritory();
        postBatch("?dryRun=true", List.of(event("e1", t, "v-1", "visit.received", VISIT)))
                .then()
                .statusCode(200)
                .body("appended", equalTo(1));
        asAdmin().get("/v1/territories/" + t).then().body("position", equalTo(1));
    }

    @Test
    void aBodyThatIsNotJsonIsRefused() {
        post("{\"specversion\": \"1.0\", ").then().statusCode(400).body("errors[0].pointer", equalTo(""));
    }

    @Test
    void aRepeatedKeyIsRefusedWithItsPointer() {
        var t = freshTerritory();
        post(event(t, "v-1", "visit.received", "{\"title\": \"a\", \"title\": \"b\"}"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/data/title"));
    }

    @Test
    void nullCharactersAndLoneSurrogatesAreRefused() {
        var t = freshTerritory();
        post(event(t, "v-1", "visit.received", "{\"title\": \"a\\u0000\"}"))
                .then()
                .statusCode(400);
        post(event(t, "v-1", "visit.received", "{\"title\": \"\\ud800\"}"))
                .then()
                .statusCode(400);
    }

    @Test
    void anUnknownTypeOrTerritoryIsRefused() {
        var t = freshTerritory();
        post(event(t, "v-1", "visit.imagined", "{}"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/type"));
        post(event("nowhere", "v-1", "visit.received", "{}"))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:bitacora:problem:unknown-territory"));
    }

    @Test
    void aTimeTooFarAheadIsRefused() {
        var t = freshTerritory();
        post(event(t, "v-1", "visit.received", "{}")
                        .replace("\"data\"", "\"time\": \"2999-01-01T00:00:00Z\", \"data\""))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/time"));
    }

    @Test
    void moreThanAThousandEventsAreTooLarge() {
        var t = freshTerritory();
        var events = IntStream.range(0, 1_001)
                .mapToObj(i -> event("e" + i, t, "v-" + i, "visit.received", "{}"))
                .toList();
        postBatch("", events).then().statusCode(413).body("type", equalTo("urn:bitacora:problem:too-large"));
    }

    @Test
    void anEventOverOneMebibyteIsTooLarge() {
        var t = freshTerritory();
        post(event(t, "v-1", "visit.received", "{\"extra\": \"" + "x".repeat(1_048_576) + "\"}"))
                .then()
                .statusCode(413);
    }

    @Test
    void privateDataAreNotShown() {
        var t = freshTerritory();
        post(event("e1", t, "v-1", "visit.received", "{\"title\": \"a\", \"private\": {\"contact\": \"somebody\"}}"))
                .then()
                .statusCode(201);
        asAdmin().get("/v1/territories/" + t + "/log?after=1").then().body("items[0].data", not(hasKey("private")));
    }

    @Test
    void multiLineDataAreOneLineOfTheLog() {
        var t = freshTerritory();
        var data = "{\n  \"title\": \"In\\nlines\",\r\n  \"start\": \"2014-05-12\"\n}";
        post(event(t, "v-1", "visit.received", data)).then().statusCode(201);

        var log = given().get("/v1/territories/" + t + "/log?after=1&format=ndjson")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(log.lines()).hasSize(1);
        assertThat(JsonPath.from(log).getString("data.title")).isEqualTo("In\nlines");
    }
}
