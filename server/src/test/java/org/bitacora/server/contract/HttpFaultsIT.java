package org.bitacora.server.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.server.testing.TestRequests.asAdmin;
import static org.bitacora.server.testing.TestRequests.freshTerritory;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.UUID;
import org.bitacora.server.testing.HttpScenario;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that invalid HTTP requests are answered with the correct status and a problem. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class HttpFaultsIT extends HttpScenario {

    private static final String PROBLEM = "application/problem+json";

    /** Returns a code that no territory has. */
    private static String unregistered() {
        return "u-" + UUID.randomUUID().toString().substring(0, 12);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST   | /v1/territories                   | GET, HEAD, OPTIONS
            PUT    | /v1/events                        | OPTIONS, POST
            DELETE | /v1/territories/x/actors/somebody | GET, HEAD, OPTIONS, PUT
            POST   | /                                 | GET, HEAD, OPTIONS
            """)
    void aDisallowedMethodReturnsTheAllowedOnes(String method, String path, String allowed) {
        given().noFilters()
                .contentType("application/json")
                .request(method, path)
                .then()
                .statusCode(405)
                .contentType(PROBLEM)
                .header("Allow", allowed);
    }

    @Test
    void aUriThatIsTooLongIsAProblem() {
        given().noFilters()
                .get("/v1/indicators?x=" + "a".repeat(66_000))
                .then()
                .statusCode(414)
                .contentType(PROBLEM)
                .body("type", equalTo("urn:bitacora:problem:uri-too-long"))
                .body("traceId", notNullValue());
    }

    @Test
    void aThousandTerritoriesCanBeAskedFor() {
        var codes = String.join(",", Collections.nCopies(1_000, "t-" + "x".repeat(60)));
        given().get("/v1/observations?indicator=bahia.visits&period=2014&territory=" + codes)
                .then()
                .statusCode(404);
    }

    @Test
    void aBodyThatIsTooLargeIsAProblem() throws IOException {
        var answer = raw("""
                POST /v1/events HTTP/1.1\r
                Host: localhost\r
                Content-Type: application/cloudevents+json\r
                Content-Length: 99999999\r
                \r
                """);
        assertThat(answer).startsWith("HTTP/1.1 413").contains(PROBLEM, "urn:bitacora:problem:too-large", "traceId");
    }

    private static String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/activities",
                "/activities/v-1",
                "/indicators/bahia.visits/observations?period=2014",
                "/actors/map",
                "/publications",
                "/feed",
                "/strategies/s",
                "/reports/activity-map?period=2014"
            })
    void anyTagDoesNotMatchAMissingResource(String path) {
        given().header("If-None-Match", "*")
                .get("/v1/territories/" + unregistered() + path)
                .then()
                .statusCode(404);
    }

    @Test
    void anyTagDoesNotMatchAnInvalidRequest() {
        var t = "/v1/territories/" + freshTerritory();
        anyTag(t + "/activities/unknown").statusCode(404);
        anyTag(t + "/indicators/unknown/observations?period=2014").statusCode(404);
        anyTag(t + "/indicators/bahia.visits/observations?period=2014&by=colour")
                .statusCode(400);
        anyTag(t).statusCode(304);
    }

    private static ValidatableResponse anyTag(String path) {
        return given().header("If-None-Match", "*").get(path).then();
    }

    @Test
    void tagsAreComparedCompletelyAndWeakly() {
        var t = "/v1/territories/" + freshTerritory();
        var tag = given().get(t).then().statusCode(200).extract().header("ETag");
        given().header("If-None-Match", "\"other\", W/" + tag).get(t).then().statusCode(304);
        given().header("If-None-Match", "\"other" + tag.substring(1))
                .get(t)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/territories/%00", "/v1/territories/%00/activities", "/v1/territories/x/activities/a%00b",
                "/v1/indicators/%00", "/v1/territories/x/strategies/%00", "/v1/templates/%00"
            })
    void noPathContainsTheCharacterZero(String path) {
        given().urlEncodingEnabled(false).get(path).then().statusCode(400).contentType(PROBLEM);
        given().urlEncodingEnabled(false).get("/v1/subscriptions/%00").then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f.csv\"\r\n\r\na;b",
                "--b\r\nno header\r\n\r\n--b--",
                "nothing of a form",
                ""
            })
    void aMalformedFormIsAProblem(String body) {
        asAdmin()
                .header("Content-Type", "multipart/form-data; boundary=b")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/territories/" + freshTerritory() + "/imports")
                .then()
                .statusCode(400)
                .contentType(PROBLEM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/activities",
                "/members",
                "/publications",
                "/strategies",
                "/actors",
                "/changes",
                "/archive",
                "/indicators/bahia.visits/observations?period=2014"
            })
    void anUnknownTerritoryIsNotWaitedFor(String path) {
        var begin = Instant.now();
        given().get("/v1/territories/" + unregistered() + path + (path.contains("?") ? "&" : "?") + "minPosition=9")
                .then()
                .statusCode(404);
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(4));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /actors/somebody  | {"name": "Somebody", "sector": "media"}
            /indicators/own.x | {"name": "X", "unit": "activities", "measure": {"count": "activities"}}
            /strategies/plan  | {"name": "P", "period": "2014/2017", "perspectives": [{"code": "p", "name": "P"}], "objectives": [{"code": "o", "name": "O", "perspective": "p", "measures": [{"code": "v", "indicator": "bahia.visits"}]}]}
            """)
    void nothingIsStatedInTheLogOfATerritoryThatIsNotRegistered(String path, String body) {
        var territory = "/v1/territories/" + unregistered();
        asAdmin()
                .contentType("application/json")
                .body(body)
                .put(territory + path)
                .then()
                .statusCode(404);
        given().get(territory + "/log").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1",
        "GET, /v1/keys",
        "GET, /v1/subscriptions",
        "POST, /v1/admin/rebuild",
        "GET, /v1/territories/x/parked",
        "POST, /v1/territories/x/parked/a/replay",
        "GET, /v1/territories/x/imports",
        "POST, /v1/events"
    })
    void aParameterThatAnOperationDoesNotHaveIsRefused(String method, String path) {
        asAdmin()
                .contentType("application/cloudevents+json")
                .request(method, path + "?colour=red")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/query/colour"));
    }

    @Test
    void aParameterOfTheWrongTypeIsRefused() {
        asAdmin().post("/v1/admin/rebuild?swap=perhaps").then().statusCode(400);
        asAdmin()
                .multiPart("file", "f.csv", "a;b\n".getBytes(StandardCharsets.UTF_8))
                .post("/v1/territories/" + freshTerritory() + "/imports?wait=long")
                .then()
                .statusCode(400);
    }

    @Test
    void aMemberOfTheWrongTypeIsAProblem() {
        asAdmin()
                .contentType("application/json")
                .body("{\"url\": \"https://example.org/\", \"types\": {\"x\": 1}}")
                .post("/v1/subscriptions")
                .then()
                .statusCode(400)
                .contentType(PROBLEM);
    }

    @Test
    void manyTerritoriesAreReadLineByLineByAccept() {
        given().accept("application/x-ndjson")
                .get("/v1/observations?indicator=bahia.visits&period=2014&territory=" + freshTerritory())
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson");
    }
}
