package org.bitacora.channels.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.projections.relay.RelayedEntry;
import org.junit.jupiter.api.Test;

class LogRecordsTest {

    private static RelayedEntry entry(String data) {
        return new RelayedEntry(
                "br-ba",
                17,
                Instant.parse("2026-01-02T03:04:05Z"),
                new EventKey("urn:\"test\"", "ñ-1"),
                "org.bitacora.visit.received",
                "br-ba/v-1",
                Optional.empty(),
                Buffer.buffer(data),
                Optional.of("{\"position\":1,\"traceparent\":\"00-a-b-01\"}"),
                "somebody");
    }

    private static JsonPath record(RelayedEntry entry, int largest) {
        var record = new LogRecordMapper("bitacora.log", largest).toRecord(entry);
        assertThat(record.key()).asString(StandardCharsets.UTF_8).isEqualTo("br-ba");
        return new JsonPath(new String(record.value(), StandardCharsets.UTF_8));
    }

    @Test
    void attributesAndDataAreThoseOfTheSender() {
        var sent = record(entry("{\"title\":\"São \\\"Tomé\\\"\"}"), 1 << 20);

        assertThat(sent.getString("source")).isEqualTo("urn:\"test\"");
        assertThat(sent.getString("id")).isEqualTo("ñ-1");
        assertThat(sent.getString("traceparent")).isEqualTo("00-a-b-01");
        assertThat(sent.getLong("position")).isEqualTo(17);
        assertThat(sent.getString("data.title")).isEqualTo("São \"Tomé\"");
        assertThat(sent.getString("dataref")).isNull();
    }

    @Test
    void dataThatIsTooLargeIsReplacedByAReference() {
        var sent = record(entry("{\"results\":\"" + "x".repeat(6_000) + "\"}"), 5_000);

        assertThat(sent.getString("data")).isNull();
        assertThat(sent.getString("dataref")).isEqualTo("/v1/territories/br-ba/log?after=16&limit=1");
        assertThat(sent.getInt("position")).isEqualTo(17);
    }
}
