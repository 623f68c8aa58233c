package org.bitacora.server.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.server.testing.TestRequests.freshTerritory;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.bitacora.domain.activity.ActivityFold;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.domain.json.Json;
import org.bitacora.eventlog.AppendMode;
import org.bitacora.eventlog.Draft;
import org.bitacora.eventlog.EventLog;
import org.bitacora.eventlog.upcast.Upcasters;
import org.bitacora.projections.projector.Projector;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stream of log entries. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class LogStreamIT extends StreamScenario {

    @Inject
    EventLog log;

    @Inject
    @Named("log")
    Pool pool;

    @Test
    void anEntryIsSentWhenItsObservationsCanBeRead() {
        try (var eventStreamReader = EventStreamReader.to(path(territory))) {
            postVisit(territory);

            var receivedEvent = eventStreamReader.next(1).getFirst();
            given().get("/v1/territories/" + territory + "/indicators/bahia.visits/observations?period=2014")
                    .then()
                    .body("observations[0].value", equalTo(1));
            assertThat(receivedEvent.name()).isEqualTo("log");
            assertMatchesSchema("LogEntryMessage", receivedEvent.data());
            assertThat(receivedEvent.id()).isEqualTo(territory + ":2");
            var data = JsonPath.from(receivedEvent.data());
            assertThat(data.getString("territory")).isEqualTo(territory);
            assertThat(data.getLong("position")).isEqualTo(2);
            assertThat(data.getString("type")).isEqualTo("org.bitacora.visit.received");
            assertThat(data.getString("subject")).isEqualTo(territory + "/v");
            assertThat(data.getString("recordedAt")).endsWith("Z");
        }
    }

    @Test
    void aStreamResumesAtTheLastEventId() {
        String last;
        try (var eventStreamReader = EventStreamReader.to(path(territory))) {
            postVisit(territory);
            eventStreamReader.next(1);
            last = eventStreamReader.lastId();
        }
        postVisits(territory, 1_700);
        try (var eventStreamReader = EventStreamReader.after(path(territory), last)) {
            assertThat(ids(eventStreamReader.next(1_700))).isEqualTo(ids(3, 1_702));
            postVisit(territory);
            assertThat(ids(eventStreamReader.next(1))).isEqualTo(ids(1_703, 1_703));
        }
        try (var eventStreamReader = EventStreamReader.to(path(territory) + "&after=" + territory + ":1701")) {
            assertThat(ids(eventStreamReader.next(2))).isEqualTo(ids(1_702, 1_703));
        }
        try (var eventStreamReader =
                EventStreamReader.after(path(territory) + "&after=" + territory + ":1", territory + ":1702")) {
            assertThat(ids(eventStreamReader.next(1))).isEqualTo(ids(1_703, 1_703));
        }
    }

    @Test
    void concurrentEventsAreSentOnceAndInOrder() {
        try (var eventStreamReader = EventStreamReader.to(path(territory));
                var other = EventStreamReader.to(path(territory))) {
            var posting = IntStream.range(0, 4)
                    .mapToObj(n -> CompletableFuture.runAsync(() -> {
                        for (int i = 0; i < 150; i++) {
                            postVisit(territory);
                        }
                    }))
                    .toList();

            assertThat(ids(eventStreamReader.next(600))).isEqualTo(ids(2, 601));
            assertThat(ids(other.next(600))).isEqualTo(ids(2, 601));
            posting.forEach(CompletableFuture::join);
        }
    }

    @Test
    void aStreamOfSeveralTerritoriesHasTheirPositionsAsId() {
        var second = freshTerritory();
        String last;
        try (var eventStreamReader = EventStreamReader.to(path(territory, second))) {
            postVisit(second);
            assertThat(eventStreamReader.next(1).getFirst().id()).isEqualTo(territory + ":1," + second + ":2");
            postVisit(territory);
            last = eventStreamReader.next(1).getFirst().id();
            assertThat(last).isEqualTo(territory + ":2," + second + ":2");
        }
        postVisits(territory, 700);
        postVisits(second, 3);
        try (var eventStreamReader = EventStreamReader.after(path(territory, second), last)) {
            var events = new ArrayList<>(eventStreamReader.next(703));
            assertThat(events.stream().filter(it -> it.data().contains(second))).hasSize(3);
            assertThat(eventStreamReader.lastId()).isEqualTo(territory + ":702," + second + ":5");
        }
    }

    @Test
    void entriesProjectedByAnotherNodeAreSent() {
        try (var eventStreamReader = EventStreamReader.to(path(territory))) {
            log.append(List.of(draft()), AppendMode.EACH).await().indefinitely();
            new Projector(pool, new Upcasters(List.of()), ActivityFold::new, 10).runPass(Set.of(territory));

            assertThat(ids(eventStreamReader.next(1))).isEqualTo(ids(2, 2));
        }
    }

    private Draft draft() {
        var type = "org.bitacora.visit.received";
        var subject = territory + "/v";
        return new Draft(
                territory,
                new EventKey("urn:test", UUID.randomUUID().toString()),
                type,
                Upcasters.CURRENT,
                subject,
                Optional.empty(),
                "{}",
                Optional.empty(),
                Draft.contentOf(territory, type, subject, Json.Obj.EMPTY),
                Optional.empty(),
                new Draft.Author("urn:test", false, false),
                Optional.empty());
    }

    @Test
    void anIdleStreamSendsComments() {
        try (var eventStreamReader = EventStreamReader.to(path(territory))) {
            var receivedEvent = eventStreamReader.next();
            assertThat(receivedEvent.id() + receivedEvent.data()).isEmpty();
            postVisit(territory);
            assertThat(eventStreamReader.next(1).getFirst().id()).isEqualTo(territory + ":2");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "?territory=", "?territory=%s&topic=weather", "?territory=%s&after=17", "?territory=%s&x=1"})
    void invalidParametersAreRefused(String query) {
        given().get("/v1/stream" + query.formatted(territory)).then().statusCode(400);
    }

    @Test
    void unknownTerritoriesAndPositionsAreRefused() {
        given().get(path(territory, "nowhere")).then().statusCode(404);
        given().get(path(IntStream.range(0, 51).mapToObj(n -> "t-" + n).toArray(String[]::new)))
                .then()
                .statusCode(400);
        given().header("Last-Event-ID", "x")
                .get(path(territory))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/header/Last-Event-ID"));
        given().get(path(territory) + "&after=" + territory + ":2")
                .then()
                .statusCode(400)
                .body("detail", containsString("ends at position 1."));
    }
}
