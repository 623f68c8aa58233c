package org.bitacora.server.embedded;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bitacora.server.embedded.OpenResult.DirectoryOpened;
import org.bitacora.server.testing.TestTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaServerIT {

    private static final Path LIBRARIES = Path.of("../deploy/kafka/target/lib");
    private static final String TOPIC = "kept";

    @TempDir
    Path folder;

    @Test
    void acknowledgedRecordsSurviveAKillAndARestart() throws Exception {
        try (var data = opened(folder)) {
            int port;
            try (var server = KafkaServer.start(data, LIBRARIES)) {
                port = URI.create("kafka://" + server.brokers()).getPort();
                var testTopic = new TestTopic(server.brokers(), TOPIC).create();
                testTopic.send(testTopic.record("", "before the kill"));
                long killed = server.pid();
                ProcessHandle.of(killed).orElseThrow().destroyForcibly();
                await().atMost(60, SECONDS).until(() -> server.pid() != killed && isOpen(port));
                testTopic.send(testTopic.record("", "after it"));
                assertThat(values(testTopic)).containsExactly("before the kill", "after it");
            }
            try (var again = KafkaServer.start(data, LIBRARIES)) {
                assertThat(values(new TestTopic(again.brokers(), TOPIC)))
                        .containsExactly("before the kill", "after it");
            }
        }
    }

    @Test
    void aBrokerLeftByAnEarlierStartIsStopped() throws Exception {
        try (var data = opened(folder)) {
            var orphan = KafkaServer.start(data, LIBRARIES);
            var process = ProcessHandle.of(orphan.pid()).orElseThrow();
            orphan.stopWatching();
            KafkaServer.terminateOrphans(data);
            assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(10));
            assertThat(KafkaBrokerProcesses.workingIn(data.kafka()).processes().all())
                    .isEmpty();
        }
    }

    @Test
    void aPortInUseIsReported() throws Exception {
        try (var data = opened(folder);
                var occupied = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> KafkaServer.start(data, LIBRARIES, occupied.getLocalPort()))
                    .isInstanceOf(ServerUnavailableException.class)
                    .hasMessageContaining("Port " + occupied.getLocalPort() + " is in use")
                    .hasMessageContaining("BITACORA_KAFKA_PORT");
        }
    }

    @Test
    void missingLibrariesAreReported() {
        try (var data = opened(folder)) {
            assertThatThrownBy(() -> KafkaServer.start(data, folder.resolve("nowhere")))
                    .isInstanceOf(ServerUnavailableException.class)
                    .hasMessageContaining("./bitacora run --kafka");
        }
    }

    private static DataDirectory opened(Path folder) {
        return ((DirectoryOpened) DataDirectory.open(folder)).directory();
    }

    private static boolean isOpen(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException _) {
            return false;
        }
    }

    private static List<String> values(TestTopic testTopic) {
        return testTopic.readAll().stream().map(ConsumerRecord::value).toList();
    }
}
