package org.bitacora.channels.kafka;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.bitacora.application.access.Caller;
import org.bitacora.application.access.Role;
import org.bitacora.channels.kafka.KafkaConfiguration.TopicWriter;

/** Determines which sources may write to which topics. A source without a configured writer may not write. */
@Singleton
class TopicWritePolicy {

    private static final String ANY = "*";

    private final Collection<TopicWriter> writers;
    private final String shared;

    TopicWritePolicy(KafkaConfiguration configuration) {
        this.writers = configuration.writers().values();
        this.shared = configuration.topics().events();
        configuration.writers().forEach(TopicWritePolicy::check);
        checkAreDifferent();
    }

    private static void check(String name, TopicWriter topicWriter) {
        if (topicWriter.role() != Role.SOURCE && topicWriter.role() != Role.EDITOR) {
            throw new IllegalArgumentException("bitacora.kafka.writers." + name + ".role must be source or editor, not "
                    + topicWriter.role().word() + ".");
        }
    }

    private void checkAreDifferent() {
        var seen = new HashSet<String>();
        for (var topicWriter : writers) {
            if (!seen.add(topicWriter.topic().orElse(shared) + " " + topicWriter.source())) {
                throw new IllegalArgumentException(
                        "Two writers in bitacora.kafka.writers have the source " + topicWriter.source() + " on topic "
                                + topicWriter.topic().orElse(shared) + ".");
            }
        }
    }

    /**
     * Returns the caller for a source on a topic. A writer with this source takes precedence over a writer for any
     * source.
     */
    Optional<Caller> callerFor(String topic, String source) {
        return find(topic, source).or(() -> find(topic, ANY)).map(it -> callerFor(it, source));
    }

    private Optional<TopicWriter> find(String topic, String source) {
        return writers.stream()
                .filter(it -> it.topic().orElse(shared).equals(topic))
                .filter(it -> it.source().equals(source))
                .findFirst();
    }

    private static Caller callerFor(TopicWriter topicWriter, String source) {
        return new Caller(
                source,
                topicWriter.role(),
                topicWriter.territories().orElse(Set.of()),
                topicWriter.types().orElse(Set.of()));
    }
}
