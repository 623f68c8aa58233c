package org.bitacora.server.contract;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bitacora.server.testing.TestRequests.asAdmin;
import static org.bitacora.server.testing.TestRequests.event;
import static org.bitacora.server.testing.TestRequests.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bitacora.server.sample.DemoSamples;
import org.bitacora.server.testing.HttpScenario;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * JavaScript clients: third-party libraries and a client generated from the contract. Requires Node.js and the packages
 * that {@code npm ci} installs.
 */
@Tag("node")
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class JavaScriptClientIT extends HttpScenario {

    private static final Path CLIENT = Path.of("../openapi/client");
    private static final String CITY = "br-belo-horizonte";

    @Inject
    DemoSamples demoSamples;

    @BeforeEach
    void load() throws Exception {
        demoSamples.load();
        run("npm", "run", "--silent", "all");
    }

    private static String run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .directory(CLIENT.toFile())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private static String node(String script, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("node", "dist/" + script, "http://localhost:" + RestAssured.port));
        command.addAll(List.of(arguments));
        return run(command.toArray(String[]::new));
    }

    private static String subscribed() {
        var id = asAdmin()
                .contentType("application/json")
                .body("{\"url\": \"http://localhost:9\", \"territories\": [\"" + CITY + "\"], \"after\": \"" + CITY
                        + ":0\"}")
                .post("/v1/subscriptions")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        await().atMost(20, SECONDS).until(() -> !asAdmin()
                .get("/v1/subscriptions/" + id + "/deliveries")
                .jsonPath()
                .getList("items")
                .isEmpty());
        return id;
    }

    private static String imported() {
        var mapping = """
                {"kind": "visit", "source": "urn:test:office", "activity": {"prefix": "o-", "columns": ["Numero"]},
                 "data": {"title": "Titulo", "start": "Fecha"}}""";
        return asAdmin()
                .multiPart(
                        "file",
                        "visitas.csv",
                        "Numero;Titulo;Fecha\n1;Rosario;2012-05-12\n".getBytes(StandardCharsets.UTF_8))
                .multiPart("mapping", mapping)
                .post("/v1/territories/" + CITY + "/imports?dryRun=true")
                .path("id");
    }

    @Test
    void theGeneratedClientCompilesInStrictModeAndReadsEveryResource() throws Exception {
        asAdmin()
                .contentType("application/json")
                .body("{\"name\": \"Ours\", \"unit\": \"activities\", \"measure\": {\"count\": \"activities\"}}")
                .put("/v1/territories/" + CITY + "/indicators/ours.read")
                .then()
                .statusCode(201);
        asAdmin()
                .contentType("application/json")
                .body(
                        "{\"code\": \"mapa-2012\", \"title\": \"Mapa\", \"report\": \"activity-map\", \"period\": \"2012\"}")
                .post("/v1/territories/" + CITY + "/publications")
                .then()
                .statusCode(201);

        var output = node("read.js", PostgresTestResource.ADMIN_KEY, subscribed(), imported());

        assertThat(output).contains("resources were read");
    }

    @Test
    void theLibrariesOfJsonStatAndSdmxReadTheSameFigures() throws Exception {
        post(event("br-ba", "unplaced-1", "visit.received", "{\"start\": \"2014\", \"end\": \"2015\"}"));
        var observed = given().get(
                        "/v1/territories/br-ba/indicators/bahia.actions/observations?period=2014..2015&by=category")
                .jsonPath();
        var values = Map.of(
                "2014", observed.getInt("observations[0].value"), "2015", observed.getInt("observations[1].value"));

        var read = new JsonPath(node("statistics.js", "br-ba", "bahia.actions", "2014..2015"));

        assertThat(read.getString("jsonStat.class")).isEqualTo("dataset");
        assertThat(read.getList("jsonStat.time", String.class)).containsExactly("period");
        assertThat(read.<String, Integer>getMap("jsonStat.total")).isEqualTo(values);
        assertThat(read.<String, Integer>getMap("series")).isEqualTo(values);
        assertThat(read.<String, Integer>getMap("flat")).isEqualTo(values);
        assertThat(read.getInt("jsonStat.parts.'Visits received'"))
                .isEqualTo(observed.getInt("observations[0].breakdown.parts.find{it.member=='visit-received'}.value"));
        assertThat(read.getList("jsonStat.note", String.class)).anyMatch(it -> it.contains("more than the total"));
    }
}
