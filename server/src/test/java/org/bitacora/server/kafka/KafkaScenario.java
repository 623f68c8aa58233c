package org.bitacora.server.kafka;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bitacora.server.testing.TestRequests.freshTerritory;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bitacora.server.testing.HttpScenario;
import org.bitacora.server.testing.TestTopic;
import org.junit.jupiter.api.BeforeEach;

/** Base class of Kafka tests: sends events over Kafka and reads the results. */
abstract class KafkaScenario extends HttpScenario {

    static final String PROTOCOL = "urn:test:protocol";

    TestTopic shared = new TestTopic("", "");
    String territory = "";

    @BeforeEach
    void createTerritory() {
        shared = TestTopic.named("bitacora.events.in");
        territory = freshTerritory();
    }

    String event(String id, String source, String activity, String type, String data) {
        return """
                {"specversion": "1.0", "id": "%s", "source": "%s", "type": "org.bitacora.%s",
                 "subject": "%s/%s", "data": %s}""".formatted(id, source, type, territory, activity, data);
    }

    String visit(String id) {
        return event(id, PROTOCOL, "v-" + id, "visit.received", "{\"start\": \"2014-05-12\"}");
    }

    ProducerRecord<String, String> structured(String value) {
        return header(shared.record(territory, value), "content-type", "application/cloudevents+json");
    }

    static ProducerRecord<String, String> header(ProducerRecord<String, String> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
        return record;
    }

    void awaitEnd(int position) {
        await().atMost(30, SECONDS).until(() -> lastPosition() >= position);
        assertThat(lastPosition()).isEqualTo(position);
    }

    int lastPosition() {
        return given().get("/v1/territories/" + territory + "/log?limit=5000")
                .jsonPath()
                .getList("items")
                .size();
    }

    ConsumerRecord<String, String> rejected(String key) {
        var testTopic = TestTopic.named("bitacora.events.rejected");
        return await().atMost(30, SECONDS)
                .until(
                        () -> testTopic.readAll().stream()
                                .filter(it -> key.equals(it.key()))
                                .toList(),
                        it -> !it.isEmpty())
                .getFirst();
    }

    static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
