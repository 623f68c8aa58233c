package org.bitacora.server.kafka;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bitacora.server.testing.TestRequests.event;
import static org.bitacora.server.testing.TestRequests.freshTerritory;
import static org.bitacora.server.testing.TestRequests.postBatch;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bitacora.server.testing.HttpScenario;
import org.bitacora.server.testing.KafkaTestResource;
import org.bitacora.server.testing.PostgresTestResource;
import org.bitacora.server.testing.TestTopic;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documented example consumer works as described. */
@Tag("kafka")
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@WithTestResource(value = KafkaTestResource.class, scope = TestResourceScope.MATCHING_RESOURCES)
class KafkaExampleIT extends HttpScenario {

    @TempDir
    Path folder;

    @Test
    void theExampleProcessesEveryEntryOnceWhenItIsKilled() throws IOException {
        var territory = freshTerritory();
        var copy = folder.resolve(territory + ".ndjson");
        post(territory, 1);
        for (int round = 1; round <= 2; round++) {
            var follower = follow();
            int before = 1 + round * 400;
            post(territory, before);
            await().atMost(60, SECONDS).until(() -> lines(copy) > before - 300);
            follower.destroyForcibly().onExit().join();
            Files.writeString(copy, "{\"position\": 9", StandardOpenOption.APPEND);
        }
        var last = follow();
        post(territory, 1_201);
        try {
            await().atMost(60, SECONDS).until(() -> lines(copy) >= 1_601);
        } finally {
            last.destroyForcibly().onExit().join();
        }

        var positions = Files.readAllLines(copy).stream()
                .map(it -> new JsonPath(it).getLong("position"))
                .toList();
        assertThat(positions).isEqualTo(LongStream.rangeClosed(1, 1_601).boxed().toList());
    }

    private static void post(String territory, int from) {
        postBatch(
                        "",
                        IntStream.range(from, from + 400)
                                .mapToObj(i ->
                                        event(territory, "v-" + i, "visit.received", "{\"title\": \"n\\u0303andu\"}"))
                                .toList())
                .then()
                .statusCode(200);
    }

    private static long lines(Path copy) throws IOException {
        return Files.exists(copy) ? Files.readAllLines(copy).size() : 0;
    }

    private Process follow() throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        KafkaTestResource.LIBRARIES + "/*",
                        "../docs/examples/FollowLog.java",
                        TestTopic.brokersOfTheApplication(),
                        folder.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
    }
}
