package org.bitacora.server.api.actor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.server.testing.TestRequests.asAdmin;
import static org.bitacora.server.testing.TestRequests.event;
import static org.bitacora.server.testing.TestRequests.freshTerritory;
import static org.bitacora.server.testing.TestRequests.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.xml.XmlPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import org.bitacora.server.testing.HttpScenario;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Actors are registered, merged and shown on the actor map. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ActorsIT extends HttpScenario {

    private static final String UNI = """
            {"name": "Universidad & Co", "sector": "academic", "type": "university", "fronts": ["cooperation"],
             "capabilities": ["Idiomas"], "since": "1927"}""";

    private String territory = "";

    @BeforeEach
    void found() {
        territory = freshTerritory();
    }

    private int visit(String name, String year, String actors) {
        return post(event(
                        territory,
                        name,
                        "visit.received",
                        "{\"title\": \"V\", \"start\": \"" + year + "\", \"actors\": [" + actors + "]}"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getInt("position");
    }

    private ValidatableResponse put(String actor, String body) {
        return asAdmin()
                .contentType("application/json")
                .body(body)
                .put(path("/" + actor))
                .then();
    }

    private ValidatableResponse merge(String actor, String other) {
        return asAdmin()
                .contentType("application/json")
                .body("{\"other\": \"" + other + "\"}")
                .post(path("/" + actor + "/merges"))
                .then();
    }

    private String path(String below) {
        return "/v1/territories/" + territory + "/actors" + below;
    }

    private static String place(String actor) {
        return "actors.find { it.code == '" + actor + "' }.";
    }

    @Test
    void anActorIsRegisteredAndReadAsOfAnyMoment() {
        put("uni", UNI).statusCode(200).body("type", equalTo("university")).body("aliases", hasSize(0));
        put("uni", UNI).statusCode(200).body("position", equalTo(2));
        put("uni", UNI.replace("Idiomas", "Idiomas y redes")).body("position", equalTo(3));

        given().get(path("")).then().body("items.code", contains("uni")).body("items[0].since", equalTo("1927"));
        given().get(path("/uni?asOf=2")).then().body("capabilities", contains("Idiomas"));
        given().get(path("/uni?asOf=1")).then().statusCode(404);
        put("uni", "{\"name\": \"U\"}").statusCode(422);
        put("a b", UNI).statusCode(422);
        merge("nobody", "X").statusCode(404);
    }

    @Test
    void theMapCountsParticipantsUnderAllTheirNames() {
        visit("a", "2013", "{\"actor\": \"U.\"}, {\"actor\": \"press\", \"sector\": \"media\"}");
        visit("b", "2014", "{\"actor\": \"uni\"}, {\"actor\": \"U.\"}");
        post(event(territory, "c", "visit.announced", "{\"actors\": [{\"actor\": \"planned\"}]}"));
        put("uni", UNI);
        put("chamber", "{\"name\": \"Chamber\", \"sector\": \"private\", \"fronts\": [\"trade\"]}");
        merge("uni", "U.").statusCode(200).body("aliases", contains("U."));
        merge("uni", "U.").statusCode(200);

        given().get(path("/map?minPosition=7"))
                .then()
                .statusCode(200)
                .body("actors.code", contains("uni", "press", "chamber"))
                .body(place("uni") + "activities", equalTo(2))
                .body(place("uni") + "change", nullValue())
                .body(place("press") + "registered", equalTo(false))
                .body(place("chamber") + "activities", equalTo(0))
                .body("sectors.academic", equalTo(1))
                .body("fronts.unplaced", equalTo(1))
                .body("changes", nullValue());
        given().get(path("/map?period=2014&baselinePeriod=2013"))
                .then()
                .body(place("uni") + "change", equalTo("same"))
                .body(place("press") + "change", equalTo("silent"))
                .body("changes.none", equalTo(1));
    }

    @Test
    void theMapListsTheActivitiesItCounts() {
        visit("a", "2013", "{\"actor\": \"U., the old/one\"}");
        visit("b", "2014", "{\"actor\": \"uni\"}, {\"actor\": \"U., the old/one\"}");
        visit("c", "2014-05", "{\"actor\": \"uni\"}");
        visit("d", "2014", "{\"actor\": \"Coro, S.A. & Co/1\"}");
        post(event(territory, "e", "visit.announced", "{\"actors\": [{\"actor\": \"uni\"}]}"));
        put("uni", UNI);
        merge("uni", "U., the old/one");

        assertThat(listed("/map?minPosition=8", "uni")).containsExactly("a", "b", "c");
        assertThat(listed("/map?period=2014", "uni")).containsExactly("b", "c");
        assertThat(listed("/map?period=2014-05", "uni")).containsExactly("c");
        assertThat(listed("/map?period=2014", "Coro, S.A. & Co/1")).containsExactly("d");
        given().get(path("/map/activities?actor=U., the old/one"))
                .then()
                .body("items.activity", contains("a", "b", "c"));
        assertThat(listed("/map?asOf=6", "uni")).containsExactly("b", "c");
        assertThat(listed("/map?asOf=6", "U., the old/one")).containsExactly("a", "b");
    }

    /**
     * Returns the activities that the map lists for an actor. Checks that pages of one activity contain the same list.
     */
    private List<String> listed(String map, String actor) {
        var place = given().get(path(map)).then().statusCode(200).extract().jsonPath();
        String all = place.getString(place(actor) + "evidence");
        var names = given().urlEncodingEnabled(false).get(all).jsonPath().<String>getList("items.activity");
        assertThat(names).hasSize(place.getInt(place(actor) + "activities"));
        var paged = new ArrayList<String>();
        for (String next = all + "&limit=1"; next != null; ) {
            var page = given().urlEncodingEnabled(false).get(next).jsonPath();
            paged.addAll(page.getList("items.activity"));
            next = page.getString("next");
        }
        assertThat(paged).isEqualTo(names);
        return names;
    }

    @Test
    void theListOfActivitiesRequiresAnActor() {
        given().get(path("/map/activities")).then().statusCode(400).body("errors[0].pointer", equalTo("/query/actor"));
        given().get(path("/map/activities?actor= ")).then().statusCode(400);
        given().urlEncodingEnabled(false)
                .get(path("/map/activities?actor=a%00"))
                .then()
                .statusCode(400);
        given().get(path("/map/activities?actor=nobody&period=2014..2015"))
                .then()
                .statusCode(400);
        given().get(path("/map/activities?actor=nobody")).then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void aLaterMapShowsNewGrowingAndInactiveActors() {
        visit("a", "2014", "{\"actor\": \"uni\"}, {\"actor\": \"press\"}");
        int then = visit("b", "2014", "{\"actor\": \"uni\"}");
        int now = visit("c", "2014", "{\"actor\": \"uni\"}, {\"actor\": \"museum\"}");

        given().get(path("/map?baseline=" + then + "&minPosition=" + now))
                .then()
                .body("baseline.position", equalTo(then))
                .body(place("uni") + "change", equalTo("grew"))
                .body(place("uni") + "before", equalTo(2))
                .body(place("museum") + "change", equalTo("new"))
                .body(place("press") + "change", equalTo("silent"));
    }

    @Test
    void theMapAsAnSvgEscapesUserText() {
        put("uni", UNI);
        int end = visit("a", "2014", "{\"actor\": \"uni\"}, {\"actor\": \"<b>\", \"sector\": \"media\"}");

        var svg = given().get(path("/map?format=svg&minPosition=" + end))
                .then()
                .statusCode(200)
                .contentType("image/svg+xml")
                .extract()
                .asString();

        assertThat(new XmlPath(svg).getString("svg.title")).isEqualTo("Mapa de actores");
        assertThat(svg).contains("Universidad &amp; Co · 1").contains("&lt;b&gt; · 1");
    }

    @Test
    void anActorIsRegisteredByEvents() {
        post(event(territory, "actors/uni", "actor.registered", UNI)).then().statusCode(201);
        post(event(territory, "actors/uni", "actor.merged", "{\"other\": \"U.\"}"))
                .then()
                .statusCode(201);
        post(event(territory, "uni", "actor.registered", UNI)).then().statusCode(422);
        post(event(territory, "actors/uni", "actor.registered", "{\"name\": \"U\"}"))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/data/sector"));

        given().get(path("/uni?minPosition=3")).then().body("aliases", contains("U."));
    }

    @Test
    void aDialogueCarriesItsSpaceItsAttendanceAndItsProduct() {
        var data =
                "{\"start\": \"2014\", \"space\": \"deliberation\", \"product\": \"P\", \"attendance\": {\"%s\": 12}}";

        post(event(territory, "d", "dialogue.held", data.formatted("social")))
                .then()
                .statusCode(201);
        post(event(territory, "e", "dialogue.held", data.formatted("aliens")))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/data/attendance/aliens"));
        post(event(territory, "f", "dialogue.held", "{\"space\": \"outer\"}"))
                .then()
                .statusCode(422);
    }
}
