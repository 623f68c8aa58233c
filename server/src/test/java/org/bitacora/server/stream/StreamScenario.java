package org.bitacora.server.stream;

import static org.bitacora.server.testing.TestRequests.event;
import static org.bitacora.server.testing.TestRequests.freshTerritory;
import static org.bitacora.server.testing.TestRequests.post;
import static org.bitacora.server.testing.TestRequests.postBatch;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bitacora.server.testing.HttpScenario;
import org.junit.jupiter.api.BeforeEach;

/** Base class of stream tests: a territory and its events. */
abstract class StreamScenario extends HttpScenario {

    String territory = "";

    @BeforeEach
    void createTerritory() {
        territory = freshTerritory();
    }

    static void postVisit(String territory) {
        post(event(territory, "v", "visit.received", "{\"start\": \"2014\"}"))
                .then()
                .statusCode(201);
    }

    static void postVisits(String territory, int count) {
        var events = IntStream.range(0, count)
                .mapToObj(n ->
                        event(territory, "v-" + n, "visit.received", "{\"start\": \"2014\", \"title\": \"Visita\"}"))
                .toList();
        for (int from = 0; from < count; from += 500) {
            postBatch("", events.subList(from, Math.min(count, from + 500)))
                    .then()
                    .statusCode(200);
        }
    }

    static String path(String... territories) {
        return "/v1/stream?territory=" + String.join(",", territories);
    }

    static List<String> ids(List<EventStreamReader.ReceivedEvent> events) {
        return events.stream().map(EventStreamReader.ReceivedEvent::id).toList();
    }

    List<String> ids(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(n -> territory + ":" + n)
                .toList();
    }
}
