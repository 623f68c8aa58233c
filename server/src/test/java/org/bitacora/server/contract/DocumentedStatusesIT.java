package org.bitacora.server.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.server.testing.TestRequests.asAdmin;
import static org.bitacora.server.testing.TestRequests.event;
import static org.bitacora.server.testing.TestRequests.freshTerritory;
import static org.bitacora.server.testing.TestRequests.postAccepted;
import static org.bitacora.server.testing.TestRequests.withKey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bitacora.server.testing.HttpScenario;
import org.bitacora.server.testing.PostgresTestResource;
import org.bitacora.server.testing.TestRequests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Provokes the statuses 304, 400, 401, 403 and 404 once for every operation that documents them. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class DocumentedStatusesIT extends HttpScenario {

    private static final String PLAN = """
            {"name": "P", "period": "2014/2017", "perspectives": [{"code": "p", "name": "P"}], "objectives": [
             {"code": "o1", "name": "O", "perspective": "p", "measures": [{"code": "v", "indicator": "bahia.visits"}]},
             {"code": "o2", "name": "O", "perspective": "p", "measures": [{"code": "w", "indicator": "bahia.visits"}]}]}""";

    /** Valid bodies, so that the checks that follow the validation of the body are reached. */
    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("makeKey", "{\"source\": \"urn:test\"}"),
            Map.entry("subscribe", "{\"url\": \"https://example.org/\"}"),
            Map.entry("changeSubscription", "{\"url\": \"https://example.org/\"}"),
            Map.entry("putTerritory", "{\"name\": \"T\", \"kind\": \"city\"}"),
            Map.entry("putActor", "{\"name\": \"A\", \"sector\": \"media\"}"),
            Map.entry("mergeActor", "{\"other\": \"B\"}"),
            Map.entry(
                    "putOwnIndicator", "{\"name\": \"X\", \"unit\": \"u\", \"measure\": {\"count\": \"activities\"}}"),
            Map.entry("putMember", "{}"),
            Map.entry(
                    "publish",
                    "{\"code\": \"c\", \"title\": \"T\", \"report\": \"activity-map\", \"period\": \"2014\"}"),
            Map.entry("putStrategy", PLAN),
            Map.entry("putStrategyLink", "{\"hypothesis\": \"H\", \"lagMonths\": 12}"),
            Map.entry(
                    "postStrategyReview",
                    "{\"code\": \"r\", \"period\": \"2014\", \"on\": \"2015-01-20\", \"learned\": \"L\"}"),
            Map.entry("postStrategySaying", """
                    {"code": "a", "objective": "o1", "period": "2014", "method": "feedback", "by": "participants",
                     "text": "Good"}"""),
            Map.entry("putStrategyPart", "{\"name\": \"O\", \"perspective\": \"p\"}"));

    private static final Map<String, String> QUERIES = Map.of(
            "getBenchmark", "period=2014&territories=u-unknown",
            "getCsvw", "of=/v1/territories",
            "observeMany", "indicator=unknown&period=2014",
            "stream", "territory=u-unknown",
            "listActivitiesOfActor", "actor=somebody",
            "diffStrategy", "from=0");

    private static final Map<String, String> VARIABLES = Map.of(
            "context", "dataflow",
            "agency", "BITACORA",
            "type", "codelist",
            "version", "1.0.0",
            "s", "plan",
            "from", "o1",
            "to", "o2",
            "key", "o2");

    /** Statuses that other tests provoke. {@code SubscriptionsIT} creates too many subscriptions. */
    private static final Set<String> OTHERWISE_PROVOKED = Set.of("subscribe 403");

    private static final JsonNode CONTRACT = read();

    private static String territory = "";

    /** An operation at its path. */
    private record Endpoint(String method, String path, JsonNode operation) {
        String id() {
            return operation.path("operationId").asText();
        }
    }

    private static JsonNode read() {
        try {
            return new YAMLMapper().readTree(Path.of("../openapi/openapi.yaml").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void createTerritory() {
        if (!territory.isEmpty()) {
            return;
        }
        territory = freshTerritory();
        json(asAdmin(), PLAN).put(at("/strategies/plan")).then().statusCode(201);
        json(asAdmin(), "{\"code\": \"map\", \"title\": \"T\", \"report\": \"activity-map\", \"period\": \"2014\"}")
                .post(at("/publications"))
                .then()
                .statusCode(201);
        postAccepted(event(territory, "v-1", "visit.received", "{\"title\": \"Visit\", \"start\": \"2014-05-01\"}"));
        given().get(at("?minPosition=4")).then().statusCode(200);
    }

    private static String at(String path) {
        return "/v1/territories/" + territory + path;
    }

    private static RequestSpecification json(RequestSpecification request, String body) {
        return request.contentType("application/json").body(body);
    }

    private static List<Endpoint> documenting(String status) {
        var endpoints = new ArrayList<Endpoint>();
        CONTRACT.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(it -> {
                    if (it.getValue().path("responses").has(status)) {
                        endpoints.add(new Endpoint(it.getKey().toUpperCase(Locale.ROOT), path.getKey(), it.getValue()));
                    }
                }));
        assertThat(endpoints).isNotEmpty();
        return endpoints;
    }

    /** Sends a request to each operation that documents the status; every response must have that status. */
    private static void assertAnswers(
            String status, Supplier<RequestSpecification> request, String of, Function<Endpoint, String> query) {
        var others = documenting(status).stream()
                .filter(it -> !OTHERWISE_PROVOKED.contains(it.id() + " " + status))
                .map(it -> Map.entry(it.id(), send(it, request.get(), of, query.apply(it))))
                .filter(it -> it.getValue().statusCode() != Integer.parseInt(status))
                .map(it -> it.getKey() + " " + it.getValue().asString())
                .toList();
        assertThat(others).isEmpty();
    }

    private static Response send(Endpoint endpoint, RequestSpecification request, String of, String query) {
        var content = endpoint.operation().path("requestBody").path("content");
        if (content.has("multipart/form-data")) {
            request.multiPart("file", "f.csv", "a;b\n1;2\n".getBytes(StandardCharsets.UTF_8));
        } else if (!content.isEmpty()) {
            var body = endpoint.id().equals("postEvents")
                    ? event(of, "v-2", "visit.received", "{}")
                    : BODIES.getOrDefault(endpoint.id(), "{}");
            request.contentType(content.fieldNames().next()).body(body.getBytes(StandardCharsets.UTF_8));
        }
        return request.urlEncodingEnabled(false)
                .request(endpoint.method(), path(endpoint, of) + query(endpoint, query));
    }

    private static String path(Endpoint endpoint, String of) {
        var path = endpoint.path();
        for (var reference : endpoint.operation().path("parameters")) {
            var name = reference.path("name").asText();
            var value = name.equals("t") ? of : VARIABLES.getOrDefault(name, "unknown");
            path = path.replace("{" + name + "}", reference.at("/schema/enum/0").asText(value));
        }
        return path;
    }

    private static String query(Endpoint endpoint, String more) {
        var query = new ArrayList<String>();
        if (QUERIES.containsKey(endpoint.id())) {
            query.add(QUERIES.getOrDefault(endpoint.id(), ""));
        } else {
            endpoint.operation().path("parameters").forEach(it -> {
                if (it.path("$ref").asText().matches(".*/periods?")) {
                    query.add("period=2014");
                } else if (it.path("name").asText().equals("from")
                        && it.path("in").asText().equals("query")) {
                    query.add("from=2014-01-01");
                }
            });
        }
        if (!more.isEmpty()) {
            query.add(more);
        }
        return query.isEmpty() ? "" : "?" + String.join("&", query);
    }

    private static String privately(Endpoint endpoint) {
        return endpoint.id().equals("getArchive") ? "private=true" : "";
    }

    @Test
    void everyOperationRefusesAParameterThatItDoesNotHave() {
        assertAnswers("400", TestRequests::asAdmin, territory, _ -> "colour=red");
    }

    @Test
    void everyOperationThatNeedsAKeyRefusesRequestsWithoutOne() {
        assertAnswers("401", RestAssured::given, territory, DocumentedStatusesIT::privately);
    }

    @Test
    void everyOperationThatNeedsARoleRefusesReaders() {
        String reader = json(asAdmin(), "{\"source\": \"urn:reader\", \"role\": \"reader\"}")
                .post("/v1/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
        assertAnswers("403", () -> withKey(reader), territory, DocumentedStatusesIT::privately);
    }

    @Test
    void everyDocumented404IsReturned() {
        assertAnswers("404", TestRequests::asAdmin, "u-unknown", _ -> "");
    }

    @Test
    void everyDocumented304IsReturned() {
        var paths = Map.ofEntries(
                Map.entry("getTerritory", ""),
                Map.entry("listActivities", "/activities"),
                Map.entry("getActivity", "/activities/v-1"),
                Map.entry("getActivityHistory", "/activities/v-1/history"),
                Map.entry("getActorMap", "/actors/map"),
                Map.entry("listActivitiesOfActor", "/actors/map/activities?actor=somebody"),
                Map.entry("readChanges", "/changes?after=0"),
                Map.entry("getFeed", "/feed"),
                Map.entry("explainDifference", "/indicators/bahia.visits/diff?period=2014&from=1"),
                Map.entry("listEvidence", "/indicators/bahia.visits/evidence?period=2014"),
                Map.entry("observe", "/indicators/bahia.visits/observations?period=2014"),
                Map.entry("listPublications", "/publications"),
                Map.entry("getPublication", "/publications/map"),
                Map.entry("getActivityMap", "/reports/activity-map?period=2014"),
                Map.entry("getStrategy", "/strategies/plan"),
                Map.entry("getAttainment", "/strategies/plan/attainment?period=2014"),
                Map.entry("getStrategyMap", "/strategies/plan/map?period=2014"),
                Map.entry("getScorecard", "/strategies/plan/scorecard?period=2014"));
        assertThat(documenting("304").stream().map(Endpoint::id)).hasSameElementsAs(paths.keySet());
        paths.values().forEach(path -> {
            var tag = given().get(at(path)).then().statusCode(200).extract().header("ETag");
            given().header("If-None-Match", tag).get(at(path)).then().statusCode(304);
        });
    }
}
