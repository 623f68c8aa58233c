package org.bitacora.channels.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;

/**
 * Reads partitions, load by load: while one is appended the next is checked, and never more than these two are in memory.
 * An offset is committed after the COMMIT of the log and after what was refused has arrived where it belongs. So nothing is
 * lost, and what comes again is a duplicate.
 */
final class EventConsumerLoop implements ConsumerRebalanceListener {

    private static final Duration WAIT = Duration.ofMillis(200);

    /** How often offsets are committed: for each load, the broker would be busier with them than with events. */
    private static final long COMMIT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Consumer<byte[], byte[]> consumer;
    private final Function<ConsumerRecords<byte[], byte[]>, RecordBatch> load;
    private final DeadLetterTopic deadLetterTopic;
    private final Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
    private Optional<RecordBatch> inFlight = Optional.empty();
    private boolean isCommitted = true;
    private long committed = System.nanoTime();

    EventConsumerLoop(
            Consumer<byte[], byte[]> consumer,
            Function<ConsumerRecords<byte[], byte[]>, RecordBatch> load,
            DeadLetterTopic deadLetterTopic) {
        this.consumer = consumer;
        this.load = load;
        this.deadLetterTopic = deadLetterTopic;
    }

    /** Takes what has come, and waits for what is being appended; whether that was something, or there is nothing to do. */
    boolean processNextBatch() {
        boolean wasInHand = inFlight.isPresent();
        var records = consumer.poll(inFlight.isPresent() ? Duration.ZERO : WAIT);
        var next = records.isEmpty() ? Optional.<RecordBatch>empty() : Optional.of(load.apply(records));
        completeInFlight();
        inFlight = next;
        next.ifPresent(RecordBatch::append);
        commit();
        return wasInHand || next.isEmpty();
    }

    private void completeInFlight() {
        if (inFlight.isPresent()) {
            var recordBatch = inFlight.get();
            recordBatch.complete(deadLetterTopic);
            done.putAll(recordBatch.nextOffsets());
            inFlight = Optional.empty();
            isCommitted = false;
        }
    }

    private void commit() {
        long now = System.nanoTime();
        if (!isCommitted && now - committed > COMMIT_NANOS) {
            isCommitted = true;
            committed = now;
            consumer.commitAsync(Map.copyOf(done), (_, _) -> {
                // one that failed is made up for by the next
            });
        }
    }

    /** Before the partitions are left. */
    void finish() {
        completeInFlight();
        try {
            consumer.commitSync(Map.copyOf(done));
        } catch (CommitFailedException | RebalanceInProgressException _) {
            // they are another node's by now: what it reads again is a duplicate
        }
        clearOffsets();
    }

    private void clearOffsets() {
        done.clear();
        isCommitted = true;
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        if (!partitions.isEmpty()) {
            finish();
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        // they are read from what was committed
    }

    /** Another node has them already. What is in hand is appended all the same, as a duplicate here or there. */
    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        inFlight = Optional.empty();
        clearOffsets();
    }
}
