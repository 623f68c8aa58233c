package org.bitacora.server.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.server.testing.TestRequests.event;
import static org.bitacora.server.testing.TestRequests.freshTerritory;
import static org.bitacora.server.testing.TestRequests.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bitacora.server.testing.HttpScenario;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The stream of changed observations. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ObservationStreamIT extends HttpScenario {

    private String territory = "";

    @BeforeEach
    void found() {
        territory = freshTerritory();
        say("v-1", "visit.received", "{\"start\": \"2014-05-12\"}");
        given().get("/v1/territories/" + territory + "?minPosition=2").then().statusCode(200);
    }

    private void say(String activity, String type, String data) {
        post(event(territory, activity, type, data)).then().statusCode(201);
    }

    private String path() {
        return "/v1/stream?topic=observations&territory=" + territory;
    }

    /** Returns all events up to the first one with an id. */
    private static Map<String, String> step(EventStreamReader eventStreamReader, String id) {
        Map<String, String> events = new TreeMap<>();
        while (true) {
            var one = eventStreamReader.next(1).getFirst();
            assertThat(one.name()).isEqualTo("observation");
            assertMatchesSchema("ObservationMessage", one.data());
            var data = JsonPath.from(one.data());
            events.put(data.getString("indicator") + " " + data.getString("period"), data.getString("value"));
            if (one.id().equals(id)) {
                return events;
            }
        }
    }

    @Test
    void aCorrectionIsSentAsItsChangedValues() {
        try (var eventStreamReader = EventStreamReader.to(path())) {
            say("v-1", "activity.corrected", "{\"start\": \"2014-07-01\"}");

            var events = step(eventStreamReader, territory + ":3");

            assertThat(events)
                    .containsEntry("bahia.visits 2014-05", "0")
                    .containsEntry("bahia.visits 2014-07", "1")
                    .doesNotContainKey("bahia.visits 2014");
        }
    }

    @Test
    void missedChangesAreSentOnConnection() {
        String last;
        try (var eventStreamReader = EventStreamReader.to(path())) {
            last = eventStreamReader.lastId();
        }
        say("v-2", "visit.received", "{\"start\": \"2014-05-20\"}");
        say("v-3", "visit.received", "{\"start\": \"2014-05-21\"}");
        given().get("/v1/territories/" + territory + "?minPosition=4").then().statusCode(200);

        try (var eventStreamReader = EventStreamReader.after(path(), last)) {
            assertThat(step(eventStreamReader, territory + ":4")).containsEntry("bahia.visits 2014-05", "3");
        }
    }

    @Test
    void anEntryWithoutEffectIsNotSent() {
        try (var eventStreamReader = EventStreamReader.to(path())) {
            say("v-1", "activity.assessed", "{\"text\": \"well done\"}");
            say("v-2", "visit.received", "{\"start\": \"2014-06-20\"}");

            assertThat(step(eventStreamReader, territory + ":4").keySet()).contains("bahia.visits 2014-06");
        }
    }

    @Test
    void allReadersReceiveTheSameEvents() {
        var listeners =
                List.of(EventStreamReader.to(path()), EventStreamReader.to(path()), EventStreamReader.to(path()));
        try {
            say("v-2", "visit.received", "{\"start\": \"2014-06-20\"}");

            var events =
                    listeners.stream().map(it -> step(it, territory + ":3")).toList();

            assertThat(events).allMatch(it -> it.equals(events.getFirst()));
        } finally {
            listeners.forEach(EventStreamReader::close);
        }
    }
}
