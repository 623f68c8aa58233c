package org.bitacora.benchmarks.suite;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bitacora.benchmarks.progress.Unmeasurable;
import org.bitacora.benchmarks.testbed.Testbed;

/** The topic of the log: whoever drops what it has seen has every entry once and in order, or nothing was measured. */
final class ToldLog {

    private static final String TOPIC = "bitacora.log";
    private static final String POSITION = "\"position\":";
    private static final String ENTRIES = "select coalesce(sum(position), 0)::bigint from head";

    private ToldLog() {}

    static void check(Testbed bed) {
        Map<String, Long> seen = new HashMap<>();
        try (var consumer = bed.kafka().consumer(TOPIC, true)) {
            var ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> see(record, seen));
            }
        }
        long all = seen.values().stream().mapToLong(Long::longValue).sum();
        long wanted = bed.database().number(ENTRIES);
        if (all != wanted) {
            throw new Unmeasurable("The topic has %,d entries, and the logs have %,d".formatted(all, wanted));
        }
    }

    private static void see(ConsumerRecord<byte[], byte[]> record, Map<String, Long> seen) {
        var territory = new String(record.key(), StandardCharsets.UTF_8);
        var text = new String(record.value(), StandardCharsets.UTF_8);
        int at = text.indexOf(POSITION) + POSITION.length();
        long position = Long.parseLong(text.substring(at, text.indexOf(',', at)));
        long last = seen.getOrDefault(territory, 0L);
        if (position > last + 1) {
            throw new Unmeasurable("Position %d of %s came after %d".formatted(position, territory, last));
        }
        seen.put(territory, Math.max(last, position));
    }
}
