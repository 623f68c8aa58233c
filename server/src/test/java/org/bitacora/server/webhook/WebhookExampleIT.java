package org.bitacora.server.webhook;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bitacora.server.testing.TestRequests.asAdmin;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documented example receiver works as described. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class WebhookExampleIT extends WebhookScenario {

    @TempDir
    Path folder;

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Process receive(int port, String secret) throws IOException {
        var receiver = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "../docs/examples/ReceiveWebhooks.java",
                        Integer.toString(port),
                        secret)
                .redirectOutput(folder.resolve("told").toFile())
                .redirectErrorStream(true)
                .start();
        await().atMost(60, SECONDS).until(() -> isOpen(port));
        return receiver;
    }

    private static boolean isOpen(int port) {
        try (var _ = new Socket("localhost", port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private List<Integer> storedPositions() throws IOException {
        return Files.readAllLines(folder.resolve("told")).stream()
                .flatMap(it -> new JsonPath(it).getList("data.entries.position", Integer.class).stream())
                .toList();
    }

    private JsonPath subscription(int port) {
        return make(asAdmin(), """
                {"url": "http://localhost:%d/", "territories": ["%s"], "state": "paused"}""".formatted(port, territory)).jsonPath();
    }

    private void start(JsonPath subscription) {
        asAdmin()
                .contentType("application/json")
                .body("""
                        {"url": "%s", "territories": ["%s"]}""".formatted(subscription.getString("url"), territory))
                .put("/v1/subscriptions/" + subscription.getString("id"))
                .then()
                .statusCode(200);
    }

    @Test
    void theExampleProcessesEachEntryOnce() throws IOException {
        int port = freePort();
        var subscription = subscription(port);
        var receiver = receive(port, subscription.getString("secret"));
        try {
            receiveVisits(1, 5);
            start(subscription);
            await().atMost(20, SECONDS).until(() -> storedPositions().size() >= 5);
            var path = "/v1/subscriptions/" + subscription.getString("id") + "/deliveries";
            var delivery = deliveries(subscription.getString("id")).getString("items[0].id");
            asAdmin().post(path + "/" + delivery + "/replay").then().statusCode(202);
            await().atMost(20, SECONDS)
                    .until(() -> asAdmin()
                                    .get(path + "/" + delivery)
                                    .jsonPath()
                                    .getList("attempts")
                                    .size()
                            == 2);
            receiveVisits(6, 1);
            await().atMost(20, SECONDS).until(() -> storedPositions().contains(7));
        } finally {
            receiver.destroyForcibly().onExit().join();
        }

        assertThat(storedPositions())
                .containsExactlyElementsOf(IntStream.rangeClosed(2, 7).boxed().toList());
    }

    @Test
    void theExampleRejectsAnInvalidSignature() throws IOException {
        int port = freePort();
        var subscription = subscription(port);
        var receiver = receive(port, "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        try {
            receiveVisits(1, 1);
            start(subscription);
            await().atMost(60, SECONDS).until(() -> shown(subscription.getString("id"))
                    .getString("state")
                    .equals("suspended"));
        } finally {
            receiver.destroyForcibly().onExit().join();
        }

        assertThat(shown(subscription.getString("id")).getString("reason")).contains("answered 401");
        assertThat(storedPositions()).isEmpty();
    }
}
