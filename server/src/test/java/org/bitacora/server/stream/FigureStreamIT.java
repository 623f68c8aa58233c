package org.bitacora.server.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.server.testing.Calls.event;
import static org.bitacora.server.testing.Calls.freshTerritory;
import static org.bitacora.server.testing.Calls.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bitacora.server.testing.OverHttp;
import org.bitacora.server.testing.RealDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The figures that move, told while they do. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class FigureStreamIT extends OverHttp {

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
    private static Map<String, String> step(Listener listener, String id) {
        Map<String, String> told = new TreeMap<>();
        while (true) {
            var one = listener.next(1).getFirst();
            assertThat(one.name()).isEqualTo("observation");
            assertFits("FigureTold", one.data());
            var data = JsonPath.from(one.data());
            told.put(data.getString("indicator") + " " + data.getString("period"), data.getString("value"));
            if (one.id().equals(id)) {
                return told;
            }
        }
    }

    @Test
    void aCorrectionIsToldAsTheValuesThatItMoves() {
        try (var listener = Listener.to(path())) {
            say("v-1", "activity.corrected", "{\"start\": \"2014-07-01\"}");

            var told = step(listener, territory + ":3");

            assertThat(told)
                    .containsEntry("bahia.visits 2014-05", "0")
                    .containsEntry("bahia.visits 2014-07", "1")
                    .doesNotContainKey("bahia.visits 2014");
        }
    }

    @Test
    void whatCameWhileNobodyListenedIsToldAtOnce() {
        String last;
        try (var listener = Listener.to(path())) {
            last = listener.lastId();
        }
        say("v-2", "visit.received", "{\"start\": \"2014-05-20\"}");
        say("v-3", "visit.received", "{\"start\": \"2014-05-21\"}");
        given().get("/v1/territories/" + territory + "?minPosition=4").then().statusCode(200);

        try (var listener = Listener.after(path(), last)) {
            assertThat(step(listener, territory + ":4")).containsEntry("bahia.visits 2014-05", "3");
        }
    }

    @Test
    void anEntryThatMovesNothingIsNotTold() {
        try (var listener = Listener.to(path())) {
            say("v-1", "activity.assessed", "{\"comment\": \"well done\"}");
            say("v-2", "visit.received", "{\"start\": \"2014-06-20\"}");

            assertThat(step(listener, territory + ":4").keySet()).contains("bahia.visits 2014-06");
        }
    }

    @Test
    void manyReadersAreToldTheSame() {
        var listeners = List.of(Listener.to(path()), Listener.to(path()), Listener.to(path()));
        try {
            say("v-2", "visit.received", "{\"start\": \"2014-06-20\"}");

            var told = listeners.stream().map(it -> step(it, territory + ":3")).toList();

            assertThat(told).allMatch(it -> it.equals(told.getFirst()));
        } finally {
            listeners.forEach(Listener::close);
        }
    }
}
