package org.bitacora.server.sdmx;

import static io.restassured.RestAssured.given;
import static org.bitacora.server.testing.Calls.appended;
import static org.bitacora.server.testing.Calls.event;
import static org.bitacora.server.testing.Calls.freshTerritory;

import org.bitacora.server.testing.OverHttp;
import org.junit.jupiter.api.BeforeEach;

/** A territory that two visits are told of, and where its figures are. */
abstract class OfVisits extends OverHttp {

    static final String FLOW = "/v1/sdmx/data/dataflow/BITACORA/DF_BAHIA/1.0.0/";
    String territory = "";

    @BeforeEach
    void tellOfVisits() {
        territory = freshTerritory();
        say("v-1", "visit.received", "{\"start\": \"2014-05-12\", \"motivation\": \"planned\"}");
        say("v-2", "visit.received", "{\"start\": \"2020-12-31\", \"motivation\": \"reactive\"}");
    }

    long say(String activity, String type, String data) {
        long position = appended(event(territory, activity, type, data));
        awaitFollowed(position);
        return position;
    }

    void awaitFollowed(long position) {
        given().get("/v1/territories/" + territory + "/activities?minPosition=" + position)
                .then()
                .statusCode(200);
    }

    String all(String query) {
        return "/v1/sdmx/data/datastructure/BITACORA/DSD_OBSERVATIONS/1.0.0/*." + territory + query;
    }
}
