package org.bitacora.server.api.actor;

import static io.restassured.RestAssured.given;
import static org.bitacora.server.testing.TestRequests.asAdmin;
import static org.bitacora.server.testing.TestRequests.event;
import static org.bitacora.server.testing.TestRequests.freshTerritory;
import static org.bitacora.server.testing.TestRequests.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.bitacora.server.testing.HttpScenario;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the number of participating actors outside government. An actor counts once under all of its names. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ActorPluralityIT extends HttpScenario {

    private String territory = "";

    /**
     * The entry at position 2 names a university as {@code U.} and an office. The entry at position 3 names the
     * university as {@code uni} and the press.
     */
    @BeforeEach
    void twoVisits() {
        territory = freshTerritory();
        visit("a", "{\"actor\": \"U.\", \"sector\": \"academic\"}, {\"actor\": \"office\", \"sector\": \"social\"}");
        visit("b", "{\"actor\": \"uni\"}, {\"actor\": \"press\", \"sector\": \"media\"}");
    }

    private void visit(String name, String actors) {
        post(event(
                        territory,
                        name,
                        "visit.received",
                        "{\"title\": \"V\", \"start\": \"2014-05-12\", \"actors\": [" + actors + "]}"))
                .then()
                .statusCode(201);
    }

    private void register(String actor, String sector) {
        asAdmin()
                .contentType("application/json")
                .body("{\"name\": \"Somebody\", \"sector\": \"" + sector + "\"}")
                .put("/v1/territories/" + territory + "/actors/" + actor)
                .then()
                .statusCode(200);
    }

    private void merge(String actor, String other) {
        asAdmin()
                .contentType("application/json")
                .body("{\"other\": \"" + other + "\"}")
                .post("/v1/territories/" + territory + "/actors/" + actor + "/merges")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse get(String path) {
        return given().get("/v1/territories/" + territory + "/indicators/allas.outside-actors/" + path)
                .then()
                .statusCode(200);
    }

    @Test
    void theSectorIsTheRegisteredOneOrElseThatOfTheActivities() {
        register("office", "local-government");
        register("uni", "academic");

        get("observations?period=2014&by=sector&minPosition=5")
                .body("observations[0].value", equalTo(3))
                .body("observations[0].breakdown.parts.member", contains("academic", "media"))
                .body("observations[0].breakdown.parts.value", contains(2, 1));
        get("observations?period=2014&by=sector&asOf=3")
                .body("observations[0].breakdown.parts.member", contains("academic", "media", "social"));
    }

    @Test
    void mergedNamesCountOnceAfterTheMerge() {
        register("uni", "academic");
        merge("uni", "U.");

        get("observations?period=2014&asOf=5&minPosition=5").body("observations[0].value", equalTo(3));
        get("observations?period=2014&asOf=4").body("observations[0].value", equalTo(4));
        get("evidence?period=2014&asOf=5")
                .body("value", equalTo(3))
                .body("activities.activity", contains("a", "b"))
                .body("activities.effect", contains(2, 1));
    }

    @Test
    void aDifferenceCausedByARegistrationNamesIt() {
        register("uni", "academic");
        merge("uni", "U.");
        register("office", "local-government");

        get("diff?period=2014&from=4&minPosition=6")
                .body("difference", equalTo(-2))
                .body("changes.activity", contains("a"))
                .body("changes.effect", contains(-2))
                .body("changes.cause", contains("reclassified"))
                .body("changes[0].events.position", contains(5, 6));
    }
}
