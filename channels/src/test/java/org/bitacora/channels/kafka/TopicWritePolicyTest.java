package org.bitacora.channels.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.bitacora.application.access.Role;
import org.junit.jupiter.api.Test;

/** Tests which sources may write to a topic. */
class TopicWritePolicyTest {

    private static final String SHARED = "bitacora.events.in";

    private static TopicWritePolicy writers(Map<String, String> settings) {
        var all = new HashMap<>(Map.of("bitacora.kafka.partitions", "6"));
        settings.forEach((name, value) -> all.put("bitacora.kafka.writers." + name, value));
        var configuration = new SmallRyeConfigBuilder()
                .withMapping(KafkaConfiguration.class)
                .withSources(new PropertiesConfigSource(all, "test", 100))
                .build()
                .getConfigMapping(KafkaConfiguration.class);
        return new TopicWritePolicy(configuration);
    }

    @Test
    void aSourceWithoutAWriterMayNotWrite() {
        assertThat(writers(Map.of()).callerFor(SHARED, "urn:a")).isEmpty();
    }

    @Test
    void aWriterMayWriteOnlyForItsSourceOnItsTopic() {
        var topicWritePolicy = writers(Map.of(
                "a.source", "urn:a",
                "a.territories", "br-ba,br-mg",
                "a.types", "org.bitacora.visit.*",
                "b.source", "urn:b",
                "b.topic", "topic.of.b"));

        var caller = topicWritePolicy.callerFor(SHARED, "urn:a").orElseThrow();
        assertThat(caller.source()).isEqualTo("urn:a");
        assertThat(caller.role()).isEqualTo(Role.SOURCE);
        assertThat(caller.territories()).containsExactlyInAnyOrder("br-ba", "br-mg");
        assertThat(caller.types()).containsExactly("org.bitacora.visit.*");
        assertThat(topicWritePolicy.callerFor(SHARED, "urn:b")).isEmpty();
        assertThat(topicWritePolicy.callerFor("topic.of.b", "urn:b")).isPresent();
        assertThat(topicWritePolicy.callerFor("topic.of.b", "urn:a")).isEmpty();
    }

    @Test
    void aWriterWithTheSourcePrecedesAWriterForAnySource() {
        var topicWritePolicy = writers(Map.of("any.source", "*", "any.role", "editor", "a.source", "urn:a"));

        assertThat(topicWritePolicy.callerFor(SHARED, "urn:a").orElseThrow().role())
                .isEqualTo(Role.SOURCE);
        var other = topicWritePolicy.callerFor(SHARED, "urn:other").orElseThrow();
        assertThat(other.source()).isEqualTo("urn:other");
        assertThat(other.role()).isEqualTo(Role.EDITOR);
    }

    @Test
    void anAdministratorIsNotAWriter() {
        assertThatThrownBy(() -> writers(Map.of("a.source", "*", "a.role", "admin")))
                .hasMessageContaining("bitacora.kafka.writers.a.role");
    }

    @Test
    void twoWritersForOneSourceAndTopicAreRefused() {
        assertThatThrownBy(() -> writers(Map.of("a.source", "urn:a", "b.source", "urn:a", "b.topic", SHARED)))
                .hasMessageContaining("urn:a");
    }
}
