package org.bitacora.server.api.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.Test;

/** Strategy revisions: every version is kept, and concurrent revisions of the same version are not lost. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class StrategyRevisionIT extends StrategyScenario {
    @Test
    void anUnchangedPlanCreatesNoVersion() {
        var tag = put("/plan", PLAN).extract().header("ETag");
        long before = lastPosition();

        put("/plan", PLAN).statusCode(200).header("ETag", equalTo(tag));

        assertThat(lastPosition()).isEqualTo(before);
    }

    @Test
    void aNumberInAnotherNotationIsNoChange() {
        put("/plan", PLAN.replace("\"final\": 9", "\"final\": 9.0").replace("\"weight\": 60", "\"weight\": 60.00"));
        long before = lastPosition();

        put("/plan", PLAN.replace("\"final\": 9", "\"final\": 9.000")).statusCode(200);
        put("/plan/targets/visits", "{\"final\": 3.10}").statusCode(200);
        put("/plan/targets/visits", "{\"final\": 3.1}").statusCode(200);
        put("/plan/targets/visits", "{\"final\": 4}").statusCode(200);

        assertThat(lastPosition()).isEqualTo(before + 2);
    }

    @Test
    void aResponseCanBeEditedAndSubmitted() {
        put("/plan", PLAN);
        var strategy = get("/plan").extract().asString();

        put("/plan", strategy.replace("\"final\":9", "\"final\":8"))
                .statusCode(200)
                .body("targets[0].final", equalTo(8));
    }

    @Test
    void everyVersionIsKept() {
        put("/plan", PLAN);
        long first = lastPosition();
        put("/plan/targets/visits", "{\"final\": 12}").statusCode(200).body("targets[0].final", equalTo(12));
        delete("/plan/links/o1/o2").statusCode(200).body("links", empty());

        get("/plan?asOf=" + first).body("targets[0].final", equalTo(9)).body("links", hasSize(1));
        get("/plan/diff?from=" + first)
                .body("changes.part", contains("targets", "links"))
                .body("changes.change", contains("revised", "dropped"))
                .body("changes[0].key", equalTo("visits"))
                .body("changes[0].before.final", equalTo(9))
                .body("changes[0].after.final", equalTo(12));
        get("/plan/versions").body("items.position[-2]", equalTo((int) first + 1));
        get("/plan/diff?from=1").statusCode(404);
        get("/plan/diff").statusCode(400);
    }

    @Test
    void aRevisionOfAnOlderVersionIsRefused() {
        var tag = put("/plan", PLAN).extract().header("ETag");
        put("/plan/targets/visits", "{\"final\": 12}");

        writing()
                .header("If-Match", tag)
                .body(PLAN)
                .put(path("/plan"))
                .then()
                .statusCode(412)
                .body("type", containsString("changed-meanwhile"));
        writing()
                .header("If-Match", tag)
                .delete(path("/plan/links/o1/o2"))
                .then()
                .statusCode(412);
        writing().header("If-Match", tag).body(PLAN).put(path("/new")).then().statusCode(412);

        var now = get("/plan").body("targets[0].final", equalTo(12)).extract().header("ETag");
        writing().header("If-Match", now).body(PLAN).put(path("/plan")).then().statusCode(200);
    }

    @Test
    void onlyOneOfSeveralConcurrentRevisionsSucceeds() throws InterruptedException {
        put("/plan", PLAN);
        var tag = get("/plan").extract().header("ETag");
        var go = new CountDownLatch(1);
        var answers = new ConcurrentLinkedQueue<Integer>();
        var threads = IntStream.range(0, 8)
                .mapToObj(i -> Thread.ofVirtual().start(() -> {
                    try {
                        go.await();
                    } catch (InterruptedException _) {
                        return;
                    }
                    answers.add(writing()
                            .header("If-Match", tag)
                            .body("{\"final\": " + (20 + i) + "}")
                            .put(path("/plan/targets/visits"))
                            .statusCode());
                }))
                .toList();
        go.countDown();
        for (var thread : threads) {
            thread.join();
        }

        assertThat(answers).hasSize(8).containsOnly(200, 412).containsOnlyOnce(200);
    }
}
