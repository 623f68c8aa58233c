package org.bitacora.channels.kafka;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.bitacora.application.access.Caller;
import org.bitacora.application.access.Role;
import org.bitacora.channels.kafka.KafkaConfiguration.Writer;

/** Who may say what on which topic. Who is named nowhere may say nothing. */
@Singleton
class Writers {

    private static final String ANY = "*";

    private final Collection<Writer> writers;
    private final String shared;

    Writers(KafkaConfiguration configuration) {
        this.writers = configuration.writers().values();
        this.shared = configuration.topics().events();
        configuration.writers().forEach(Writers::check);
        checkAreDifferent();
    }

    private static void check(String name, Writer writer) {
        if (writer.role() != Role.SOURCE && writer.role() != Role.EDITOR) {
            throw new IllegalArgumentException("bitacora.kafka.writers." + name + ".role is source or editor, not "
                    + writer.role().word() + ".");
        }
    }

    private void checkAreDifferent() {
        var seen = new HashSet<String>();
        for (var writer : writers) {
            if (!seen.add(writer.topic().orElse(shared) + " " + writer.source())) {
                throw new IllegalArgumentException("Two of bitacora.kafka.writers speak for " + writer.source()
                        + " on the topic " + writer.topic().orElse(shared) + ".");
            }
        }
    }

    /** Who speaks for a source on a topic: the writer that names it comes before one that speaks for any. */
    Optional<Caller> caller(String topic, String source) {
        return find(topic, source).or(() -> find(topic, ANY)).map(it -> caller(it, source));
    }

    private Optional<Writer> find(String topic, String source) {
        return writers.stream()
                .filter(it -> it.topic().orElse(shared).equals(topic))
                .filter(it -> it.source().equals(source))
                .findFirst();
    }

    private static Caller caller(Writer writer, String source) {
        return new Caller(
                source,
                writer.role(),
                writer.territories().orElse(Set.of()),
                writer.types().orElse(Set.of()));
    }
}
