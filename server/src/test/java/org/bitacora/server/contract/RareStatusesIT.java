package org.bitacora.server.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.server.testing.TestRequests.asAdmin;
import static org.bitacora.server.testing.TestRequests.event;
import static org.bitacora.server.testing.TestRequests.freshTerritory;
import static org.bitacora.server.testing.TestRequests.postAccepted;
import static org.bitacora.server.testing.TestRequests.withKey;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bitacora.server.testing.HttpScenario;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Documented statuses that need an unusual state: a concurrent change, a strategy that was never adopted, a limit. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class RareStatusesIT extends HttpScenario {

    private static final String PLAN = """
            {"name": "P", "period": "2014/2017", "perspectives": [{"code": "p", "name": "P"}], "objectives": [
             {"code": "o1", "name": "O", "perspective": "p", "measures": [{"code": "v", "indicator": "bahia.visits"}]},
             {"code": "o2", "name": "O", "perspective": "p", "measures": [{"code": "w", "indicator": "bahia.visits"}]}]}""";

    private String territory = "";

    @BeforeEach
    void createTerritory() {
        territory = freshTerritory();
    }

    private String at(String path) {
        return "/v1/territories/" + territory + path;
    }

    private static RequestSpecification json(String body) {
        return asAdmin().contentType("application/json").body(body);
    }

    /** Takes the id of the next event of a resource, as a request does that changes the resource at the same moment. */
    private void takeNextId(String prefix, long position) {
        var id = "\"id\": \"%s-%d-0\", \"source\": \"urn:bitacora\"".formatted(prefix, position);
        postAccepted("""
                {"specversion": "1.0", %s, "type": "org.bitacora.visit.received", "subject": "%s/taken", "data": {}}
                """.formatted(id, territory));
    }

    private long adopt(String plan) {
        return json(PLAN)
                .put(at("/strategies/" + plan))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("version.position");
    }

    @Test
    void aConcurrentChangeOfAnActorIsRefused() {
        takeNextId("actor-ufba", 0);
        json("{\"name\": \"UFBA\", \"sector\": \"academic\"}")
                .put(at("/actors/ufba"))
                .then()
                .statusCode(412)
                .body("type", equalTo("urn:bitacora:problem:changed-meanwhile"));

        json("{\"name\": \"USP\", \"sector\": \"academic\"}")
                .put(at("/actors/usp"))
                .then()
                .statusCode(200);
        long position = given().get(at("/actors/usp")).jsonPath().getLong("position");
        takeNextId("actor-usp", position);
        json("{\"other\": \"Universidade\"}")
                .post(at("/actors/usp/merges"))
                .then()
                .statusCode(412);
    }

    @Test
    void aConcurrentPublicationIsRefused() {
        postAccepted("""
                {"specversion": "1.0", "id": "publication-map-0", "source": "urn:bitacora",
                 "type": "org.bitacora.visit.received", "subject": "%s/taken-2", "data": {}}""".formatted(territory));

        json("{\"code\": \"map\", \"title\": \"T\", \"report\": \"activity-map\", \"period\": \"2014\"}")
                .post(at("/publications"))
                .then()
                .statusCode(412);
    }

    @Test
    void aConcurrentChangeOfAStrategyIsRefused() {
        takeNextId("strategy-plan", adopt("plan"));

        json("{\"hypothesis\": \"H\"}")
                .put(at("/strategies/plan/links/o1/o2"))
                .then()
                .statusCode(412);
        json("{\"code\": \"r\", \"period\": \"2014\", \"on\": \"2015-01-20\", \"learned\": \"L\"}")
                .post(at("/strategies/plan/reviews"))
                .then()
                .statusCode(412);
        json("{\"code\": \"a\", \"objective\": \"o1\", \"period\": \"2014\", \"method\": \"feedback\","
                        + " \"by\": \"participants\", \"text\": \"Good\"}")
                .post(at("/strategies/plan/assessments"))
                .then()
                .statusCode(412);
    }

    @Test
    void aLinkIsReplaced() {
        adopt("plan");
        json("{\"hypothesis\": \"H\"}")
                .put(at("/strategies/plan/links/o1/o2"))
                .then()
                .statusCode(200);

        json("{\"hypothesis\": \"H\"}")
                .put(at("/strategies/plan/links/o1/o2"))
                .then()
                .statusCode(200);
    }

    @Test
    void theCodeOfAStrategyMustBeValid() {
        asAdmin().delete(at("/strategies/%C3%B1/links/o1/o2")).then().statusCode(422);
    }

    @Test
    void aStrategyThatWasNeverAdoptedHasNoAttainment() {
        postAccepted("""
                {"specversion": "1.0", "id": "1", "source": "urn:rare", "type": "org.bitacora.objective.defined",
                 "subject": "%s/strategies/draft", "data": {"code": "o1", "name": "O", "perspective": "p"}}
                """.formatted(territory));
        given().get(at("?minPosition=2")).then().statusCode(200);

        given().get(at("/strategies/draft/attainment?period=2014")).then().statusCode(422);
        given().get(at("/strategies/draft/map?period=2014")).then().statusCode(422);
    }

    @Test
    void dataOfAVersionAreReadAsSdmx() {
        postAccepted(event(territory, "v-1", "visit.received", "{\"start\": \"2014-05-01\"}"));
        given().get(at("?minPosition=2")).then().statusCode(200);
        var flow = "/v1/sdmx/data/dataflow/BITACORA/DF_BAHIA";

        given().get(flow + "/1.0.0?c[REF_AREA]=" + territory).then().statusCode(200);
        given().get(flow + "/1.0.0?c[REF_AREA]=" + territory + "&startPeriod=2099")
                .then()
                .statusCode(204);
        given().get(flow + "?c[REF_AREA]=" + territory + "&startPeriod=2099")
                .then()
                .statusCode(204);
    }

    @Test
    void onlyOneRebuildRunsAtATime() {
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = IntStream.range(0, 4)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(
                            () -> asAdmin().post("/v1/admin/rebuild?swap=false").statusCode(), senders))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();

            assertThat(statuses).contains(200, 409).isSubsetOf(List.of(200, 409));
        }
    }

    /** Without a version and a key, a query means the latest version and all series. */
    @Test
    void observationsOfADataflowHaveAShortPath() {
        postAccepted(event(territory, "v-1", "visit.received", "{\"title\": \"A\", \"start\": \"2014-05-12\"}"));
        given().get(at("/activities?minPosition=2")).then().statusCode(200);

        given().get("/v1/sdmx/data/dataflow/BITACORA/DF_BAHIA?format=csv&c[REF_AREA]=" + territory)
                .then()
                .statusCode(200);
    }

    @Test
    void theNumberOfSubscriptionsOfASourceIsLimited() {
        var key = json("{\"source\": \"urn:rare:%s\", \"role\": \"reader\"}".formatted(territory))
                .post("/v1/keys")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("key");
        var body = "{\"url\": \"http://localhost:1/hook\", \"state\": \"paused\", \"territories\": [\"" + territory
                + "\"]}";

        var statuses = IntStream.range(0, 101)
                .mapToObj(_ -> withKey(key)
                        .contentType("application/json")
                        .body(body)
                        .post("/v1/subscriptions")
                        .statusCode())
                .toList();

        assertThat(statuses.subList(0, 100)).containsOnly(201);
        assertThat(statuses.getLast()).isEqualTo(403);
    }
}
