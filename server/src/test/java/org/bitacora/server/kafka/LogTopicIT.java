package org.bitacora.server.kafka;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bitacora.server.testing.TestRequests.event;
import static org.bitacora.server.testing.TestRequests.freshTerritory;
import static org.bitacora.server.testing.TestRequests.post;
import static org.bitacora.server.testing.TestRequests.postBatch;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bitacora.server.testing.HttpScenario;
import org.bitacora.server.testing.KafkaTestResource;
import org.bitacora.server.testing.PostgresTestResource;
import org.bitacora.server.testing.TestTopic;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The topic of the log. */
@Tag("kafka")
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@WithTestResource(value = KafkaTestResource.class, scope = TestResourceScope.MATCHING_RESOURCES)
class LogTopicIT extends HttpScenario {

    private List<ConsumerRecord<String, String>> awaitRecords(String territory, int records) {
        var testTopic = TestTopic.named("bitacora.log");
        return await().atMost(30, SECONDS)
                .until(
                        () -> testTopic.readAll().stream()
                                .filter(it -> it.key().equals(territory))
                                .toList(),
                        it -> it.size() >= records);
    }

    @Test
    void anEntryIsACloudEventWithItsPositionAndItsDataAsSent() {
        var territory = freshTerritory();
        post("""
                {"specversion": "1.0", "id": "k-1", "source": "urn:test", "type": "org.bitacora.visit.received",
                 "subject": "%s/v-1", "time": "2014-05-12T09:30:00Z", "data": {"title": "Rosario \\"R\\"", "start": "2014-05-12",
                 "private": {"contact": "somebody"}}}""".formatted(territory)).then().statusCode(201);

        var record = awaitRecords(territory, 2).getLast();

        var records = new JsonPath(record.value());
        assertThat(records.getString("specversion")).isEqualTo("1.0");
        assertThat(records.getString("id")).isEqualTo("k-1");
        assertThat(records.getString("source")).isEqualTo("urn:test");
        assertThat(records.getString("type")).isEqualTo("org.bitacora.visit.received");
        assertThat(records.getString("subject")).isEqualTo(territory + "/v-1");
        assertThat(records.getString("time")).isEqualTo("2014-05-12T09:30:00Z");
        assertThat(records.getString("territory")).isEqualTo(territory);
        assertThat(records.getInt("position")).isEqualTo(2);
        assertThat(records.getString("recordedtime")).startsWith("20");
        assertThat(records.getString("postedby")).isEqualTo("admin");
        assertThat(records.getString("data.title")).isEqualTo("Rosario \"R\"");
        assertThat(record.value()).doesNotContain("somebody");
        assertThat(record.headers().lastHeader("content-type").value())
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo("application/cloudevents+json; charset=UTF-8");
    }

    @Test
    void entriesComeInTheOrderOfTheirLog() {
        var territory = freshTerritory();
        for (int batch = 0; batch < 3; batch++) {
            postBatch(
                            "",
                            IntStream.range(0, 300)
                                    .mapToObj(i -> event(territory, "v-" + i, "visit.received", "{}"))
                                    .toList())
                    .then()
                    .statusCode(200);
        }

        var positions = awaitRecords(territory, 901).stream()
                .map(it -> new JsonPath(it.value()).getLong("position"))
                .toList();

        assertThat(positions).isSorted().doesNotHaveDuplicates().hasSize(901).endsWith(901L);
    }

    @Test
    void noEntryIsLostWhenTheBrokerIsKilled() {
        var territory = freshTerritory();
        var visits = IntStream.range(0, 200)
                .mapToObj(i -> event(territory, "v-" + i, "visit.received", "{}"))
                .toList();
        for (int i = 0; i < visits.size(); i++) {
            if (i == 50 || i == 120) {
                KafkaTestResource.kill();
            }
            post(visits.get(i)).then().statusCode(201);
        }

        var positions = awaitRecords(territory, 201).stream()
                .map(it -> new JsonPath(it.value()).getLong("position"))
                .toList();

        assertThat(firstSeen(positions))
                .isEqualTo(LongStream.rangeClosed(1, 201).boxed().toList());
    }

    /**
     * Returns the positions without the ones that are not greater than an earlier one, as a reader that drops
     * duplicates sees them.
     */
    private static List<Long> firstSeen(List<Long> positions) {
        var lastPositions = new ArrayList<Long>();
        for (var position : positions) {
            if (lastPositions.isEmpty() || position > lastPositions.getLast()) {
                lastPositions.add(position);
            }
        }
        return lastPositions;
    }
}
