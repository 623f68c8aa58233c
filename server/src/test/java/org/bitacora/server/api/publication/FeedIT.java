package org.bitacora.server.api.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.io.FeedException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.Test;

/** The feed of publications. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class FeedIT extends PublishedMapScenario {

    @Test
    void aPublicationKeepsItsIdInTheFeed() throws FeedException {
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
    void charactersThatXmlCannotContainAreReplaced() throws FeedException {
        publish("""
                {"code": "odd", "title": "Bell \\u0007 and \\uffff", "report": "activity-map", "period": "2014"}""");

        Entry entry = atom().getEntries().getFirst();

        assertThat(entry.getTitle()).isEqualTo("Bell \uFFFD and \uFFFD");
    }

    @Test
    void linksUseTheRequestedHostAndIdsDoNot() {
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
    void anUnchangedFeedReturns304() {
        var path = "/v1/territories/" + territory + "/feed?format=json";
        var tag = given().get(path).then().statusCode(200).extract().header("ETag");

        given().header("If-None-Match", tag).get(path).then().statusCode(304);
    }

    @Test
    void invalidParametersAreReported() {
        given().get("/v1/territories/br-nowhere/feed").then().statusCode(404);
        given().get("/v1/territories/" + territory + "/feed?format=rss")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/query/format"));
    }
}
