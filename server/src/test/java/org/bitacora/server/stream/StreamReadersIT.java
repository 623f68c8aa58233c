package org.bitacora.server.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.Test;

/** Readers of streams that are slow, disconnect or exceed limits. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class StreamReadersIT extends StreamScenario {

    private static final int MOST = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Fills the socket buffers of a reader that does not read, until the stream is cut, and then resumes it. */
    @Test
    void aReaderThatDoesNotReadIsDisconnectedAndCanResume() {
        postVisits(territory, 60_000);
        double before = count("bitacora_streams_dropped_total");
        try (var eventStreamReader = EventStreamReader.idle(path(territory) + "&after=" + territory + ":1")) {
            await().atMost(PATIENCE).until(() -> count("bitacora_streams_dropped_total") == before + 1);
            await().atMost(PATIENCE).until(() -> count("bitacora_streams_open") == 0);
            int told = eventStreamReader.untilDropped();
            assertThat(told).isBetween(1, 59_999);
            try (var again = EventStreamReader.after(path(territory), eventStreamReader.lastId())) {
                assertThat(again.next(1).getFirst().id()).isEqualTo(territory + ":" + (told + 2));
            }
        }
    }

    @Test
    void aDisconnectedReaderIsRemoved() {
        try (var eventStreamReader = EventStreamReader.to(path(territory))) {
            assertThat(count("bitacora_streams_open")).isPositive();
            postVisit(territory);
            eventStreamReader.next(1);
        }
        await().atMost(PATIENCE).until(() -> count("bitacora_streams_open") == 0);
    }

    @Test
    void aReaderDisconnectedBeforeTheFirstEventMissesNothing() {
        String greeted;
        try (var eventStreamReader = EventStreamReader.to(path(territory))) {
            greeted = eventStreamReader.lastId();
        }
        postVisit(territory);
        try (var eventStreamReader = EventStreamReader.after(path(territory), greeted)) {
            assertThat(ids(eventStreamReader.next(1))).isEqualTo(ids(2, 2));
        }
    }

    @Test
    void theNumberOfStreamsIsLimited() {
        var open = new ArrayList<EventStreamReader>();
        try {
            for (int i = 0; i < MOST; i++) {
                open.add(EventStreamReader.to(path(territory)));
            }
            assertThatThrownBy(() -> EventStreamReader.to(path(territory))).hasMessageContaining(" 503 ");
            postVisit(territory);
            open.forEach(it -> assertThat(ids(it.next(1))).isEqualTo(ids(2, 2)));
        } finally {
            open.forEach(EventStreamReader::close);
        }
        await().atMost(PATIENCE).until(() -> count("bitacora_streams_open") == 0);
    }

    @Test
    void aHeadRequestReturnsHeadersOnly() {
        given().head(path(territory)).then().statusCode(200);
        await().atMost(PATIENCE).until(() -> count("bitacora_streams_open") == 0);
    }

    private static double count(String meter) {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(it -> it.startsWith(meter + " "))
                .mapToDouble(it -> Double.parseDouble(it.split(" ", -1)[1]))
                .findFirst()
                .orElseThrow();
    }
}
