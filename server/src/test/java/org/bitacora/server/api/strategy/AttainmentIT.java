package org.bitacora.server.api.strategy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.xml.XmlPath;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.Test;

/** The attainment of targets and the strategy map, in every format. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class AttainmentIT extends StrategyScenario {

    private void threeYears() {
        postEvent("v0", "visit.received", "{\"title\": \"<b>V</b>\", \"start\": \"2013-05-12\"}");
        postEvent("v1", "visit.received", "{\"title\": \"<b>V</b>\", \"start\": \"2014-05-12\"}");
        postEvent(
                "v1",
                "activity.assessed",
                "{\"by\": \"participants\", \"text\": \"Falta <tiempo>\", \"rubric\": \"trust\", \"level\": 2}");
        postEvent("v0", "activity.assessed", "{\"text\": \"Otro\"}");
        put("/plan", PLAN).statusCode(201);
    }

    @Test
    void theTableShowsAttainmentAndRequiredImprovements() {
        threeYears();

        get("/plan/attainment?period=2014")
                .statusCode(200)
                .body("results.objective", contains("o1", "o2", "o2"))
                .body("results[0].measure.achieved", equalTo(false))
                .body("results[0].measure.attainment.value", equalTo(0.5f))
                .body("results[0].gap", equalTo(1))
                .body("results[0].improvements", equalTo("A 1 de la meta de 2"))
                .body("results[0].feedback.text", contains("Falta <tiempo>"))
                .body("results[0].feedback[0].level", equalTo(2))
                .body("results[1].improvements", nullValue())
                .body("results[1].feedback", empty());
        given().header("Accept-Language", "en")
                .get(path("/plan/attainment?period=2014"))
                .then()
                .body("results[0].improvements", equalTo("1 short of the target of 2"));
        get("/plan/attainment?period=2013").body("results[0].feedback.text", contains("Otro"));
        get("/plan/attainment").statusCode(400);
    }

    @Test
    void theTableIsTheSameInEveryFormat() {
        threeYears();

        var csv = given().accept("text/csv")
                .get(path("/plan/attainment?period=2014"))
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();
        assertThat(csv.lines().skip(1).findFirst().orElseThrow())
                .startsWith(
                        "2014,o1,Recibir,visits,bahia.visits,activities,2,1,false,0.5,0,0,red,1,A 1 de la meta de 2,,1");
        given().accept("text/html")
                .get(path("/plan/attainment?period=2014"))
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("Falta &lt;tiempo&gt;"))
                .body(containsString("A 1 de la meta de 2"));
    }

    @Test
    void theMapShowsWhetherAnEffectFollowedItsCause() {
        threeYears();
        postEvent("v2", "visit.received", "{\"title\": \"V\", \"start\": \"2014-06-12\"}");
        postEvent(
                "a1",
                "agreement.signed",
                "{\"title\": \"A\", \"start\": \"2015-05-12\", \"counterparts\": [{\"country\": \"AR\"}]}");

        get("/plan/map?period=2015")
                .statusCode(200)
                .body("perspectives.objectives.flatten().code", contains("o1", "o2"))
                .body("links[0].causePeriod", equalTo("2014"))
                .body("links[0].cause", equalTo("improving"))
                .body("links[0].effect", equalTo("improving"))
                .body("links[0].followed", equalTo("followed"));
        get("/plan/map?period=2016").body("links[0].followed", equalTo("followed"));
        get("/plan/map?period=2014").body("links[0].followed", equalTo("not-followed"));
    }

    @Test
    void theMapAsAnSvgEscapesUserText() {
        threeYears();
        put("/plan/objectives/o1", """
                {"name": "Recibir <a> & despedir a todas las delegaciones extranjeras que lleguen a la ciudad este verano",
                 "perspective": "p", "measures": [{"code": "visits", "indicator": "bahia.visits"}]}""").statusCode(200);

        var svg = given().get(path("/plan/map?period=2014&format=svg"))
                .then()
                .statusCode(200)
                .contentType("image/svg+xml")
                .extract()
                .asString();

        var picture = new XmlPath(svg);
        assertThat(picture.getString("svg.title")).contains("Plan, 2014");
        assertThat(picture.getList("svg.g").size()).isEqualTo(2);
        assertThat(svg).contains("&lt;a&gt; &amp;").contains("lejos").contains("…");
    }
}
