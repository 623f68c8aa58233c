package org.bitacora.server.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.server.testing.TestRequests.asAdmin;
import static org.bitacora.server.testing.TestRequests.event;
import static org.bitacora.server.testing.TestRequests.freshTerritory;
import static org.bitacora.server.testing.TestRequests.postAccepted;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.awaitility.Awaitility;
import org.bitacora.server.testing.HttpScenario;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** While the projector is behind the log of a territory, responses say so, and nothing is published. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class CatchingUpIT extends HttpScenario {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String OBSERVATIONS = "/indicators/bahia.visits/observations?period=2014";
    private static final String MAP = """
            {"code": "map", "title": "Map", "report": "activity-map", "period": "2014"}""";

    @Inject
    @Named("log")
    Pool pool;

    private String territory = "";
    private long projected;
    private long head;
    private Optional<SqlConnection> holder = Optional.empty();

    /** Holds the checkpoint of a territory, which the projector then skips, and records an entry. */
    @BeforeEach
    void stopTheProjector() {
        territory = freshTerritory();
        asAdmin()
                .contentType("application/json")
                .body("""
                        {"template": "bahia-activity-map", "period": "2014/2017",
                         "targets": [{"measure": "visits", "path": {"2014": 2}}]}""")
                .put(path("/strategies/plan"))
                .then()
                .statusCode(201);
        projected = visit("a");
        given().get(path("?minPosition=" + projected)).then().statusCode(200);
        var connection = await(pool.getConnection());
        holder = Optional.of(connection);
        await(connection.query("begin").execute());
        await(connection
                .query("select position from checkpoint where territory = '" + territory + "' for update")
                .execute());
        head = visit("b");
        awaitStatus();
    }

    @AfterEach
    void restartTheProjector() {
        releaseCheckpoint();
    }

    /** Lets the projector go on. Has no effect if it does already. */
    private void releaseCheckpoint() {
        holder.ifPresent(it -> {
            await(it.query("rollback").execute());
            await(it.close());
        });
        holder = Optional.empty();
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    private long visit(String activity) {
        return postAccepted(event(territory, activity, "visit.received", "{\"start\": \"2014\"}"));
    }

    private String path(String below) {
        return "/v1/territories/" + territory + below;
    }

    private ValidatableResponse get(String below) {
        return given().get(path(below)).then().statusCode(200);
    }

    /** Waits until the entry is more than one second old, and the node has read the checkpoint again. */
    private void awaitStatus() {
        Awaitility.await("the status of a territory whose projector is stopped")
                .atMost(PATIENCE)
                .until(() -> given().get(path(OBSERVATIONS)).header("Bitacora-Status"), Objects::nonNull);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                OBSERVATIONS,
                OBSERVATIONS + "&format=csv",
                OBSERVATIONS + "&format=xlsx",
                OBSERVATIONS + "&format=json-stat",
                OBSERVATIONS + "&rollup=true",
                "/indicators/bahia.visits/evidence?period=2014",
                "/activities",
                "/activities?format=csv",
                "/activities?format=ndjson",
                "/activities/a",
                "/reports/activity-map?period=2014",
                "/reports/activity-map?period=2014&format=csv",
                "/reports/activity-map?period=2014&format=html",
                "/strategies/plan/scorecard?period=2014",
                "/strategies/plan/attainment?period=2014",
                "/strategies/plan/attainment?period=2014&format=csv",
                "/strategies/plan/attainment?period=2014&format=html",
                "/strategies/plan/map?period=2014",
                "/strategies/plan/map?period=2014&format=svg",
                "/actors/map?period=2014",
                "/changes",
                "/feed",
                "/feed?format=json"
            })
    void everyFormatHasTheStatusInItsHeaders(String below) {
        get(below).header("Bitacora-Status", equalTo("catching-up")).header("Bitacora-Head", equalTo("" + head));
    }

    @Test
    void observationsHaveTheStatusAndTheHead() throws IOException {
        get(OBSERVATIONS)
                .body("observations[0].value", equalTo(1))
                .body("observations[0].status", equalTo("catching-up"))
                .body("asOf.position", equalTo((int) projected))
                .body("asOf.head", equalTo((int) head));
        get(OBSERVATIONS + "&format=csv").body(containsString(",catching-up,"));
        get(OBSERVATIONS + "&format=json-stat")
                .body("status.'0'", equalTo("catching-up"))
                .body("extension.asOf.head", equalTo((int) head));
        assertThat(sheet(given().get(path(OBSERVATIONS + "&format=xlsx")).asByteArray()))
                .contains("catching-up");
        given().get("/v1/observations?indicator=bahia.visits&period=2014&territory=" + territory)
                .then()
                .body("items[0].head", equalTo((int) head))
                .body("items[0].observations[0].status", equalTo("catching-up"));
    }

    /** Returns the text of all parts of a workbook. */
    private static String sheet(byte[] workbook) throws IOException {
        var file = Files.write(Files.createTempFile("observations", ".xlsx"), workbook);
        var texts = new StringBuilder();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                texts.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        Files.delete(file);
        return texts.toString();
    }

    @Test
    void listsReportsAndScorecardsHaveTheStatusAndTheHead() {
        for (var below : new String[] {
            "/activities",
            "/reports/activity-map?period=2014",
            "/strategies/plan/scorecard?period=2014",
            "/strategies/plan/attainment?period=2014",
            "/strategies/plan/map?period=2014"
        }) {
            get(below).body("status", equalTo("catching-up")).body("asOf.head", equalTo((int) head));
        }
        for (var below : new String[] {
            "/reports/activity-map?period=2014&format=html", "/strategies/plan/attainment?period=2014&format=html"
        }) {
            get(below).body(containsString("data-status=\"catching-up\""));
        }
    }

    @Test
    void sdmxHasTheStatusInItsHeaders() {
        given().get("/v1/sdmx/data/dataflow/BITACORA/DF_BAHIA/1.0.0/A." + territory + ".bahia_visits")
                .then()
                .statusCode(200)
                .header("Bitacora-Status", equalTo("catching-up"));
    }

    @Test
    void aPinnedResponseLacksNothing() {
        get(OBSERVATIONS + "&asOf=" + projected)
                .header("Bitacora-Status", nullValue())
                .body("observations[0].status", equalTo("normal"))
                .body("asOf.head", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {OBSERVATIONS, "/activities", "/feed"})
    void theEntityTagDiffersFromThatOfACompleteResponse(String below) {
        var behind = given().get(path(below)).header("ETag");
        assertThat(behind).isNotEmpty();

        releaseCheckpoint();
        get("?minPosition=" + head).header("Bitacora-Status", nullValue());

        given().header("If-None-Match", behind)
                .get(path(below))
                .then()
                .statusCode(200)
                .header("Bitacora-Status", nullValue())
                .header("ETag", not(equalTo(behind)));
    }

    @Test
    void nothingIncompleteIsPublished() {
        publish().statusCode(503).header("Retry-After", notNullValue());

        releaseCheckpoint();
        publish().statusCode(201);
        given().get(path("/publications/map"))
                .then()
                .body("content.total", equalTo(2))
                .body("content.status", equalTo("normal"));
    }

    private ValidatableResponse publish() {
        return asAdmin()
                .contentType("application/json")
                .body(MAP)
                .post(path("/publications"))
                .then();
    }
}
