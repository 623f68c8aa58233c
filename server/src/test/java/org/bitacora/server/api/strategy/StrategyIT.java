package org.bitacora.server.api.strategy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.server.testing.TestRequests.event;
import static org.bitacora.server.testing.TestRequests.post;
import static org.bitacora.server.testing.TestRequests.withKey;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Strategies are adopted, changed part by part or by events, and refused if their parts are inconsistent. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class StrategyIT extends StrategyScenario {

    @Test
    void aStrategyIsReturnedAsAdopted() {
        var tag = put("/plan", PLAN)
                .statusCode(201)
                .body("code", equalTo("plan"))
                .body("objectives.code", contains("o1", "o2"))
                .body("inconsistencies", empty())
                .extract()
                .header("ETag");

        get("/plan").statusCode(200).header("ETag", equalTo(tag)).body("targets[0].final", equalTo(9));
        given().header("If-None-Match", tag).get(path("/plan")).then().statusCode(304);
        get("").body("items.code", contains("plan"));
        get("/other").statusCode(404);
        given().get("/v1/territories/" + territory + "/log?limit=100")
                .then()
                .body("items.type.flatten()", hasItems("org.bitacora.strategy.adopted", "org.bitacora.target.set"))
                .body("items[1].subject", equalTo(territory + "/strategies/plan"));
    }

    /** An inconsistent strategy is refused completely; nothing is recorded. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'weight': 60       | 'weight': 50            | add up to 100",
                "'weight': 50},     | 'weight': 40},          | add up to 100",
                "'bahia.visits'     | 'bahia.nothing'         | unknown indicator",
                "'rubric': 'trust'  | 'rubric': 'faith'       | unknown indicator or rubric",
                "'measure': 'visits' | 'measure': 'nothing'   | There is no measure nothing",
                "'to': 'o2'         | 'to': 'o1'              | Circular links",
                "'perspective': 'q' | 'perspective': 'r'      | There is no perspective r",
                "'period': '2014/2017', | ``                  | the years of the plan",
                "'code': 'o2'       | 'code': 'o1'            | more than once",
                "'name': 'Plan'     | 'name': 'Plan', 'x': 1  | Unknown field",
            })
    void anInconsistentStrategyIsRefused(String old, String changed, String detail) {
        var plan = PLAN.replace(old.replace('\'', '"'), changed.replace('\'', '"'));
        assertThat(plan).isNotEqualTo(PLAN);
        long before = lastPosition();

        put("/plan", plan).statusCode(422).body("errors.detail", hasItem(containsString(detail)));

        assertThat(lastPosition()).isEqualTo(before);
        get("/plan").statusCode(404);
    }

    @Test
    void anInconsistentPartIsRefusedButWeightsMayChangeOneByOne() {
        put("/plan", PLAN);

        put("/plan/links/o2/o1", "{\"hypothesis\": \"H\"}").statusCode(422);
        put("/plan/targets/nothing", "{\"final\": 3}").statusCode(422);
        put("/plan/targets/visits", "{\"final\": 3, \"measure\": \"agreements\"}")
                .statusCode(422);
        put("/plan/objectives/o1", "{\"name\": \"O\", \"perspective\": \"x\"}").statusCode(422);
        delete("/plan/objectives/o1").statusCode(422).body("errors.detail", hasItem(containsString("no objective o1")));
        put("/plan/objectives/o3", "{\"name\": \"O\", \"perspective\": \"q\", \"weight\": 30, \"measures\": []}")
                .statusCode(200)
                .body("inconsistencies.detail", contains(containsString("add up to 100")));
        get("/plan/scorecard?period=2014").statusCode(422);
        put("/other/targets/visits", "{\"final\": 3}").statusCode(404);
    }

    @Test
    void unchangedPartsAreKept() {
        put("/plan", PLAN);
        put("/plan/initiatives/i1", """
                {"name": "Casa", "owner": "SMARI", "budget": {"value": "120000.00", "currency": "BRL"},
                 "funding": "cooperation", "objectives": ["o1"], "activities": ["v1"],
                 "milestones": [{"name": "Abrir", "due": "2015-03"}]}""").statusCode(200).body("initiatives[0].milestones[0].due", equalTo("2015-03"));
        put("/plan/risks/r1", """
                {"name": "Cambio de gobierno", "type": "political", "probability": "high", "impact": "medium"}""").statusCode(200).body("risks[0].probability", equalTo("high"));
        put(
                        "/plan/capabilities/c1",
                        "{\"name\": \"Idiomas\", \"type\": \"human\", \"level\": \"low\", \"gap\": \"Inglés\"}")
                .statusCode(200)
                .body("capabilities[0].gap", equalTo("Inglés"));
        put("/plan/risks/r2", "{\"name\": \"R\", \"probability\": \"certain\"}").statusCode(422);
        delete("/plan/risks/r1").statusCode(200).body("risks", empty());
        delete("/plan/risks/r1").statusCode(200);
    }

    /** Events are not checked for consistency with the strategy; the strategy lists its inconsistencies instead. */
    @Test
    void aStrategyIsChangedByEvents() {
        var subject = "strategies/plan";
        for (var saying : List.of(
                List.of("objective.defined", """
                        {"code": "o1", "name": "O", "perspective": "internal", "measures": [{"code": "m", "indicator": "bh.actions"}]}"""),
                List.of("strategy.adopted", "{\"name\": \"S\", \"period\": \"2014/2017\"}"),
                List.of("target.set", "{\"measure\": \"m\", \"final\": 4}"))) {
            postEvent(subject, saying.getFirst(), saying.getLast());
        }

        get("/plan").body("objectives[0].code", equalTo("o1")).body("inconsistencies", empty());
        postEvent(subject, "link.drawn", "{\"from\": \"o1\", \"to\": \"o9\", \"hypothesis\": \"H\"}");
        get("/plan").body("inconsistencies.detail", contains("There is no objective o9."));
        get("/plan/scorecard?period=2014").statusCode(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "strategies/", "strategies/a b", "strategies/a/b"})
    void aStrategyEventRequiresItsSubject(String subject) {
        post(event(territory, subject, "strategy.adopted", "{\"name\": \"S\", \"period\": \"2014/2017\"}"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/subject"));
    }

    @Test
    void aStrategyEventIsValidated() {
        post(event(territory, "strategies/plan", "target.set", "{\"measure\": \"m\"}"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/data/final"));
    }

    @Test
    void templatesAreAdoptedAndChanged() {
        given().get("/v1/strategy-templates")
                .then()
                .statusCode(200)
                .body("items.code", contains("twelve-ideas", "belo-horizonte-ppag", "bahia-activity-map"));
        for (var template : List.of("twelve-ideas", "belo-horizonte-ppag", "bahia-activity-map")) {
            given().get("/v1/strategy-templates/" + template).then().statusCode(200);
            put("/" + template, "{\"template\": \"" + template + "\", \"period\": \"2014/2017\"}")
                    .statusCode(201)
                    .body("inconsistencies", empty());
            get("/" + template + "/scorecard?period=2014").statusCode(200);
        }
        get("/twelve-ideas").body("objectives", hasSize(12));
        put("/own", "{\"template\": \"bahia-activity-map\", \"period\": \"2014/2017\", \"name\": \"Ours\"}")
                .body("name", equalTo("Ours"));
        put("/own", "{\"template\": \"nothing\", \"period\": \"2014/2017\"}").statusCode(422);
        given().get("/v1/strategy-templates/nothing").then().statusCode(404);
        given().get("/v1/rubrics")
                .then()
                .statusCode(200)
                .body("items.code", hasItems("trust", "actor-map", "dialogue"));
    }

    /** Otherwise one source could revise the judgement of another by using its code. */
    @Test
    void strategyEventsRequireTheRoleEditor() {
        put("/plan", PLAN);
        var key = writing()
                .body("{\"source\": \"urn:test\", \"role\": \"source\"}")
                .post("/v1/keys")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("key");
        var assessment = "{\"code\": \"a\", \"objective\": \"o1\", \"period\": \"2014\", \"text\": \"T\"}";

        withKey(key)
                .contentType("application/json")
                .body(assessment)
                .post(path("/plan/assessments"))
                .then()
                .statusCode(403);
        withKey(key)
                .contentType("application/cloudevents+json")
                .body(event(territory, "strategies/plan", "objective.assessed", assessment))
                .post("/v1/events")
                .then()
                .statusCode(403);
        get("/plan").body("assessments", empty());
    }
}
