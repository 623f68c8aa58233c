package org.bitacora.server.api.indicator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bitacora.server.testing.TestRequests.asAdmin;
import static org.bitacora.server.testing.TestRequests.event;
import static org.bitacora.server.testing.TestRequests.freshTerritory;
import static org.bitacora.server.testing.TestRequests.post;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Benchmarks: one indicator for several cities. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class BenchmarkIT extends BenchmarkScenario {

    private static String with(int visits) {
        var territory = freshTerritory();
        IntStream.range(0, visits)
                .forEach(i -> post(event(territory, "v-" + i, "visit.received", "{\"start\": \"2014-05-12\"}")));
        awaitPosition(territory, visits + 1);
        return territory;
    }

    @Test
    void theHighestValueComesFirstAndEqualValuesShareARank() {
        var few = with(1);
        var more = with(3);
        var alike = with(3);
        var none = freshTerritory();
        postActivity(none, "mission.carried-out", "2014-03-01");

        var benchmark = compared("bahia.visits", "period=2014&territories=" + String.join(",", few, more, alike, none));

        assertThat(benchmark.getList("compared.rank")).isEqualTo(List.of(1, 1, 3, 4));
        assertThat(benchmark.getList("compared.value")).isEqualTo(List.of(3, 3, 1, 0));
        assertThat(benchmark.getList("compared.territory", String.class).subList(2, 4))
                .containsExactly(few, none);
        assertThat(benchmark.getList("compared.quarter")).isEqualTo(List.of(3, 3, 2, 1));
        assertThat(benchmark.getMap("quartiles").values().stream().map(Object::toString))
                .containsExactlyInAnyOrder("0", "0.75", "2", "3", "3");
        assertThat(benchmark.getList("others")).isEmpty();
        given().get(benchmark.getString("compared[2].evidence"))
                .then()
                .statusCode(200)
                .body("value", equalTo(1));
    }

    @Test
    void perInhabitantOnlyCitiesWithAKnownPopulationAreCompared() {
        var small = with(1);
        var large = with(2);
        var unknown = with(5);
        var soon = with(5);
        report(small, "10000", "final");
        report(large, "100000", "final");
        report(soon, "1000", "provisional");

        var benchmark = compared(
                "bahia.visits", "period=2014&per=100000&territories=" + String.join(",", small, large, unknown, soon));

        assertThat(benchmark.getList("compared.territory")).isEqualTo(List.of(small, large));
        assertThat(benchmark.getList("compared.value")).isEqualTo(List.of(10, 2));
        assertThat(benchmark.getList("compared.denominator")).isEqualTo(List.of(10_000, 100_000));
        assertThat(benchmark.getString("others.find{it.territory=='" + unknown + "'}.reason"))
                .isEqualTo("not-reported");
        assertThat(benchmark.getString("others.find{it.territory=='" + soon + "'}.reason"))
                .isEqualTo("provisional");
    }

    private static void define(String territory, String kind) {
        asAdmin()
                .contentType("application/json")
                .body("""
                        {"name": "Ours", "unit": "activities", "measure": {"count": "activities", "where": {"kind": ["%s"]}}}""".formatted(kind))
                .put("/v1/territories/" + territory + "/indicators/ours.benchmarked")
                .then()
                .statusCode(201);
    }

    @Test
    void citiesWithADifferentDefinitionAreNotCompared() {
        var one = with(1);
        var other = with(2);
        var same = with(4);
        var without = with(1);
        define(one, "visit");
        define(other, "mission");
        define(same, "visit");

        var benchmark =
                compared("ours.benchmarked", "period=2014&territories=" + String.join(",", one, other, same, without));

        var first = List.of(one, other, same).stream().sorted().findFirst().orElseThrow();
        boolean isOfVisits = !first.equals(other);
        assertThat(benchmark.getList("compared.territory")).isEqualTo(isOfVisits ? List.of(same, one) : List.of(other));
        assertThat(benchmark.getString("others.find{it.territory=='" + without + "'}.reason"))
                .isEqualTo("not-defined");
        assertThat(benchmark.getList("others.findAll{it.reason=='other-definition'}"))
                .hasSize(isOfVisits ? 1 : 2);
    }

    @Test
    void aBenchmarkAsOfAMomentComparesWhatWasKnownThen() {
        var territory = with(1);
        var then = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        await().until(() -> Instant.now().truncatedTo(ChronoUnit.MILLIS).isAfter(then));
        post(event(territory, "v-9", "visit.received", "{\"start\": \"2014-05-12\"}"));
        awaitPosition(territory, 3);

        assertThat(compared("bahia.visits", "period=2014&territories=" + territory + "&asOf=" + then)
                        .getInt("compared[0].value"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&per=1000"})
    void valuesInAnotherCurrencyThanTheMajorityAreNotCompared(String per) {
        var less = trading("100", "USD");
        var reals = trading("900", "BRL");
        var more = trading("200", "USD");

        var benchmark = compared("ours.traded", "period=2014&territories=" + String.join(",", less, reals, more) + per);

        assertThat(benchmark.getList("compared.territory")).isEqualTo(List.of(more, less));
        assertThat(benchmark.getString("unit")).isEqualTo("USD");
        assertThat(benchmark.getList("others.territory")).isEqualTo(List.of(reals));
        assertThat(benchmark.getString("others[0].reason")).isEqualTo("other-unit");
    }

    @Inject
    Pool pool;

    private void run(String sql) {
        pool.query(sql).execute().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void tooManyTerritoriesRequireASelection() {
        try {
            run("""
                    insert into territory (code, name, kind, timezone, position)
                    select 'zz-' || n, 'Many', 'city', 'UTC', 0 from generate_series(1, 1001) n""");
            run("insert into checkpoint (territory, position) select 'zz-' || n, 0 from generate_series(1, 1001) n");

            given().get("/v1/benchmarks/bahia.visits?period=2014")
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/query/territories"));
        } finally {
            run("delete from checkpoint where territory like 'zz-%'");
            run("delete from territory where code like 'zz-%'");
        }
    }

    @Test
    void invalidParametersAreReported() {
        given().get("/v1/benchmarks/bahia.visits").then().statusCode(400);
        given().get("/v1/benchmarks/bahia.visits?period=2012..2014").then().statusCode(400);
        given().get("/v1/benchmarks/bahia.visits?period=2014&territories=br-nowhere")
                .then()
                .statusCode(404);
        given().get("/v1/benchmarks/no.such?period=2014").then().statusCode(404);
    }
}
