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
                "somebody");
    }

    private static JsonPath told(RelayedEntry entry, int largest) {
        var record = new LogRecordMapper("bitacora.log", largest).toRecord(entry);
        assertThat(record.key()).asString(StandardCharsets.UTF_8).isEqualTo("br-ba");
        return new JsonPath(new String(record.value(), StandardCharsets.UTF_8));
    }

    @Test
    void whatWasSentStandsAsItWasSent() {
        var told = told(entry("{\"title\":\"São \\\"Tomé\\\"\"}"), 1 << 20);

        assertThat(told.getString("source")).isEqualTo("urn:\"test\"");
        assertThat(told.getString("id")).isEqualTo("ñ-1");
        assertThat(told.getString("data.title")).isEqualTo("São \"Tomé\"");
        assertThat(told.getString("dataref")).isNull();
    }

    @Test
    void dataThatAreTooLongForTheTopicAreReferredTo() {
        var told = told(entry("{\"results\":\"" + "x".repeat(6_000) + "\"}"), 5_000);

        assertThat(told.getString("data")).isNull();
        assertThat(told.getString("dataref")).isEqualTo("/v1/territories/br-ba/log?after=16&limit=1");
        assertThat(told.getInt("position")).isEqualTo(17);
    }
}
