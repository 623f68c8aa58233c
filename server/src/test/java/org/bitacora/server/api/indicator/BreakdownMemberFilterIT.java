package org.bitacora.server.api.indicator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.server.testing.TestRequests.asAdmin;
import static org.bitacora.server.testing.TestRequests.event;
import static org.bitacora.server.testing.TestRequests.freshTerritory;
import static org.bitacora.server.testing.TestRequests.postBatch;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bitacora.domain.indicator.FilterField;
import org.bitacora.domain.indicator.Grain;
import org.bitacora.domain.indicator.Grouping;
import org.bitacora.server.testing.HttpScenario;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each member of a breakdown can be used as a filter, which then selects what the part counts. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class BreakdownMemberFilterIT extends HttpScenario {

    /** Writes ASCII only, so that the character set of the request does not matter. */
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final String DATA = """
            {"start": "2014-05-12", "role": "hosted", "motivation": "planned", "dimension": "economy", "scale": "large",
             "funding": "cooperation", "sdgs": [11, 17], "categories": ["agreement-signed"],
             "counterparts": [{"name": "A", "type": "university", "country": "AR"},
                              {"name": "B", "type": "company", "country": "YUCS"}],
             "actors": [{"actor": "one", "sector": "academic", "role": "host"}, {"actor": "two", "sector": "media"}]}""";

    /** Free texts with each character that separates or quotes something somewhere, and with the letters of the Americas. */
    private static final List<String> TEXTS = List.of(
            "Food, water and soil",
            "Food",
            "\"Quoted\" and 'quoted'; (a+b)/c & d = 100%",
            "a+b",
            "a b",
            "%2C%20",
            "a/b/c",
            "/a",
            "a/",
            " leading",
            "trailing ",
            "two  spaces",
            "{a,b} [c] \\ | ~ ^ `",
            "#1? a:b @c *",
            "\uD83C\uDF0E \uD83D\uDC69\uD83C\uDFFD\u200D\uD83D\uDD2C",
            "á é í ó ú ü ñ ã õ â ê ô ç à ï ò",
            "Á É Í Ó Ú Ü Ñ Ã Õ Â Ê Ô Ç À Ï Ò",
            "¿Qué? ¡Sí! ª º « »");

    private static String territory = "";

    /** Posts the activities once: the address of the server is not known before the first test. */
    @BeforeEach
    void postActivities() throws IOException {
        if (!territory.isEmpty()) {
            return;
        }
        territory = freshTerritory();
        var events = new ArrayList<String>();
        events.add(event(territory, "plain", "visit.received", "{\"start\": \"2014\"}"));
        events.add(event(territory, "blank", "visit.received", """
                {"start": "2014-02", "themes": [" ", ""], "objectives": [""], "place": {"country": "BR", "city": " "},
                 "actors": [{"actor": " ", "role": ""}]}"""));
        events.add(event(territory, "country", "visit.received", """
                {"start": "2014-02", "place": {"country": "BR"}}"""));
        for (var text : TEXTS) {
            var data = (ObjectNode) JSON.readTree(DATA);
            data.putArray("themes").add(text).add("Food");
            data.putArray("objectives").add(text);
            data.putObject("place").put("country", "BR").put("city", text);
            data.withArray("actors").addObject().put("actor", text).put("role", text);
            events.add(event(territory, "v" + events.size(), "visit.received", JSON.writeValueAsString(data)));
        }
        var position = postBatch("?mode=atomic", events)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("results[-1].position");
        given().get("/v1/territories/" + territory + "?minPosition=" + position)
                .then()
                .statusCode(200);
    }

    private static JsonNode observation(String indicator, String... namesAndValues) throws IOException {
        RequestSpecification request = given();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            request.queryParam(namesAndValues[i], namesAndValues[i + 1]);
        }
        var body = request.get("/v1/territories/" + territory + "/indicators/" + indicator + "/observations")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return JSON.readTree(body).path("observations").path(0);
    }

    @ParameterizedTest
    @EnumSource
    void eachMemberOfAFieldIsAFilter(FilterField filterField) throws IOException {
        for (var indicator : List.of("bahia.visits", "allas.partners", "allas.outside-actors")) {
            var parts = observation(indicator, "period", "2014", "by", filterField.word())
                    .path("breakdown")
                    .path("parts");

            for (var part : parts) {
                var member = part.path("member").asText();
                assertThat(observation(indicator, "period", "2014", filterField.word(), member)
                                .path("value"))
                        .as("%s: %s=%s", indicator, filterField.word(), member)
                        .isEqualTo(part.path("value"));
            }
        }
    }

    /** Otherwise {@link #eachMemberOfAFieldIsAFilter} would compare nothing. */
    @ParameterizedTest
    @EnumSource
    void theActivitiesHaveMembersOfEachField(FilterField filterField) throws IOException {
        assertThat(observation("bahia.visits", "period", "2014", "by", filterField.word())
                        .path("breakdown")
                        .path("parts"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void eachMemberOfAGrainIsAPeriod(Grain grain) throws IOException {
        var parts = observation("bahia.visits", "period", "2014", "by", grain.word())
                .path("breakdown")
                .path("parts");

        assertThat(parts).isNotEmpty();
        for (var part : parts) {
            assertThat(observation("bahia.visits", "period", part.path("member").asText())
                            .path("value"))
                    .as("period=%s", part.path("member"))
                    .isEqualTo(part.path("value"));
        }
    }

    @ParameterizedTest
    @CsvSource({"theme, actorRole", "place, actor", "country, counterpartType", "objective, theme", "month, theme"})
    void theMembersOfBothDimensionsAreFilters(String first, String second) throws IOException {
        var parts = observation("bahia.visits", "period", "2014", "by", first + "," + second)
                .path("breakdown")
                .path("parts");

        assertThat(parts).isNotEmpty();
        for (var part : parts) {
            var member = part.path("member").asText();
            var further = part.path("further").path(0).path("member").asText();
            var found = Grouping.of(first).orElseThrow() instanceof Grouping.TimeGrouping
                    ? observation("bahia.visits", "period", member, second, further)
                    : observation("bahia.visits", "period", "2014", first, member, second, further);
            assertThat(found.path("value"))
                    .as("%s=%s and %s=%s", first, member, second, further)
                    .isEqualTo(part.path("value"));
        }
    }

    @Test
    void theRoleOfAnActorIsNotTheRoleInAnEvent() throws IOException {
        assertThat(observation("bahia.visits", "period", "2014", "actorRole", "host")
                        .path("value")
                        .asInt())
                .isEqualTo(TEXTS.size());
        given().queryParam("period", "2014")
                .queryParam("role", "host")
                .get("/v1/territories/" + territory + "/indicators/bahia.visits/observations")
                .then()
                .statusCode(400);
    }

    @Test
    void aDefinitionFiltersByTheRoleOfAnActor() throws IOException {
        defineHosts();

        assertThat(observation("own.hosts", "period", "2014", "by", "actorRole")
                        .path("value")
                        .asInt())
                .isEqualTo(1);
    }

    private static void defineHosts() {
        asAdmin()
                .contentType("application/json")
                .body("""
                        {"name": {"en": "Hosts"}, "unit": "actors", "date": "formalised",
                         "measure": {"count": "actors", "where": {"actorRole": ["host"]}}}""")
                .put("/v1/territories/" + territory + "/indicators/own.hosts")
                .then()
                .statusCode(201);
    }
}
