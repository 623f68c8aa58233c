package org.bitacora.server.kafka;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bitacora.server.testing.KafkaTestResource;
import org.bitacora.server.testing.PostgresTestResource;
import org.bitacora.server.testing.TestTopic;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests that refused events from Kafka go to the dead letter topic and do not affect other events. */
@Tag("kafka")
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@WithTestResource(value = KafkaTestResource.class, scope = TestResourceScope.MATCHING_RESOURCES)
class RejectedEventsIT extends KafkaScenario {

    @Inject
    Pool pool;

    @Test
    void refusedEventsGoToTheDeadLetterTopic() throws Exception {
        var key = "bad-" + territory;
        var bad = header(shared.record(key, "{\"specversion\": "), "content-type", "application/cloudevents+json");

        shared.send(List.of(structured(visit("1")), header(bad, "trace", "t-1"), structured(visit("2"))));

        awaitEnd(3);
        var rejected = rejected(key);
        assertThat(rejected.value()).isEqualTo("{\"specversion\": ");
        assertThat(header(rejected, "trace")).isEqualTo("t-1");
        assertThat(header(rejected, "problem-type")).isEqualTo("urn:bitacora:problem:unreadable");
        assertThat(header(rejected, "problem-status")).isEqualTo("400");
        assertThat(header(rejected, "origin-topic")).isEqualTo("bitacora.events.in");
        assertThat(header(rejected, "origin-offset")).matches("[0-9]+");
        assertMatchesSchema("Problem", header(rejected, "problem"));
        assertThat(new JsonPath(header(rejected, "problem")).getList("errors")).isNotEmpty();
    }

    @Test
    void writePermissionsDependOnTheTopic() throws Exception {
        refused("another", event("1", "urn:test:another", "v-1", "visit.received", "{}"), "403");
        refused("type", event("2", PROTOCOL, "m-1", "mission.carried-out", "{}"), "403");

        TestTopic.named("bitacora.events.in.archive")
                .send(new ProducerRecord<>(
                        "bitacora.events.in.archive",
                        territory,
                        event("3", "urn:test:another", "m-1", "mission.carried-out", "{}")));

        awaitEnd(2);
    }

    private void refused(String name, String event, String status) throws Exception {
        var key = name + "-" + territory;
        shared.send(shared.record(key, event));
        assertThat(header(rejected(key), "problem-status")).isEqualTo(status);
    }

    @Test
    void malformedRecordsAreRefusedOneByOne() throws Exception {
        refused("empty", "", "400");
        refused("array", "[1]", "400");
        refused("future", visit("f").replace("\"data\"", "\"time\": \"2999-01-01T00:00:00Z\", \"data\""), "422");
        refused("large", visit("l").replace("2014-05-12", "x".repeat(1 << 20)), "413");
        var none = "none-" + territory;
        shared.send(new ProducerRecord<>("bitacora.events.in", none, null));
        assertThat(header(rejected(none), "problem-status")).isEqualTo("400");

        shared.send(structured(visit("after")));

        awaitEnd(2);
    }

    /** The record is compressed, so that it is small enough for the broker. */
    @Test
    void aRecordTooLargeForTheDeadLetterTopicIsReportedThere() throws Exception {
        var large = visit("large").replace("2014-05-12", "x".repeat(20 << 20));
        long offset;
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", shared.brokers(), "compression.type", "gzip", "max.request.size", 64 << 20),
                new StringSerializer(),
                new StringSerializer())) {
            offset = producer.send(shared.record("large", large))
                    .get(60, SECONDS)
                    .offset();
        }
        shared.send(structured(visit("after")));

        awaitEnd(2);
        var rejected = await().atMost(30, SECONDS)
                .until(
                        () -> TestTopic.named("bitacora.events.rejected").readAll().stream()
                                .filter(it -> it.headers().lastHeader("value-omitted") != null)
                                .toList(),
                        it -> !it.isEmpty())
                .getFirst();
        assertThat(rejected.value()).isNull();
        assertThat(header(rejected, "problem-status")).isEqualTo("413");
        assertThat(header(rejected, "origin-offset")).isEqualTo(Long.toString(offset));
    }

    @Test
    void anUnexpectedDatabaseErrorDoesNotStopOtherEvents() throws Exception {
        var bad = "bad-" + UUID.randomUUID();
        run("alter table log add constraint strange check (id <> '" + bad + "')");
        try {
            shared.send(List.of(structured(visit("1")), shared.record(bad, visit(bad)), structured(visit("2"))));

            awaitEnd(3);
            assertThat(header(rejected(bad), "problem-status")).isEqualTo("500");
        } finally {
            run("alter table log drop constraint strange");
        }
    }

    private void run(String sql) {
        pool.query(sql).execute().toCompletionStage().toCompletableFuture().join();
    }
}
