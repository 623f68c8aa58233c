package org.bitacora.server.guide;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.bitacora.server.sample.DemoSamples;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs every command of the guides in page order; each must succeed and answer as documented. Pages show positions, so
 * no other test may have written to the database: the tag selects a separate JVM with its own database.
 */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@Tag("guides")
class GuidesIT {

    @TempDir
    Path folder;

    @Inject
    DemoSamples demoSamples;

    @BeforeEach
    void load() {
        demoSamples.load();
        awaitFigures("br-ba", 622);
        awaitFigures("br-belo-horizonte", 412);
    }

    private static void awaitFigures(String territory, int position) {
        await().atMost(20, SECONDS).until(() -> figures(territory, position).statusCode() == 200);
    }

    private static Response figures(String territory, int position) {
        return RestAssured.get(
                "/v1/territories/{t}/indicators/bh.actions/observations?period=2012&minPosition={p}",
                territory,
                position);
    }

    @ParameterizedTest
    @MethodSource("org.bitacora.server.guide.Guide#all")
    void eachCommandOfAPageSucceedsWithTheDocumentedAnswer(Guide guide) throws Exception {
        var answers = new GuideRunner(folder).runCommands(guide);

        assertThat(answers).hasSizeGreaterThan(6);
        IntStream.range(0, answers.size()).forEach(it -> assertAnswered(guide, it, answers.get(it)));
    }

    private static void assertAnswered(Guide guide, int index, String answer) {
        var guideStep = guide.steps().get(index);
        assertThat(guideStep.shown())
                .as("%s: %s", guide, guideStep.commands())
                .allSatisfy(it -> it.assertMatches(answer));
    }
}
