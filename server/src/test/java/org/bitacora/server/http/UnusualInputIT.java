package org.bitacora.server.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.server.testing.TestRequests.asAdmin;
import static org.bitacora.server.testing.TestRequests.event;
import static org.bitacora.server.testing.TestRequests.freshTerritory;
import static org.bitacora.server.testing.TestRequests.postAccepted;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import javax.xml.parsers.DocumentBuilderFactory;
import org.bitacora.server.testing.HttpScenario;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

/** Input that is valid but unusual is read correctly; input that could be misread is refused. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class UnusualInputIT extends HttpScenario {

    private String territory = "";

    @BeforeEach
    void createTerritory() {
        territory = freshTerritory();
    }

    private String at(String path) {
        return "/v1/territories/" + territory + path;
    }

    private long visit(String name, String data) {
        long position = postAccepted(event(territory, name, "visit.received", data));
        given().get(at("?minPosition=" + position)).then().statusCode(200);
        return position;
    }

    private ValidatableResponse postBinary(String id, String contentType) {
        return asAdmin()
                .header("ce-specversion", "1.0")
                .header("ce-id", id)
                .header("ce-source", "urn:unusual")
                .header("ce-type", "org.bitacora.visit.received")
                .header("ce-subject", territory + "/one")
                .header("Content-Type", contentType)
                .body("{\"title\": \"A\"}".getBytes(StandardCharsets.UTF_8))
                .post("/v1/events")
                .then();
    }

    private static ValidatableResponse observed(String territory, String indicator, String query) {
        return given().get("/v1/territories/" + territory + "/indicators/" + indicator + "/observations?" + query)
                .then();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%FF", "%C3", "%ED%A0%80"})
    void percentEncodedBytesThatAreNotUtf8AreRefused(String id) {
        postBinary(id, "application/json").statusCode(400).body("errors[0].pointer", equalTo("/header/ce-id"));
    }

    @Test
    void percentEncodedAttributesAreDecoded() {
        postBinary("a%C3%B1%20+%25100%", "application/json").statusCode(201);

        given().queryParam("source", "urn:unusual")
                .queryParam("id", "añ +%100%")
                .get(at("/log"))
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/vnd.city.visit+json", "application/json; charset=utf-8", "Application/JSON"})
    void everyMediaTypeOfJsonIsAcceptedInBinaryMode(String contentType) {
        postBinary("1", contentType).statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/cloudevents+avro"})
    void otherMediaTypesAreRefused(String contentType) {
        postBinary("1", contentType).statusCode(415);
    }

    @Test
    void anEventInAJsonBodyIsToldItsMediaType() {
        asAdmin()
                .contentType("application/json")
                .body(event(territory, "v", "visit.received", "{}"))
                .post("/v1/events")
                .then()
                .statusCode(400)
                .body("detail", containsString("application/cloudevents+json"));
    }

    @Test
    void aLeapSecondIsAccepted() {
        asAdmin()
                .contentType("application/cloudevents+json")
                .body(event(territory, "v", "visit.received", "{}")
                        .replaceFirst("\\{", "{\"time\": \"2016-12-31T23:59:60Z\", "))
                .post("/v1/events")
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/indicators/bahia.visits/observations?period=2019&period=2020",
                "/indicators/bahia.visits/observations?period=2019&asOf=1&asOf=1",
                "/activities?from=2019&from=2020",
                "/log?limit=1&limit=2",
                "/indicators/bahia.visits/evidence?period=2019&period=2020"
            })
    void aParameterWithOneValueMustNotBeRepeated(String path) {
        given().get(at(path)).then().statusCode(400).body("detail", endsWith("must be given only once."));
    }

    @Test
    void aBoundParameterMustNotBeRepeated() {
        asAdmin()
                .contentType("application/cloudevents+json")
                .body(event(territory, "v", "visit.received", "{}"))
                .post("/v1/events?mode=each&mode=atomic")
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Food, water and soil",
                "\"Quoted\"; (a+b)/c & d = 100%",
                " with spaces ",
                "Ñandú, ação, über, çedilla: ¿qué? ¡sí!",
                "#1? a:b"
            })
    void eachMemberOfABreakdownIsAFilter(String theme) {
        var escaped = theme.replace("\"", "\\\"");
        visit(
                "a",
                "{\"start\": \"2014\", \"themes\": [\"" + escaped + "\"], \"objectives\": [\"" + escaped + "\"],"
                        + " \"actors\": [{\"actor\": \"" + escaped + "\", \"role\": \"host\"}],"
                        + " \"place\": {\"country\": \"BR\", \"city\": \"" + escaped + "\"}}");
        visit("b", "{\"start\": \"2014\", \"themes\": [\"Food\"]}");

        for (var field : new String[] {"theme", "objective", "actor", "place"}) {
            var member = given()
                    .queryParam("period", "2014")
                    .queryParam("by", field)
                    .get(at("/indicators/bahia.visits/observations"))
                    .jsonPath()
                    .getList("observations[0].breakdown.parts.member", String.class)
                    .stream()
                    .filter(it -> it != null && !it.equals("Food") && !it.equals("BR"))
                    .findFirst()
                    .orElseThrow();

            given().queryParam("period", "2014")
                    .queryParam(field, member)
                    .get(at("/indicators/bahia.visits/observations"))
                    .then()
                    .statusCode(200)
                    .body("observations[0].value", equalTo(1));
        }
    }

    @Test
    void aFreeTextFilterMayBeRepeated() {
        visit("a", "{\"start\": \"2014\", \"themes\": [\"One, two\"]}");
        visit("b", "{\"start\": \"2014\", \"themes\": [\"Three\"]}");

        observed(territory, "bahia.visits", "period=2014&theme=One, two&theme=Three")
                .body("observations[0].value", equalTo(2));
        observed(territory, "bahia.visits", "period=2014&theme=One,Three").body("observations[0].value", equalTo(0));
    }

    /** Some operating systems write accents as characters of their own. */
    @Test
    void bothFormsOfANameAreOneName() {
        var name = "Alcaldía de Bogotá";
        var counterpart = "{\"start\": \"2014\", \"counterparts\": [{\"name\": \"%s\", \"country\": \"CO\"}]}";
        visit("a", counterpart.formatted(name));
        visit("b", counterpart.formatted(Normalizer.normalize(name, Normalizer.Form.NFD)));

        observed(territory, "allas.partners", "period=2014").body("observations[0].value", equalTo(1));
    }

    @Test
    void textsThatLookLikeDecimalsKeepTheirPoint() {
        visit("a", "{\"start\": \"2014\", \"objectives\": [\"1.10\"]}");

        var csv = observed(territory, "bahia.visits", "period=2014&by=objective&format=csv&dialect=es")
                .extract()
                .asString();

        assertThat(csv).contains(";objective;1.10;1.10;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A\\u000bB", "A\\u0001B", "\\ufffe", "a \\ud83c\\udf0e b"})
    void anImageIsValidXmlWhateverANameContains(String name) throws Exception {
        asAdmin()
                .contentType("application/json")
                .body("{\"name\": \"" + name + "\", \"sector\": \"academic\"}")
                .put(at("/actors/a"))
                .then()
                .statusCode(200);
        visit("v", "{\"start\": \"2014\", \"actors\": [{\"actor\": \"" + name + "\", \"role\": \"host\"}]}");

        var svg = given().get(at("/actors/map?period=2014&format=svg")).asString();

        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(svg)))
                        .getDocumentElement()
                        .getTagName())
                .isEqualTo("svg");
    }

    @ParameterizedTest
    @CsvSource({
        "2020-A1, 2020-A1, 200",
        "2020-M03, 2020-M03, 200",
        "2020-01-01T00:00:00, 2020-12-31T23:59:59, 200",
        "2020-01-01T00:00:00Z, 2020-12-31T23:59:59.999-03:00, 200",
        "2020-W05, 2020-W06, 501",
        "2020-T1, 2020-T1, 501",
        "2020-D120, 2020-D121, 501",
        "2020-13, 2020-13, 400"
    })
    void sdmxPeriodsOfTheStandardAreReadOrDeclined(String start, String end, int status) {
        visit("a", "{\"start\": \"2020-03-01\"}");

        given().queryParam("startPeriod", start)
                .queryParam("endPeriod", end)
                .get("/v1/sdmx/data/dataflow/BITACORA/DF_BAHIA/1.0.0/*." + territory + ".bahia_visits")
                .then()
                .statusCode(status);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text/turtle, application/ld+json;q=0.5 | text/turtle
            application/ld+json, text/turtle;q=0.5 | application/ld+json
            text/turtle;q=0, */*                   | application/ld+json
            text/*                                 | text/turtle
            */*                                    | application/ld+json
            """)
    void theCatalogueIsSentInThePreferredFormat(String accepted, String mediaType) {
        given().header("Accept", accepted).get("/v1/catalog").then().contentType(startsWith(mediaType));
    }

    @Test
    void harvestersFindTheNextPageOfTheCatalogue() {
        given().header("Accept", "text/turtle").get("/v1/catalog").then().body(containsString("hydra:PagedCollection"));
    }

    /** A title of 501 emoji has 501 characters, as maxLength counts them, and 1,002 UTF-16 units. */
    @Test
    void lengthsAreCountedInCharacters() {
        postAccepted(event(territory, "a", "visit.received", "{\"title\": \"" + "🌎".repeat(501) + "\"}"));
    }
}
