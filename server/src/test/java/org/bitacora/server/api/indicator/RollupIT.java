package org.bitacora.server.api.indicator;

import static io.restassured.RestAssured.given;
import static org.bitacora.server.testing.TestRequests.asAdmin;
import static org.bitacora.server.testing.TestRequests.freshTerritory;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.bitacora.domain.territory.Membership;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.Test;

/** Observations of several territories: of a group with its members, and of many territories in one request. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class RollupIT extends IndicatorScenario {

    @Test
    void aNetworkCountsItsMembersDuringTheirMembership() {
        threeVisits();
        postEvent(
                "shared", "mission.carried-out", "{\"title\": \"S\", \"start\": \"2014-02-01\", \"joint\": \"expo\"}");
        var first = territory;
        territory = freshTerritory();
        postEvent("ours", "mission.carried-out", "{\"title\": \"S\", \"start\": \"2014-02-01\", \"joint\": \"expo\"}");
        var second = territory;
        territory = freshTerritory();
        member(first, "{}").statusCode(200);
        member(second, "{\"from\": \"2014-01-01\", \"to\": \"2014-12-31\"}")
                .statusCode(200)
                .body("from", equalTo("2014-01-01"));
        member(second, "{\"from\": \"2014-01-01\", \"to\": \"2013-12-31\"}").statusCode(422);
        member(territory, "{}").statusCode(422);
        member("t-unknown", "{}").statusCode(404);

        given().get("/v1/territories/" + territory + "/members").then().body("items", hasSize(2));
        get("bh.actions/observations?period=2014").body("observations[0].value", equalTo(0));
        var link = get("bh.actions/observations?period=2014&rollup=true&by=kind")
                .statusCode(200)
                .body("observations[0].value", equalTo(3))
                .body("observations[0].breakdown.parts.value", contains(2, 1))
                .body("asOf.positions", notNullValue())
                .extract()
                .jsonPath()
                .getString("observations[0].evidence");
        given().urlEncodingEnabled(false)
                .get(link)
                .then()
                .statusCode(200)
                .body("value", equalTo(3))
                .body("activities", hasSize(3));
        member(second, "{\"from\": \"2014-03-01\"}").statusCode(200);
        get("bh.actions/observations?period=2014&rollup=true&kind=mission").body("observations[0].value", equalTo(1));
        get("bh.actions/observations?period=2014-02&rollup=true&territory=x").statusCode(400);
    }

    @Test
    void theLatestMembershipEventApplies() {
        var city = territory;
        territory = freshTerritory();
        member(city, "{}");
        member(city, "{\"to\": \"2014-12-31\"}");
        member(city, "{}");
        member(city, "{\"to\": \"2014-12-31\"}");
        member(city, "{\"to\": \"2014-12-31\"}");

        given().get("/v1/territories/" + territory + "/members?minPosition=5")
                .then()
                .body("items.to", contains("2014-12-31"));
        given().get("/v1/territories/" + territory).then().body("position", equalTo(5));
    }

    @Test
    void aDifferenceOfAGroupListsNewMembers() {
        var group = territory;
        territory = freshTerritory();
        postEvent("v", "visit.received", "{\"title\": \"V\", \"start\": \"2014-05-12\"}");
        var city = territory;
        territory = group;
        var before = lastRecorded(city);
        member(city, "{}").statusCode(200);
        var between = lastRecorded(group);
        territory = city;
        postEvent("w", "visit.received", "{\"title\": \"W\", \"start\": \"2014-06-12\"}");
        territory = group;

        get("bahia.visits/diff?period=2014&rollup=true&from=" + before)
                .statusCode(200)
                .body("from.value", equalTo(0))
                .body("to.value", equalTo(2))
                .body("to.positions." + city, equalTo(3))
                .body("difference", equalTo(2))
                .body("changes.activity", contains("v", "w"))
                .body("changes.territory", contains(city, city))
                .body("changes.cause", contains("reclassified", "reclassified"))
                .body("changes[0].events.type", contains(Membership.MEMBER_NAMED_TYPE))
                .body("changes[0].events.territory", contains(group));
        get("bahia.visits/diff?period=2014&rollup=true&from=" + between)
                .body("difference", equalTo(1))
                .body("changes.activity", contains("w"))
                .body("changes.cause", contains("added"))
                .body("changes[0].events.territory", contains(city));
        get("bahia.visits/diff?period=2014&rollup=true&from=1").statusCode(400);
    }

    @Test
    void theParentIsTheOneAsOfThatMoment() {
        var group = territory;
        territory = freshTerritory();
        postEvent("v", "visit.received", "{\"title\": \"V\", \"start\": \"2014-05-12\"}");
        var city = territory;
        var before = lastRecorded(city);
        register(city, "\"parent\": \"" + group + "\"");
        var within = lastRecorded(city);
        register(city, "\"parent\": null");
        territory = group;
        var figure = "bahia.visits/observations?period=2014&rollup=true&asOf=";

        get(figure + before).body("observations[0].value", equalTo(0));
        get(figure + within).body("observations[0].value", equalTo(1));
        get("bahia.visits/observations?period=2014&rollup=true").body("observations[0].value", equalTo(0));
        given().get("/v1/territories/" + group + "/members?asOf=" + within)
                .then()
                .body("items.territory", contains(city));
        given().get("/v1/territories/" + group + "/members").then().body("items", hasSize(0));
        given().get("/v1/territories/" + group + "/members?asOf=0").then().body("items", hasSize(0));
        register(city, "\"parent\": \"" + group + "\"");
        given().get("/v1/territories/" + group + "/members").then().body("items.territory", contains(city));
        register(city, "\"parent\": null");
        get("bahia.visits/diff?period=2014&rollup=true&from=" + before + "&to=" + within)
                .body("difference", equalTo(1))
                .body("changes.cause", contains("reclassified"))
                .body("changes[0].events.position", contains(3));
        get("bahia.visits/diff?period=2014&rollup=true&from=" + within)
                .body("difference", equalTo(-1))
                .body("changes[0].events.position", contains(4, 5, 6));
    }

    private static void register(String code, String more) {
        asAdmin()
                .contentType("application/json")
                .body("""
                        {"name": "Test city", "kind": "city", "country": "BR", "timezone": "America/Bahia", %s}""".formatted(more))
                .put("/v1/territories/" + code)
                .then()
                .statusCode(200);
    }

    private static String lastRecorded(String code) {
        return given().get("/v1/territories/" + code + "/log?limit=1000")
                .jsonPath()
                .getString("items[-1].recordedAt");
    }

    private ValidatableResponse member(String code, String days) {
        return asAdmin()
                .contentType("application/json")
                .body(days)
                .put("/v1/territories/" + territory + "/members/" + code)
                .then();
    }

    @Test
    void manyTerritoriesAreReadInOneRequest() {
        threeVisits();
        var first = territory;
        territory = freshTerritory();

        given().get("/v1/observations?indicator=bahia.visits,bh.actions&period=2014&territory=" + first + ","
                        + territory)
                .then()
                .statusCode(200)
                .body("items", hasSize(4))
                .body("items.findAll { it.territory == '" + first + "' }.observations.flatten().value", contains(2, 2))
                .body("next", nullValue());
        given().accept("application/json")
                .get("/v1/observations?indicator=bahia.visits&period=2014&limit=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("next", containsString("cursor="));
        given().get("/v1/observations?indicator=bahia.visits&period=2014&territory=nobody")
                .then()
                .statusCode(404);
        given().get("/v1/observations?indicator=x&period=2014").then().statusCode(404);
        given().get("/v1/observations?period=2014").then().statusCode(400);
    }
}
