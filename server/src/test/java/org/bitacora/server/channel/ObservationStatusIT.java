package org.bitacora.server.channel;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.server.testing.TestRequests.event;
import static org.bitacora.server.testing.TestRequests.freshTerritory;
import static org.bitacora.server.testing.TestRequests.postAccepted;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bitacora.server.testing.HttpScenario;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests that every HTTP response shows the same status of an observation. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ObservationStatusIT extends HttpScenario {

    private static final String INDICATOR = "basic.cooperation-resources";

    private String territory = "";

    @BeforeEach
    void createTerritory() {
        territory = freshTerritory();
    }

    private void postProject(String amounts) {
        var position = postAccepted(event(
                territory,
                "p-1",
                "project.started",
                "{\"title\": \"P\", \"start\": \"2014-05-12\", \"amounts\": [" + amounts + "]}"));
        given().get("/v1/territories/" + territory + "?minPosition=" + position)
                .then()
                .statusCode(200);
    }

    private static String read(String path) {
        return given().get(path).then().statusCode(200).extract().asString();
    }

    private static String status(String path, String member) {
        return given().get(path).then().statusCode(200).extract().path(member);
    }

    /** Returns the cell of a column in the first row that contains all of the given cells. */
    private static String cell(String csv, String column, List<String> cells) {
        var lines = csv.lines().toList();
        var columns = Arrays.asList(lines.getFirst().split(",", -1));
        var row = lines.stream()
                .map(it -> Arrays.asList(it.split(",", -1)))
                .filter(it -> it.containsAll(cells))
                .findFirst()
                .orElseThrow();
        return row.get(columns.indexOf(column));
    }

    private Map<String, String> statusByChannel() {
        var own = "/v1/territories/" + territory;
        var observations = own + "/indicators/" + INDICATOR + "/observations?period=2014";
        var many = "/v1/observations?indicator=" + INDICATOR + "&territory=" + territory + "&period=2014";
        Map<String, String> found = new TreeMap<>();
        found.put("observations", status(observations, "observations[0].status"));
        found.put("observations.csv", cell(read(observations + "&format=csv"), "status", List.of(INDICATOR, "2014")));
        found.put("many", status(many, "items[0].observations[0].status"));
        found.put(
                "changes",
                status(
                        own + "/changes?after=0",
                        "items.find { it.indicator == '" + INDICATOR + "' && it.period == '2014' }.status"));
        found.put("changes.csv", cell(read(own + "/changes?after=0&format=csv"), "status", List.of(INDICATOR, "2014")));
        return found;
    }

    @Test
    void aSumWithoutConvertibleAmountsIsIncomplete() {
        postProject("{\"value\": \"7\", \"currency\": \"EUR\", \"purpose\": \"cooperation\"}");

        assertThat(statusByChannel().values()).hasSize(5).containsOnly("incomplete");
    }

    @Test
    void aSumThatIsConvertedInPartIsIncompleteEverywhere() {
        postProject("""
                {"value": "7", "currency": "EUR", "purpose": "cooperation"},
                {"value": "100", "currency": "USD", "purpose": "cooperation"}""");

        assertThat(statusByChannel().values()).hasSize(5).containsOnly("incomplete");
    }

    @Test
    void aSumInItsOwnCurrencyIsNormalEverywhere() {
        postProject("{\"value\": \"100\", \"currency\": \"USD\", \"purpose\": \"cooperation\"}");

        assertThat(statusByChannel().values()).hasSize(5).containsOnly("normal");
    }
}
