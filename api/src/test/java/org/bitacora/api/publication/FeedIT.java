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
        asAdmin()
                .contentType("application/json")
                .body(
                        "{\"code\": \"map\", \"title\": \"Map <2014>\", \"report\": \"activity-map\", \"period\": \"2014\"}")
                .post("/v1/territories/" + territory + "/publications")
                .then()
                .statusCode(201);
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
        assertThat(atom().getId()).endsWith("/feed");
    }

    @Test
    void whatWouldBeOtherTodayIsToldWithTheEntryThatMadeItSo() throws FeedException {
        say("v-2", "visit.received", "{\"start\": \"2016-01-01\"}");
        say("v-3", "visit.received", "{\"start\": \"2014-06-01\"}");
        long cause = end;
        for (int i = 0; i < 5; i++) {
            say("w-" + i, "visit.received", "{\"start\": \"2016-01-01\"}");
        }

        var feed = json();

        assertThat(feed.getList("items.id", String.class))
                .containsExactly(
                        "urn:bitacora:" + territory + ":publication:map:revision:" + cause,
                        "urn:bitacora:" + territory + ":publication:map");
        assertThat(feed.getString("items[0].content_text")).contains("1 → 2");
        assertThat(feed.getList("items[0].tags")).isEqualTo(List.of("revision"));
        Entry first = atom().getEntries().getFirst();
        assertThat(first.getCategories().stream().map(Category::getTerm)).containsExactly("revision");
        say("w-9", "visit.received", "{\"start\": \"2016-01-01\"}");
        assertThat(json().getString("items[0].id")).endsWith(":revision:" + cause);
        say("v-3", "activity.withdrawn", "{}");
        assertThat(json().getList("items")).hasSize(1);
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
