package org.bitacora.server.stream;

import static org.bitacora.server.testing.Calls.event;
import static org.bitacora.server.testing.Calls.freshTerritory;
import static org.bitacora.server.testing.Calls.post;
import static org.bitacora.server.testing.Calls.postBatch;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bitacora.server.testing.OverHttp;
import org.junit.jupiter.api.BeforeEach;

/** A territory that streams tell of, and what happens there. */
abstract class OnAStream extends OverHttp {

    String territory = "";

    @BeforeEach
    void found() {
        territory = freshTerritory();
    }

    static void visit(String territory) {
        post(event(territory, "v", "visit.received", "{\"start\": \"2014\"}"))
                .then()
                .statusCode(201);
    }

    static void visits(String territory, int count) {
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

    static List<String> ids(List<Listener.Told> told) {
        return told.stream().map(Listener.Told::id).toList();
    }

    List<String> ids(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(n -> territory + ":" + n)
                .toList();
    }
}
