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
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.eventlog.AppendMode;
import org.bitacora.eventlog.postgres.DatabaseErrors;
import org.bitacora.http.problem.Problem;
import org.jboss.logging.Logger;

/** Records that were read together, on their way into the log. */
final class RecordBatch {

    private static final Logger LOG = Logger.getLogger(RecordBatch.class);
    private static final IntakeService.IntakeOptions OPTIONS = new IntakeService.IntakeOptions(AppendMode.EACH, false);

    private final IntakeService intakeService;
    private final CloudEventRecordParser reader;
    private final TopicWritePolicy topicWritePolicy;
    private final Map<TopicPartition, OffsetAndMetadata> next;
    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    private final IntakeService.EventBatch eventBatch;
    private CompletableFuture<List<IntakeResult>> appended = CompletableFuture.completedFuture(List.of());

    /** Reads and checks them. */
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

    /** Whatever nobody has thought of is wrong with one record, the rest goes on. */
    private ParsedEvent parse(ConsumerRecord<byte[], byte[]> record) {
        try {
            return reader.parse(record);
        } catch (RuntimeException e) {
            LOG.errorf(e, "A record could not be read: %s %d", record.topic(), record.offset());
            return CloudEventRecordParser.unreadable("It cannot be read.");
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
                                () -> eventBatch.addRefused(new Refusal.Forbidden(
                                        "Nobody may write for " + source + " on the topic " + record.topic() + ".")));
            }
        }
    }

    /** Where to read on after them. */
    Map<TopicPartition, OffsetAndMetadata> nextOffsets() {
        return next;
    }

    /** Begins to append them. */
    void append() {
        appended = eventBatch.submit().subscribeAsCompletionStage();
    }

    /** Returns when each is in the log, or refused and told so. Fails where the log cannot be reached: then read them again. */
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

    /** One that the database refuses, for what nobody has thought of, must not stop the rest. */
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
                LOG.errorf(e, "A record was refused by the database: %s %d", record.topic(), record.offset());
                deadLetterTopic.add(record, Problem.of(500, "internal", "It could not be stored.", List.of()));
            }
        }
        deadLetterTopic.flush();
    }
}
