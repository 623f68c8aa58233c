package org.bitacora.server.api.indicator;

import static io.restassured.RestAssured.given;
import static org.bitacora.server.testing.TestRequests.asAdmin;
import static org.bitacora.server.testing.TestRequests.event;
import static org.bitacora.server.testing.TestRequests.freshTerritory;
import static org.bitacora.server.testing.TestRequests.post;
import static org.bitacora.server.testing.TestRequests.withKey;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.bitacora.server.testing.HttpScenario;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Custom indicator definitions of a territory: their versions, their values and the differences between two versions.
 */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class OwnIndicatorIT extends HttpScenario {

    private static final String VISITS = """
            {"name": {"es": "Visitas"}, "unit": "activities", "measure": {"count": "activities", "where": {"kind": ["visit"]}}}""";
    private static final String VISITS_OF_ARGENTINA =
            VISITS.replace("[\"visit\"]", "[\"visit\"], \"country\": [\"AR\"]");

    private String territory = "";

    @BeforeEach
    void twoVisits() {
        territory = freshTerritory();
        post(event(territory, "a", "visit.received", """
                {"title": "A", "start": "2014-05-12", "counterparts": [{"name": "Rosario", "country": "AR"}]}"""));
        post(event(territory, "b", "visit.received", "{\"title\": \"B\", \"start\": \"2014-06\"}"));
    }

    private ValidatableResponse put(String code, String definition) {
        return asAdmin()
                .contentType("application/json")
                .body(definition)
                .put("/v1/territories/" + territory + "/indicators/" + code)
                .then();
    }

    private ValidatableResponse get(String path) {
        return given().get("/v1/territories/" + territory + "/indicators/" + path)
                .then();
    }

    @Test
    void aNewDefinitionHasItsFullHistoryImmediately() {
        put("own.visits", VISITS).statusCode(201).body("version", equalTo(1)).body("name", equalTo("Visitas"));

        get("own.visits/observations?period=2014")
                .statusCode(200)
                .body("observations[0].value", equalTo(2))
                .body("indicator.version", equalTo(1))
                .body("breaks", nullValue());
        get("own.visits/observations?period=2014&asOf=2").body("observations[0].value", equalTo(1));
    }

    @Test
    void anUnchangedDefinitionIsIgnoredAndAChangedOneIsANewVersion() {
        put("own.visits", VISITS).statusCode(201);
        put("own.visits", VISITS).statusCode(200).body("version", equalTo(1));
        put("own.visits", VISITS_OF_ARGENTINA).statusCode(201).body("version", equalTo(2));
        put("own.visits", VISITS).statusCode(201).body("version", equalTo(3));

        get("own.visits/versions").body("items.version", contains(1, 2, 3));
        get("").statusCode(200).body("items", hasSize(1));
    }

    @Test
    void twoVersionsAreComparedAndTheBreakIsMarked() {
        put("own.visits", VISITS);
        put("own.visits", VISITS_OF_ARGENTINA);

        get("own.visits/observations?period=2014&version=1,2")
                .statusCode(200)
                .body("observations.version", contains(1, 2))
                .body("observations.value", contains(2, 1))
                .body("breaks.version", contains(2))
                .body("breaks.position", contains(5));
        get("own.visits/observations?period=2014&version=9").statusCode(400);
    }

    @Test
    void aDifferenceBetweenTwoVersionsNamesTheDefinition() {
        put("own.visits", VISITS);
        put("own.visits", VISITS_OF_ARGENTINA);

        get("own.visits/diff?period=2014&from=4&fromVersion=1&toVersion=2")
                .statusCode(200)
                .body("difference", equalTo(-1))
                .body("changes.activity", contains("b"))
                .body("changes.cause", contains("definition"))
                .body("changes.effect", contains(-1));
    }

    @Test
    void anInvalidDefinitionIsReportedWithItsPointerAndNotStored() {
        put("own.visits", VISITS.replace("\"visit\"", "\"picnic\""))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/measure/where/kind"));
        put("own.visits", "{\"measure\"").statusCode(400);
        put("Own", VISITS).statusCode(422).body("errors[0].pointer", equalTo("/code"));
        put("bh.actions", VISITS).statusCode(422);

        get("own.visits").statusCode(404);
        given().get("/v1/territories/" + territory).then().body("position", equalTo(3));
    }

    @Test
    void aRatioKeepsTheReferencedVersionWhenThatIndicatorChanges() {
        put("own.visits", VISITS_OF_ARGENTINA);
        put("own.share", """
                {"name": "Share", "unit": "percent", "measure": {"scale": 100, "ratio": {
                 "numerator": {"indicator": "own.visits"}, "denominator": {"count": "activities"}}}}""").statusCode(201);
        put("own.visits", VISITS).statusCode(201);

        get("own.share/observations?period=2014")
                .body("observations[0].value", equalTo(50))
                .body("observations[0].numerator", equalTo(1))
                .body("observations[0].denominator", equalTo(2));
        put("own.visits", """
                {"name": "n", "unit": "percent", "measure": {"ratio": {
                 "numerator": {"indicator": "own.visits"}, "denominator": {"count": "activities"}}}}""").statusCode(422).body("errors[0].detail", containsString("Circular reference"));
    }

    @Test
    void onlyAnEditorMayDefineIndicators() {
        given().contentType("application/json")
                .body(VISITS)
                .put("/v1/territories/" + territory + "/indicators/own.visits")
                .then()
                .statusCode(401);
        var key = asAdmin()
                .contentType("application/json")
                .body("{\"source\": \"urn:some\", \"role\": \"source\"}")
                .post("/v1/keys")
                .then()
                .extract()
                .jsonPath()
                .getString("key");
        withKey(key)
                .contentType("application/json")
                .body(VISITS)
                .put("/v1/territories/" + territory + "/indicators/own.visits")
                .then()
                .statusCode(403);
    }

    @Test
    void theIndicatorSheetIsAvailableAsHtml() {
        put("own.visits", VISITS.replace("\"unit\"", "\"limits\": \"Some & others\", \"unit\""));

        given().accept("text/html")
                .get("/v1/territories/" + territory + "/indicators/own.visits")
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .body(containsString("Some &amp; others"));
        given().accept("text/html")
                .header("Accept-Language", "pt")
                .get("/v1/indicators/basic.jobs")
                .then()
                .statusCode(200)
                .body(containsString("O que mede"));
    }
}
