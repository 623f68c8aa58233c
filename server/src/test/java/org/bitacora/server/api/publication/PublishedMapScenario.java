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

/** Base class of feed tests: a territory that received a visit in 2014 and published the activity map of that year. */
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

    /**
     * Publishes a report after all posted events are projected. Otherwise an event that is projected during the
     * publication would count as a later one.
     */
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

    /** Later queries are as of the end of the log. */
    void readToLastPosition() {
        end = given().get("/v1/territories/" + territory)
                .then()
                .extract()
                .jsonPath()
                .getLong("position");
    }

    /** Posts an event about an activity; later queries are as of its position. */
    void postEvent(String activity, String type, String data) {
        end = postAccepted(event(territory, activity, type, data));
    }

    /** Returns the feed as JSON Feed, in English, as of the last posted event. */
    JsonPath json() {
        return given().header("Accept-Language", "en")
                .get("/v1/territories/" + territory + "/feed?format=json&minPosition=" + end)
                .then()
                .statusCode(200)
                .header("Content-Type", "application/feed+json")
                .extract()
                .jsonPath();
    }

    /** Returns the feed as Atom, parsed by an independent library. */
    Feed atom() throws FeedException {
        var text = given().get("/v1/territories/" + territory + "/feed?minPosition=" + end)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return (Feed) new WireFeedInput().build(new StringReader(text));
    }
}
