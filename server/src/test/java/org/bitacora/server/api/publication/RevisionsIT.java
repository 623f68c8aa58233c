package org.bitacora.server.api.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.server.testing.TestRequests.asAdmin;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.io.FeedException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.Test;

/** Values that differ from the published ones, as items of the feed. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class RevisionsIT extends PublishedMapScenario {

    private List<String> ids() {
        return json().getList("items.id", String.class);
    }

    private String revision(String publication, long cause) {
        return "urn:bitacora:" + territory + ":publication:" + publication + ":revision:" + cause;
    }

    private void visit(String name) {
        postEvent(name, "visit.received", "{\"start\": \"2014-06-01\"}");
    }

    @Test
    void aRevisedValueIsReportedWithTheEntryThatCausedIt() throws FeedException {
        postEvent("v-2", "visit.received", "{\"start\": \"2016-01-01\"}");
        visit("v-3");
        long cause = end;
        for (int i = 0; i < 5; i++) {
            postEvent("w-" + i, "visit.received", "{\"start\": \"2016-01-01\"}");
        }

        var feed = json();

        assertThat(feed.getList("items.id", String.class))
                .containsExactly(revision("map", cause), "urn:bitacora:" + territory + ":publication:map");
        assertThat(feed.getString("items[0].content_text")).contains("1 → 2");
        assertThat(feed.getList("items[0].tags")).isEqualTo(List.of("revision"));
        Entry first = atom().getEntries().getFirst();
        assertThat(first.getCategories().stream().map(Category::getTerm)).containsExactly("revision");
        postEvent("w-9", "visit.received", "{\"start\": \"2016-01-01\"}");
        assertThat(ids().getFirst()).isEqualTo(revision("map", cause));
    }

    @Test
    void eachRevisionKeepsItsId() {
        visit("v-2");
        long first = end;
        visit("v-3");
        long second = end;
        postEvent("v-3", "activity.withdrawn", "{}");
        long again = end;

        var revisions = ids();

        assertThat(revisions)
                .startsWith(revision("map", again), revision("map", second), revision("map", first))
                .hasSize(4);
        postEvent("v-2", "activity.corrected", "{\"title\": \"Moves nothing\"}");
        assertThat(ids()).isEqualTo(revisions);
        postEvent("v-2", "activity.withdrawn", "{}");
        var feed = json();
        assertThat(feed.getList("items.id", String.class))
                .startsWith(revision("map", end))
                .endsWith(revisions.toArray(String[]::new));
        assertThat(feed.getString("items[0].content_text")).isEqualTo("Figures that are again as published");
    }

    @Test
    void entriesAfterThePublishedPositionAreTheCause() {
        long before = end;
        visit("v-2");
        long cause = end;
        postEvent("w-1", "visit.received", "{\"start\": \"2016-01-01\"}");
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
        readToLastPosition();
    }

    @Test
    void aChangedDefinitionIsTheCauseOfChangedValues() {
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
    void theLatestTwentyRevisionsOfAPublicationAreReported() {
        for (int i = 0; i < 45; i++) {
            visit("m-" + i);
        }

        assertThat(ids())
                .hasSize(21)
                .startsWith(revision("map", end), revision("map", end - 1))
                .contains(revision("map", end - 19));
    }

    @Test
    void aRevisionIsFoundAfterManyEntriesWithoutEffect() {
        visit("m-1");
        long cause = end;
        for (int i = 0; i < 65; i++) {
            postEvent("m-1", "activity.corrected", "{\"title\": \"T" + i + "\"}");
        }

        assertThat(ids()).containsExactly(revision("map", cause), "urn:bitacora:" + territory + ":publication:map");
    }
}
