package org.bitacora.channels.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.bitacora.application.intake.IntakeResult;
import org.bitacora.application.intake.IntakeService;
import org.bitacora.application.intake.ParsedEvent;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.eventlog.AppendMode;
import org.bitacora.eventlog.postgres.DatabaseErrors;
import org.bitacora.http.problem.Problem;
import org.jboss.logging.Logger;

/** A batch of consumed records that is being appended to the log. */
final class RecordBatch {

    private static final Logger LOG = Logger.getLogger(RecordBatch.class);
    private static final IntakeService.IntakeOptions OPTIONS = IntakeService.IntakeOptions.storing(AppendMode.EACH);

    private final IntakeService intakeService;
    private final CloudEventRecordParser reader;
    private final TopicWritePolicy topicWritePolicy;
    private final Map<TopicPartition, OffsetAndMetadata> next;
    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    private final IntakeService.EventBatch eventBatch;
    private CompletableFuture<List<IntakeResult>> appended = CompletableFuture.completedFuture(List.of());

    /** Creates a batch and parses and checks its records. */
    RecordBatch(
            IntakeService intakeService,
            CloudEventRecordParser reader,
            TopicWritePolicy topicWritePolicy,
            ConsumerRecords<byte[], byte[]> read) {
        this.intakeService = intakeService;
        this.reader = reader;
        this.topicWritePolicy = topicWritePolicy;
        this.next = read.nextOffsets();
        this.eventBatch = intakeService.beginBatch(OPTIONS);
        for (var record : read) {
            records.add(record);
            add(eventBatch, record);
        }
    }

    /** Parses a record. An unexpected failure refuses only this record. */
    private ParsedEvent parse(ConsumerRecord<byte[], byte[]> record) {
        try {
            return reader.parse(record);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Could not parse the record of topic %s at offset %d", record.topic(), record.offset());
            return CloudEventRecordParser.unreadable(Detail.of("The Kafka record cannot be parsed."));
        }
    }

    private void add(IntakeService.EventBatch eventBatch, ConsumerRecord<byte[], byte[]> record) {
        switch (parse(record)) {
            case ParsedEvent.InvalidEvent(var refusal) -> eventBatch.addRefused(refusal);
            case ParsedEvent.ValidEvent validEvent -> {
                var source = validEvent.event().key().source();
                topicWritePolicy
                        .callerFor(record.topic(), source)
                        .ifPresentOrElse(
                                it -> eventBatch.add(it, validEvent),
                                () -> eventBatch.addRefused(new Refusal.Forbidden(Detail.of(
                                        "Source {0} may not write to topic {1}; see the configuration.",
                                        source, record.topic()))));
            }
        }
    }

    /** The offsets after the records of the batch. */
    Map<TopicPartition, OffsetAndMetadata> nextOffsets() {
        return next;
    }

    /** Starts appending the batch. */
    void append() {
        appended = eventBatch.submit().subscribeAsCompletionStage();
    }

    /**
     * Waits until every record is in the log or in the topic of refused records. Throws if the log is unavailable; the
     * records must then be read again.
     */
    void complete(DeadLetterTopic deadLetterTopic) {
        try {
            sendRejections(appended.join(), deadLetterTopic);
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof RuntimeException cause) || !DatabaseErrors.isDataError(cause)) {
                throw e;
            }
            appendOneByOne(deadLetterTopic);
        }
    }

    private void sendRejections(List<IntakeResult> outcomes, DeadLetterTopic deadLetterTopic) {
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof IntakeResult.Rejected(var refusal)) {
                deadLetterTopic.add(records.get(i), Problem.of(refusal));
            }
        }
        deadLetterTopic.flush();
    }

    /**
     * Appends the records individually, so that one record that the database refuses unexpectedly does not stop the
     * others.
     */
    private void appendOneByOne(DeadLetterTopic deadLetterTopic) {
        for (var record : records) {
            var alone = intakeService.beginBatch(OPTIONS);
            add(alone, record);
            try {
                var outcomes = alone.submit().await().atMost(Duration.ofSeconds(30));
                if (outcomes.getFirst() instanceof IntakeResult.Rejected(var refusal)) {
                    deadLetterTopic.add(record, Problem.of(refusal));
                }
            } catch (RuntimeException e) {
                if (!DatabaseErrors.isDataError(e)) {
                    throw e;
                }
                LOG.errorf(
                        e, "The database refused the record of topic %s at offset %d", record.topic(), record.offset());
                deadLetterTopic.add(
                        record, Problem.of(500, "internal", Detail.of("The event could not be stored."), List.of()));
            }
        }
        deadLetterTopic.flush();
    }
}
