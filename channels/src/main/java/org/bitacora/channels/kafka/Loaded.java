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
import org.bitacora.application.intake.Intake;
import org.bitacora.application.intake.Outcome;
import org.bitacora.application.intake.Sent;
import org.bitacora.application.request.Problem;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.eventlog.Mode;
import org.bitacora.eventlog.postgres.Fault;
import org.jboss.logging.Logger;

/** Records that were read together, on their way into the log. */
final class Loaded {

    private static final Logger LOG = Logger.getLogger(Loaded.class);
    private static final Intake.How HOW = new Intake.How(Mode.EACH, false);

    private final Intake intake;
    private final CloudEventRecords reader;
    private final Writers writers;
    private final Map<TopicPartition, OffsetAndMetadata> next;
    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    private final Intake.Taking taking;
    private CompletableFuture<List<Outcome>> appended = CompletableFuture.completedFuture(List.of());

    /** Reads and checks them. */
    Loaded(Intake intake, CloudEventRecords reader, Writers writers, ConsumerRecords<byte[], byte[]> read) {
        this.intake = intake;
        this.reader = reader;
        this.writers = writers;
        this.next = read.nextOffsets();
        this.taking = intake.begin(HOW);
        for (var record : read) {
            records.add(record);
            add(taking, record);
        }
    }

    /** Whatever nobody has thought of is wrong with one record, the rest goes on. */
    private Sent read(ConsumerRecord<byte[], byte[]> record) {
        try {
            return reader.read(record);
        } catch (RuntimeException e) {
            LOG.errorf(e, "A record could not be read: %s %d", record.topic(), record.offset());
            return CloudEventRecords.unreadable("It cannot be read.");
        }
    }

    private void add(Intake.Taking taking, ConsumerRecord<byte[], byte[]> record) {
        switch (read(record)) {
            case Sent.Garbled(var refusal) -> taking.refuse(refusal);
            case Sent.Read read -> {
                var source = read.event().key().source();
                writers.caller(record.topic(), source)
                        .ifPresentOrElse(
                                it -> taking.add(it, read),
                                () -> taking.refuse(new Refusal.Forbidden(
                                        "Nobody may write for " + source + " on the topic " + record.topic() + ".")));
            }
        }
    }

    /** Where to read on after them. */
    Map<TopicPartition, OffsetAndMetadata> next() {
        return next;
    }

    /** Begins to append them. */
    void append() {
        appended = taking.end().subscribeAsCompletionStage();
    }

    /** Returns when each is in the log, or refused and told so. Fails where the log cannot be reached: then read them again. */
    void settle(Rejections rejections) {
        try {
            tell(appended.join(), rejections);
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof RuntimeException cause) || !Fault.isOfTheData(cause)) {
                throw e;
            }
            oneByOne(rejections);
        }
    }

    private void tell(List<Outcome> outcomes, Rejections rejections) {
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.Rejected(var refusal)) {
                rejections.add(records.get(i), Problem.of(refusal));
            }
        }
        rejections.settle();
    }

    /** One that the database refuses, for what nobody has thought of, must not stop the rest. */
    private void oneByOne(Rejections rejections) {
        for (var record : records) {
            var alone = intake.begin(HOW);
            add(alone, record);
            try {
                var outcomes = alone.end().await().atMost(Duration.ofSeconds(30));
                if (outcomes.getFirst() instanceof Outcome.Rejected(var refusal)) {
                    rejections.add(record, Problem.of(refusal));
                }
            } catch (RuntimeException e) {
                if (!Fault.isOfTheData(e)) {
                    throw e;
                }
                LOG.errorf(e, "A record was refused by the database: %s %d", record.topic(), record.offset());
                rejections.add(record, Problem.of(500, "internal", "It could not be stored.", List.of()));
            }
        }
        rejections.settle();
    }
}
