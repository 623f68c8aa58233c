package org.bitacora.api.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.api.testing.Calls.asAdmin;
import static org.bitacora.api.testing.Calls.event;
import static org.bitacora.api.testing.Calls.freshTerritory;
import static org.bitacora.api.testing.Calls.post;
import static org.hamcrest.Matchers.equalTo;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedInput;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.StringReader;
import java.util.List;
import org.bitacora.api.testing.OverHttp;
import org.bitacora.api.testing.RealDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is published, and what would be other today, as feeds; Atom is read by a library that did not write it. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class FeedIT extends OverHttp {

    private String territory = "";
    private long end;

    @BeforeEach
    void publishAMap() {
        territory = freshTerritory();
        say("v-1", "visit.received", "{\"start\": \"2014-05-12\"}");
        publish("""
                {"code": "map", "title": "Map <2014>", "report": "activity-map", "period": "2014"}""");
    }

    /** Of all that was said: what comes while a report is frozen is told as what came later. */
    private void publish(String publication) {
        given().get("/v1/territories/" + territory + "/activities?minPosition=" + end)
                .then()
                .statusCode(200);
        asAdmin()
                .contentType("application/json")
                .body(publication)
                .post("/v1/territories/" + territory + "/publications")
                .then()
                .statusCode(201);
        toTheEnd();
    }

    private void toTheEnd() {
        end = given().get("/v1/territories/" + territory)
                .then()
                .extract()
                .jsonPath()
                .getLong("position");
    }

    private List<String> ids() {
        return json().getList("items.id", String.class);
    }

    private String revision(String publication, long cause) {
        return "urn:bitacora:" + territory + ":publication:" + publication + ":revision:" + cause;
    }

    private void visit(String name) {
        say(name, "visit.received", "{\"start\": \"2014-06-01\"}");
    }

    private void say(String activity, String type, String data) {
        end = post(event(territory, activity, type, data))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("position");
    }

    private JsonPath json() {
        return given().header("Accept-Language", "en")
                .get("/v1/territories/" + territory + "/feed?format=json&minPosition=" + end)
                .then()
                .statusCode(200)
                .header("Content-Type", "application/feed+json")
                .extract()
                .jsonPath();
    }

    private Feed atom() throws FeedException {
        var text = given().get("/v1/territories/" + territory + "/feed?minPosition=" + end)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return (Feed) new WireFeedInput().build(new StringReader(text));
    }

    @Test
    void aPublicationIsInTheFeedUnderAnIdThatStays() throws FeedException {
        var feed = json();

        assertThat(feed.getString("version")).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.getList("items.id")).isEqualTo(List.of("urn:bitacora:" + territory + ":publication:map"));
        given().get(feed.getString("items[0].url")).then().statusCode(200);
        Entry entry = atom().getEntries().getFirst();
        assertThat(entry.getId()).isEqualTo("urn:bitacora:" + territory + ":publication:map");
        assertThat(entry.getTitle()).isEqualTo("Map <2014>");
        assertThat(entry.getUpdated()).isNotNull();
        assertThat(entry.getAlternateLinks().getFirst().getHref()).endsWith("/publications/map");
        assertThat(atom().getId()).isEqualTo("urn:bitacora:" + territory + ":feed");
    }

    @Test
    void whatBecameOtherIsToldWithTheEntryThatMadeItSo() throws FeedException {
        say("v-2", "visit.received", "{\"start\": \"2016-01-01\"}");
        visit("v-3");
        long cause = end;
        for (int i = 0; i < 5; i++) {
            say("w-" + i, "visit.received", "{\"start\": \"2016-01-01\"}");
        }

        var feed = json();

        assertThat(feed.getList("items.id", String.class))
                .containsExactly(revision("map", cause), "urn:bitacora:" + territory + ":publication:map");
        assertThat(feed.getString("items[0].content_text")).contains("1 → 2");
        assertThat(feed.getList("items[0].tags")).isEqualTo(List.of("revision"));
        Entry first = atom().getEntries().getFirst();
        assertThat(first.getCategories().stream().map(Category::getTerm)).containsExactly("revision");
        say("w-9", "visit.received", "{\"start\": \"2016-01-01\"}");
        assertThat(ids().getFirst()).isEqualTo(revision("map", cause));
    }

    @Test
    void eachRevisionStaysUnderItsIdWhateverComesLater() {
        visit("v-2");
        long first = end;
        visit("v-3");
        long second = end;
        say("v-3", "activity.withdrawn", "{}");
        long again = end;

        var told = ids();

        assertThat(told)
                .startsWith(revision("map", again), revision("map", second), revision("map", first))
                .hasSize(4);
        say("v-2", "activity.corrected", "{\"title\": \"Moves nothing\"}");
        assertThat(ids()).isEqualTo(told);
        say("v-2", "activity.withdrawn", "{}");
        var feed = json();
        assertThat(feed.getList("items.id", String.class))
                .startsWith(revision("map", end))
                .endsWith(told.toArray(String[]::new));
        assertThat(feed.getString("items[0].content_text")).isEqualTo("Figures that are again as published");
    }

    @Test
    void whatCameAfterAnEarlierPositionThatIsPublishedIsTheCause() {
        long before = end;
        visit("v-2");
        long cause = end;
        say("w-1", "visit.received", "{\"start\": \"2016-01-01\"}");
        publish("""
                {"code": "then", "title": "Then", "report": "activity-map", "period": "2014", "asOf": %d}""".formatted(before));

        assertThat(ids()).contains(revision("then", cause));
    }

    private void define(String kind) {
        asAdmin()
                .contentType("application/json")
                .body("""
                        {"name": "Ours", "unit": "activities", "measure": {"count": "activities", "where": {"kind": ["%s"]}}}""".formatted(kind))
                .put("/v1/territories/" + territory + "/indicators/ours.fed")
                .then()
                .statusCode(201);
        toTheEnd();
    }

    @Test
    void anotherDefinitionIsTheCauseWhereItMadeFiguresOthers() {
        define("visit");
        publish("""
                {"code": "f", "title": "Ours", "report": "figures", "period": "2014", "indicators": ["ours.fed"]}""");
        visit("v-2");
        long more = end;
        define("mission");
        long redefined = end;
        visit("v-3");

        assertThat(ids().stream().filter(it -> it.contains(":f:revision:")))
                .containsExactly(revision("f", redefined), revision("f", more));
    }

    @Test
    void theLatestTwentyRevisionsOfAPublicationAreTold() {
        for (int i = 0; i < 45; i++) {
            visit("m-" + i);
        }

        assertThat(ids())
                .hasSize(21)
                .startsWith(revision("map", end), revision("map", end - 1))
                .contains(revision("map", end - 19));
    }

    @Test
    void aRevisionIsFoundBehindManyEntriesThatMoveNothing() {
        visit("m-1");
        long cause = end;
        for (int i = 0; i < 65; i++) {
            say("m-1", "activity.corrected", "{\"title\": \"T" + i + "\"}");
        }

        assertThat(ids()).containsExactly(revision("map", cause), "urn:bitacora:" + territory + ":publication:map");
    }

    @Test
    void whatNoXmlCanHoldIsReplaced() throws FeedException {
        publish("""
                {"code": "odd", "title": "Bell \\u0007 and \\uffff", "report": "activity-map", "period": "2014"}""");

        Entry entry = atom().getEntries().getFirst();

        assertThat(entry.getTitle()).isEqualTo("Bell \uFFFD and \uFFFD");
    }

    @Test
    void addressesAreThoseOfWhoeverAsksAndIdsAreNot() {
        var path = "/v1/territories/" + territory + "/feed?format=atom";
        for (var host : List.of("one.example", "two.example:8080")) {
            var text = given().header("Host", host)
                    .get(path)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();

            assertThat(text)
                    .contains("<id>urn:bitacora:" + territory + ":feed</id>")
                    .contains("href=\"http://" + host + path + "\"")
                    .contains("href=\"http://" + host + "/v1/territories/" + territory + "/publications/map\"");
        }
    }

    @Test
    void whoHasItIsNotSentItAgain() {
        var path = "/v1/territories/" + territory + "/feed?format=json";
        var tag = given().get(path).then().statusCode(200).extract().header("ETag");

        given().header("If-None-Match", tag).get(path).then().statusCode(304);
    }

    @Test
    void whatIsWrongIsTold() {
        given().get("/v1/territories/br-nowhere/feed").then().statusCode(404);
        given().get("/v1/territories/" + territory + "/feed?format=rss")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/query/format"));
    }
}
