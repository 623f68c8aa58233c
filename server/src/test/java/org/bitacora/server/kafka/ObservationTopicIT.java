package org.bitacora.server.kafka;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bitacora.server.testing.TestRequests.event;
import static org.bitacora.server.testing.TestRequests.freshTerritory;
import static org.bitacora.server.testing.TestRequests.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.bitacora.server.testing.HttpScenario;
import org.bitacora.server.testing.KafkaTestResource;
import org.bitacora.server.testing.PostgresTestResource;
import org.bitacora.server.testing.TestTopic;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The topic of changed observations. */
@Tag("kafka")
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@WithTestResource(value = KafkaTestResource.class, scope = TestResourceScope.MATCHING_RESOURCES)
class ObservationTopicIT extends HttpScenario {

    private static List<JsonPath> awaitMessages(String key, int times) {
        return await().atMost(60, SECONDS)
                .until(
                        () -> TestTopic.named("bitacora.observations").readAll().stream()
                                .filter(it -> it.key().equals(key))
                                .map(it -> new JsonPath(it.value()))
                                .toList(),
                        it -> it.size() >= times);
    }

    @Test
    void aChangedObservationIsKeyedByTerritoryIndicatorAndPeriod() {
        var territory = freshTerritory();
        post(event(territory, "v-1", "visit.received", "{\"start\": \"2014-05-12\"}"));
        var first = awaitMessages(territory + "/bahia.visits/2014-05", 1).getLast();
        assertThat(first.getInt("value")).isEqualTo(1);
        assertThat(first.getString("territory")).isEqualTo(territory);
        assertThat(first.getString("indicator")).isEqualTo("bahia.visits");
        assertThat(first.getString("period")).isEqualTo("2014-05");

        post(event(territory, "v-1", "activity.corrected", "{\"start\": \"2014-07-01\"}"));

        var then = awaitMessages(territory + "/bahia.visits/2014-05", 2).getLast();
        assertThat(then.getInt("value")).isZero();
        assertThat(then.getInt("position")).isEqualTo(3);
        assertThat(awaitMessages(territory + "/bahia.visits/2014-07", 1)
                        .getLast()
                        .getInt("value"))
                .isEqualTo(1);
        assertThat(awaitMessages(territory + "/bahia.visits/2014", 1)).hasSize(1);
    }

    @Test
    void stocksOfANewYearAreSent() {
        var territory = freshTerritory();
        post(event(territory, "a-1", "agreement.signed", "{\"on\": \"2014-05-12\"}"));
        awaitMessages(territory + "/allas.agreements-in-force/2014", 1);

        post(event(territory, "v-1", "visit.received", "{\"start\": \"2015-02-03\"}"));

        assertThat(awaitMessages(territory + "/allas.agreements-in-force/2015-11", 1)
                        .getLast()
                        .getInt("value"))
                .isEqualTo(1);
    }

    @Test
    void zeroValuesOfANewYearAreNotSent() {
        var territory = freshTerritory();
        post(event(territory, "v-1", "visit.received", "{\"start\": \"2014-05-12\"}"));
        awaitMessages(territory + "/bahia.visits/2014", 1);
        post(event(territory, "v-2", "visit.received", "{\"start\": \"2014-05-13\"}"));
        awaitMessages(territory + "/bahia.visits/2014", 2); // everything sent with the first event has arrived

        assertThat(TestTopic.named("bitacora.observations").readAll())
                .noneMatch(it -> it.key().equals(territory + "/bahia.missions/2014"));
    }
}
