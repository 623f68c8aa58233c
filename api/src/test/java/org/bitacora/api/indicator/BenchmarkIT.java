package org.bitacora.api.indicator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bitacora.api.testing.Calls.appended;
import static org.bitacora.api.testing.Calls.asAdmin;
import static org.bitacora.api.testing.Calls.event;
import static org.bitacora.api.testing.Calls.freshTerritory;
import static org.bitacora.api.testing.Calls.post;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.bitacora.api.testing.OverHttp;
import org.bitacora.api.testing.RealDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cities side by side. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class BenchmarkIT extends OverHttp {

    private static String with(int visits) {
        var territory = freshTerritory();
        IntStream.range(0, visits)
                .forEach(i -> post(event(territory, "v-" + i, "visit.received", "{\"start\": \"2014-05-12\"}")));
        settle(territory, visits + 1);
        return territory;
    }

    private static void settle(String territory, long position) {
        given().get("/v1/territories/" + territory + "/activities?minPosition=" + position)
                .then()
                .statusCode(200);
    }

    private static void report(String territory, String value, String status) {
        report(territory, "population", value, "persons", status);
    }

    private static void report(String territory, String series, String value, String unit, String status) {
        var position = appended("""
                        {"specversion": "1.0", "id": "%2$s", "source": "urn:test", "type": "org.bitacora.measure.reported",
                         "subject": "%1$s/%2$s", "data": {"period": "2014", "value": "%3$s", "unit": "%4$s", "status": "%5$s"}}""".formatted(territory, series, value, unit, status));
        settle(territory, position);
    }

    private static JsonPath compared(String code, String query) {
        return given().header("Accept-Language", "en")
                .get("/v1/benchmarks/" + code + "?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void theMostComesFirstAndWhatIsAlikeHasTheSameRank() {
        var few = with(1);
        var more = with(3);
        var alike = with(3);
        var none = freshTerritory();
        happens(none, "mission.carried-out", "2014-03-01");

        var told = compared("bahia.visits", "period=2014&territories=" + String.join(",", few, more, alike, none));

        assertThat(told.getList("compared.rank")).isEqualTo(List.of(1, 1, 3, 4));
        assertThat(told.getList("compared.value")).isEqualTo(List.of(3, 3, 1, 0));
        assertThat(told.getList("compared.territory", String.class).subList(2, 4))
                .containsExactly(few, none);
        assertThat(told.getList("compared.quarter")).isEqualTo(List.of(3, 3, 2, 1));
        assertThat(told.getMap("quartiles").values().stream().map(Object::toString))
                .containsExactlyInAnyOrder("0", "0.75", "2", "3", "3");
        assertThat(told.getList("others")).isEmpty();
        given().get(told.getString("compared[2].evidence"))
                .then()
                .statusCode(200)
                .body("value", equalTo(1));
    }

    @Test
    void perInhabitantsOnlyThoseArePutSideBySideWhosePopulationIsKnown() {
        var small = with(1);
        var large = with(2);
        var unknown = with(5);
        var soon = with(5);
        report(small, "10000", "final");
        report(large, "100000", "final");
        report(soon, "1000", "provisional");

        var told = compared(
                "bahia.visits", "period=2014&per=100000&territories=" + String.join(",", small, large, unknown, soon));

        assertThat(told.getList("compared.territory")).isEqualTo(List.of(small, large));
        assertThat(told.getList("compared.value")).isEqualTo(List.of(10, 2));
        assertThat(told.getList("compared.denominator")).isEqualTo(List.of(10_000, 100_000));
        assertThat(told.getString("others.find{it.territory=='" + unknown + "'}.reason"))
                .isEqualTo("not-reported");
        assertThat(told.getString("others.find{it.territory=='" + soon + "'}.reason"))
                .isEqualTo("provisional");
    }

    private static void happens(String territory, String type, String day) {
        say(territory, "on-" + day, type, "{\"start\": \"" + day + "\"}");
    }

    private static void say(String territory, String activity, String type, String data) {
        settle(territory, appended(event(territory, activity, type, data)));
    }

    /** Each had a mission in 2013, the last day of it. */
    private static String untilBefore() {
        var territory = freshTerritory();
        happens(territory, "mission.carried-out", "2013-12-31");
        return territory;
    }

    @Test
    void aZeroBeforeOrAfterAllThatTookPlaceIsNotCompared() {
        var empty = freshTerritory();
        var before = untilBefore();
        var after = freshTerritory();
        happens(after, "mission.carried-out", "2015-01-01");
        var slipped = untilBefore();
        happens(slipped, "mission.carried-out", "2914-01-01");
        var around = untilBefore();
        happens(around, "mission.carried-out", "2015-01-01");
        var within = freshTerritory();
        happens(within, "mission.carried-out", "2014-12-31");

        var told = compared(
                "bahia.visits",
                "period=2014&territories=" + String.join(",", empty, before, after, slipped, around, within));

        assertThat(told.getList("compared.territory", String.class)).containsExactlyInAnyOrder(around, within);
        assertThat(told.getList("others.territory", String.class))
                .containsExactlyInAnyOrder(empty, before, after, slipped);
        assertThat(told.getList("others.reason", String.class)).containsOnly("not-covered");
    }

    @Test
    void whatDidNotTakePlaceCoversNothing() {
        var planned = untilBefore();
        happens(planned, "event.planned", "2014-05-12");
        var ending = untilBefore();
        say(ending, "a-1", "agreement.signed", "{\"start\": \"2013-01-01\", \"end\": \"2017-05-27\"}");
        var corrected = untilBefore();
        say(corrected, "m-1", "mission.carried-out", "{\"start\": \"2014-05-12\"}");
        say(corrected, "m-1", "activity.corrected", "{\"start\": \"2013-05-12\"}");
        var withdrawn = untilBefore();
        say(withdrawn, "m-1", "mission.carried-out", "{\"start\": \"2014-05-12\"}");
        say(withdrawn, "m-1", "activity.withdrawn", "{}");
        var counted = untilBefore();
        report(counted, "10000", "final");
        var all = String.join(",", planned, ending, corrected, withdrawn, counted);

        assertThat(compared("bahia.visits", "period=2014&territories=" + all).getList("others.reason"))
                .isEqualTo(Collections.nCopies(5, "not-covered"));
        assertThat(compared("bahia.visits", "period=2014&per=1000&territories=" + counted)
                        .getString("others[0].reason"))
                .isEqualTo("not-covered");
    }

    @Test
    void aZeroThatWasReportedIsCompared() {
        var none = trading("0", "USD");
        var some = trading("5", "USD");

        var told = compared("ours.traded", "period=2014&per=1000&territories=" + none + "," + some);

        assertThat(told.getList("compared.territory")).isEqualTo(List.of(some, none));
    }

    @Test
    void whatTheLogHadNothingOfThenWasNotCompared() {
        var territory = freshTerritory();
        happens(territory, "mission.carried-out", "2013-12-31");
        var then = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        await().until(() -> Instant.now().truncatedTo(ChronoUnit.MILLIS).isAfter(then));
        happens(territory, "mission.carried-out", "2014-05-12");

        var asked = "period=2014&territories=" + territory;

        assertThat(compared("bahia.visits", asked).getList("compared")).hasSize(1);
        assertThat(compared("bahia.visits", asked + "&asOf=" + then).getString("others[0].reason"))
                .isEqualTo("not-covered");
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
    void whatIsDefinedOtherwiseIsNotCompared() {
        var one = with(1);
        var other = with(2);
        var same = with(4);
        var without = with(1);
        define(one, "visit");
        define(other, "mission");
        define(same, "visit");

        var told =
                compared("ours.benchmarked", "period=2014&territories=" + String.join(",", one, other, same, without));

        var first = List.of(one, other, same).stream().sorted().findFirst().orElseThrow();
        boolean isOfVisits = !first.equals(other);
        assertThat(told.getList("compared.territory")).isEqualTo(isOfVisits ? List.of(same, one) : List.of(other));
        assertThat(told.getString("others.find{it.territory=='" + without + "'}.reason"))
                .isEqualTo("not-defined");
        assertThat(told.getList("others.findAll{it.reason=='other-definition'}"))
                .hasSize(isOfVisits ? 1 : 2);
    }

    @Test
    void whatWasKnownThenIsCompared() {
        var territory = with(1);
        var then = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        await().until(() -> Instant.now().truncatedTo(ChronoUnit.MILLIS).isAfter(then));
        post(event(territory, "v-9", "visit.received", "{\"start\": \"2014-05-12\"}"));
        settle(territory, 3);

        assertThat(compared("bahia.visits", "period=2014&territories=" + territory + "&asOf=" + then)
                        .getInt("compared[0].value"))
                .isEqualTo(1);
    }

    private static String trading(String value, String currency) {
        var territory = freshTerritory();
        asAdmin()
                .contentType("application/json")
                .body("""
                        {"name": "Trade", "unit": "money", "measure": {"reported": "trade", "over": "sum", "unit": "money"}}""")
                .put("/v1/territories/" + territory + "/indicators/ours.traded")
                .then()
                .statusCode(201);
        report(territory, "population", "1000", "persons", "final");
        report(territory, "trade", value, currency, "final");
        return territory;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&per=1000"})
    void whatWasReportedInAnotherCurrencyThanMostIsNotCompared(String per) {
        var less = trading("100", "USD");
        var reals = trading("900", "BRL");
        var more = trading("200", "USD");

        var told = compared("ours.traded", "period=2014&territories=" + String.join(",", less, reals, more) + per);

        assertThat(told.getList("compared.territory")).isEqualTo(List.of(more, less));
        assertThat(told.getString("unit")).isEqualTo("USD");
        assertThat(told.getList("others.territory")).isEqualTo(List.of(reals));
        assertThat(told.getString("others[0].reason")).isEqualTo("other-unit");
    }

    @Inject
    Pool pool;

    private void run(String sql) {
        pool.query(sql).execute().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void ofTooManyTerritoriesSomeMustBeNamed() {
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
    void whatIsWrongIsTold() {
        given().get("/v1/benchmarks/bahia.visits").then().statusCode(400);
        given().get("/v1/benchmarks/bahia.visits?period=2012..2014").then().statusCode(400);
        given().get("/v1/benchmarks/bahia.visits?period=2014&territories=br-nowhere")
                .then()
                .statusCode(404);
        given().get("/v1/benchmarks/no.such?period=2014").then().statusCode(404);
    }
}
