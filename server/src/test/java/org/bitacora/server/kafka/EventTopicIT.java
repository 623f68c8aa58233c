package org.bitacora.server.kafka;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bitacora.server.testing.KafkaTestResource;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Events received over Kafka. */
@Tag("kafka")
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@WithTestResource(value = KafkaTestResource.class, scope = TestResourceScope.MATCHING_RESOURCES)
class EventTopicIT extends KafkaScenario {

    @Test
    void aStructuredEventIsAppendedAndCounted() throws Exception {
        shared.send(structured(visit("1")));

        awaitEnd(2);

        given().get("/v1/territories/" + territory + "/indicators/bahia.visits/observations?period=2014&minPosition=2")
                .then()
                .body("observations[0].value", equalTo(1));
        given().get("/v1/territories/" + territory + "/log?source=" + PROTOCOL + "&id=1")
                .then()
                .body("items[0].postedBy", equalTo(PROTOCOL));
    }

    @Test
    void aBinaryEventIsAppendedWithItsDataAsSent() throws Exception {
        var record = shared.record(territory, "{\"title\": \"Rosario\",  \"start\": \"2014\"}");
        header(record, "content-type", "application/json");
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", "b-ñ");
        header(record, "ce_source", PROTOCOL);
        header(record, "ce_type", "org.bitacora.visit.received");
        header(record, "ce_subject", territory + "/v-binary");

        shared.send(record);

        awaitEnd(2);
        given().queryParam("source", PROTOCOL)
                .queryParam("id", "b-ñ")
                .get("/v1/territories/" + territory + "/log")
                .then()
                .body("items[0].data.title", equalTo("Rosario"));
    }

    @Test
    void aRecordWithoutHeadersIsRead() throws Exception {
        shared.send(shared.record(territory, visit("plain")));

        awaitEnd(2);
    }

    @Test
    void aDuplicateEventHasNoEffect() throws Exception {
        shared.send(List.of(structured(visit("1")), structured(visit("2")), structured(visit("1"))));
        shared.send(List.of(structured(visit("2")), structured(visit("3"))));

        awaitEnd(4);
    }

    @Test
    void allEventsAreStoredWhenTheBrokerIsKilled() throws Exception {
        List<ProducerRecord<String, String>> records = IntStream.range(0, 3_000)
                .mapToObj(i -> structured(visit("n-" + i)))
                .toList();

        shared.send(records.subList(0, 1_500));
        KafkaTestResource.kill();
        shared.send(records.subList(1_500, 3_000));

        awaitEnd(3_001);
    }
}
