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
 * Consumes events batch by batch. While one batch is appended, the next one is parsed and checked; no more than two
 * batches are in memory. Offsets are committed after the commit of the log and after refused records are acknowledged.
 * Therefore no record is lost, and a record that is consumed twice is recognized as a duplicate.
 */
final class EventConsumerLoop implements ConsumerRebalanceListener {

    private static final Duration WAIT = Duration.ofMillis(200);

    /**
     * The interval between commits of offsets. Committing after every batch would cost the broker more than the events
     * themselves.
     */
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

    /**
     * Reads the next batch and completes the pending one. Returns false if a batch was read while none was pending;
     * such a call does not show whether batches can be appended.
     */
    boolean processNextBatch() {
        boolean wasInFlight = inFlight.isPresent();
        var records = consumer.poll(inFlight.isPresent() ? Duration.ZERO : WAIT);
        var next = records.isEmpty() ? Optional.<RecordBatch>empty() : Optional.of(load.apply(records));
        completeInFlight();
        inFlight = next;
        next.ifPresent(RecordBatch::append);
        commit();
        return wasInFlight || next.isEmpty();
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
                // the next commit includes the offsets of a failed one
            });
        }
    }

    /** Completes the pending batch and commits the offsets before the partitions are released. */
    void finish() {
        completeInFlight();
        try {
            consumer.commitSync(Map.copyOf(done));
        } catch (CommitFailedException | RebalanceInProgressException _) {
            // another node has the partitions; records that it reads again are duplicates
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
        // reading starts at the committed offsets
    }

    /**
     * Drops the pending batch, because another node already has the partitions. The batch is still appended; records
     * that both nodes append are duplicates.
     */
    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        inFlight = Optional.empty();
        clearOffsets();
    }
}
