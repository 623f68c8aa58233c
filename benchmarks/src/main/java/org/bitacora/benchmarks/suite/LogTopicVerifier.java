package org.bitacora.benchmarks.suite;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bitacora.benchmarks.progress.MeasurementException;
import org.bitacora.benchmarks.testbed.Testbed;

/**
 * Verifies that the log topic holds every entry in order, after duplicates are dropped. Otherwise the measurement
 * fails.
 */
final class LogTopicVerifier {

    private static final String TOPIC = "bitacora.log";
    private static final String POSITION = "\"position\":";
    private static final String ENTRIES = "select coalesce(sum(position), 0)::bigint from head";

    private LogTopicVerifier() {}

    static void verify(Testbed bed) {
        Map<String, Long> seen = new HashMap<>();
        try (var consumer = bed.broker().consumer(TOPIC, true)) {
            var ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> verifyRecord(record, seen));
            }
        }
        long all = seen.values().stream().mapToLong(Long::longValue).sum();
        long expected = bed.database().queryLong(ENTRIES);
        if (all != expected) {
            throw new MeasurementException("The topic has %,d entries, but the logs have %,d".formatted(all, expected));
        }
    }

    private static void verifyRecord(ConsumerRecord<byte[], byte[]> record, Map<String, Long> seen) {
        var territory = new String(record.key(), StandardCharsets.UTF_8);
        var text = new String(record.value(), StandardCharsets.UTF_8);
        int at = text.indexOf(POSITION) + POSITION.length();
        long position = Long.parseLong(text.substring(at, text.indexOf(',', at)));
        long last = seen.getOrDefault(territory, 0L);
        if (position > last + 1) {
            throw new MeasurementException(
                    "Position %d of %s follows position %d".formatted(position, territory, last));
        }
        seen.put(territory, Math.max(last, position));
    }
}
