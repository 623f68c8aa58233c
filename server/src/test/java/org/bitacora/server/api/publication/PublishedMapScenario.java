package org.bitacora.server.api.publication;

import static io.restassured.RestAssured.given;
import static org.bitacora.server.testing.TestRequests.asAdmin;
import static org.bitacora.server.testing.TestRequests.event;
import static org.bitacora.server.testing.TestRequests.freshTerritory;
import static org.bitacora.server.testing.TestRequests.postAccepted;

import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedInput;
import io.restassured.path.json.JsonPath;
import java.io.StringReader;
import org.bitacora.server.testing.HttpScenario;
import org.junit.jupiter.api.BeforeEach;

/** Tests of the feed of a territory that received a visit in 2014 and has published the map of that year. */
abstract class PublishedMapScenario extends HttpScenario {

    String territory = "";
    long end;

    @BeforeEach
    void publishAMap() {
        territory = freshTerritory();
        postEvent("v-1", "visit.received", "{\"start\": \"2014-05-12\"}");
        publish("""
                {"code": "map", "title": "Map <2014>", "report": "activity-map", "period": "2014"}""");
    }

    /** Of all that was said: what comes while a report is frozen is told as what came later. */
    void publish(String publication) {
        given().get("/v1/territories/" + territory + "/activities?minPosition=" + end)
                .then()
                .statusCode(200);
        asAdmin()
                .contentType("application/json")
                .body(publication)
                .post("/v1/territories/" + territory + "/publications")
                .then()
                .statusCode(201);
        readToLastPosition();
    }

    /** What is asked from here on is as of all that the log has. */
    void readToLastPosition() {
        end = given().get("/v1/territories/" + territory)
                .then()
                .extract()
                .jsonPath()
                .getLong("position");
    }

    /** Posts an event of an activity, which is appended: the last that is asked about from here on. */
    void postEvent(String activity, String type, String data) {
        end = postAccepted(event(territory, activity, type, data));
    }

    /** The feed as JSON Feed, in English, as of all that was said. */
    JsonPath json() {
        return given().header("Accept-Language", "en")
                .get("/v1/territories/" + territory + "/feed?format=json&minPosition=" + end)
                .then()
                .statusCode(200)
                .header("Content-Type", "application/feed+json")
                .extract()
                .jsonPath();
    }

    /** The feed as Atom, read by a library that did not write it. */
    Feed atom() throws FeedException {
        var text = given().get("/v1/territories/" + territory + "/feed?minPosition=" + end)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return (Feed) new WireFeedInput().build(new StringReader(text));
    }
}
