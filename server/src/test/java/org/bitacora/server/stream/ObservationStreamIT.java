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

/** The figures that move, told while they do. */
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

    /** All events up to the one that has an id. */
    private static Map<String, String> step(EventStreamReader eventStreamReader, String id) {
        Map<String, String> told = new TreeMap<>();
        while (true) {
            var one = eventStreamReader.next(1).getFirst();
            assertThat(one.name()).isEqualTo("observation");
            assertMatchesSchema("FigureTold", one.data());
            var data = JsonPath.from(one.data());
            told.put(data.getString("indicator") + " " + data.getString("period"), data.getString("value"));
            if (one.id().equals(id)) {
                return told;
            }
        }
    }

    @Test
    void aCorrectionIsToldAsTheValuesThatItMoves() {
        try (var eventStreamReader = EventStreamReader.to(path())) {
            say("v-1", "activity.corrected", "{\"start\": \"2014-07-01\"}");

            var told = step(eventStreamReader, territory + ":3");

            assertThat(told)
                    .containsEntry("bahia.visits 2014-05", "0")
                    .containsEntry("bahia.visits 2014-07", "1")
                    .doesNotContainKey("bahia.visits 2014");
        }
    }

    @Test
    void whatCameWhileNobodyListenedIsToldAtOnce() {
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
    void anEntryThatMovesNothingIsNotTold() {
        try (var eventStreamReader = EventStreamReader.to(path())) {
            say("v-1", "activity.assessed", "{\"comment\": \"well done\"}");
            say("v-2", "visit.received", "{\"start\": \"2014-06-20\"}");

            assertThat(step(eventStreamReader, territory + ":4").keySet()).contains("bahia.visits 2014-06");
        }
    }

    @Test
    void manyReadersAreToldTheSame() {
        var listeners =
                List.of(EventStreamReader.to(path()), EventStreamReader.to(path()), EventStreamReader.to(path()));
        try {
            say("v-2", "visit.received", "{\"start\": \"2014-06-20\"}");

            var told = listeners.stream().map(it -> step(it, territory + ":3")).toList();

            assertThat(told).allMatch(it -> it.equals(told.getFirst()));
        } finally {
            listeners.forEach(EventStreamReader::close);
        }
    }
}
