package org.bitacora.api.sdmx;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.api.testing.Calls.event;
import static org.bitacora.api.testing.Calls.freshTerritory;
import static org.bitacora.api.testing.Calls.post;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bitacora.api.testing.OverHttp;
import org.bitacora.api.testing.RealDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Data as statistics offices harvest them. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class SdmxDataIT extends OverHttp {

    private static final String FLOW = "/v1/sdmx/data/dataflow/BITACORA/DF_BAHIA/1.0.0/";
    private String territory = "";

    @BeforeEach
    void tellOfVisits() {
        territory = freshTerritory();
        say("v-1", "visit.received", "{\"start\": \"2014-05-12\", \"motivation\": \"planned\"}");
        say("v-2", "visit.received", "{\"start\": \"2020-12-31\", \"motivation\": \"reactive\"}");
    }

    private long say(String activity, String type, String data) {
        long position = post(event(territory, activity, type, data))
                .then()
                .extract()
                .jsonPath()
                .getLong("position");
        given().get("/v1/territories/" + territory + "/activities?minPosition=" + position)
                .then()
                .statusCode(200);
        return position;
    }

    private String all(String query) {
        return "/v1/sdmx/data/datastructure/BITACORA/DSD_OBSERVATIONS/1.0.0/*." + territory + query;
    }

    private static Map<String, String> byKey(List<Map<String, String>> rows) {
        return rows.stream().collect(Collectors.toMap(Harvested::key, it -> it.get(Ids.VALUE)));
    }

    @Test
    void everyFigureIsThatOfTheObservations() {
        var rows = Harvested.rows(all(""));

        assertThat(rows).hasSizeGreaterThan(500);
        for (var period : List.of("2014", "2014-05", "2020-12")) {
            var observed = given().get(
                            "/v1/observations?indicator=bahia.visits,allas.planned-share,bh.actions&territory="
                                    + territory + "&period=" + period)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            for (int i = 0; i < 3; i++) {
                var code = Ids.indicator(observed.getString("items[" + i + "].indicator.code"));
                var row = rows.stream()
                        .filter(it -> code.equals(it.get(Ids.INDICATOR)) && period.equals(it.get(Ids.TIME)))
                        .findFirst()
                        .orElseThrow();
                assertThat(row.get(Ids.VALUE)).isEqualTo(observed.getString("items[" + i + "].observations[0].value"));
                assertThat(row.get(Ids.STATUS)).isEqualTo("A");
                assertThat(row.get(Ids.FREQ)).isEqualTo(period.length() == 4 ? "A" : "M");
            }
        }
    }

    @Test
    void aRatioHasItsNumeratorAndItsDenominator() {
        var row =
                Harvested.rows(all(".allas_planned-share?c[TIME_PERIOD]=2014")).getFirst();

        assertThat(row.get(Ids.VALUE)).isEqualTo("100");
        assertThat(row.get(Ids.NUMERATOR)).isEqualTo("1");
        assertThat(row.get(Ids.DENOMINATOR)).isEqualTo("1");
        assertThat(row.get(Ids.DEFINITION)).isEqualTo("1");
        assertThat(row.get(Ids.POSITION)).isEqualTo("3");
    }

    @Test
    void whatIsNotKnownHasNoObservation() {
        assertThat(Harvested.rows(all(".basic_tourists"))).isEmpty();
        assertThat(Harvested.rows(all(".allas_planned-share?startPeriod=2016&endPeriod=2016")))
                .isEmpty();
    }

    @Test
    void aYearEndsWithItsLastDay() {
        var months = Harvested.rows(all(".bahia_visits?c[FREQ]=M&endPeriod=2020&startPeriod=2020-06"));

        assertThat(months.stream().map(it -> it.get(Ids.TIME)))
                .containsExactly("2020-06", "2020-07", "2020-08", "2020-09", "2020-10", "2020-11", "2020-12");
        assertThat(months.getLast().get(Ids.VALUE)).isEqualTo("1");
        assertThat(Harvested.rows(all(".bahia_visits?c[FREQ]=M&c[TIME_PERIOD]=ge:2020-06+le:2020")))
                .isEqualTo(months);
        assertThat(Harvested.rows(all(".bahia_visits?c[FREQ]=M&c[TIME_PERIOD]=gt:2020-05+lt:2021")))
                .isEqualTo(months);
    }

    @Test
    void jsonSaysWhatCsvSays() {
        var csv = byKey(Harvested.rows(FLOW + "*." + territory));
        var series = given().get(FLOW + "*." + territory)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        var flat = given().get(FLOW + "*." + territory + "?dimensionAtObservation=AllDimensions")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(ofSeries(series)).isEqualTo(csv);
        assertThat(ofFlat(flat)).isEqualTo(csv);
        assertThat(SdmxRules.faultsOfData(series.prettify())).isEmpty();
        assertThat(SdmxRules.faultsOfData(flat.prettify())).isEmpty();
    }

    private static Map<String, String> ofSeries(JsonPath message) {
        Map<String, String> found = new HashMap<>();
        Map<String, Map<String, Map<String, List<Object>>>> series = message.getMap("data.dataSets[0].series");
        series.forEach((key, of) -> of.getOrDefault("observations", Map.of())
                .forEach((place, values) -> found.put(
                        ids(message, "series", key) + "." + ids(message, "observation", place), text(values))));
        return found;
    }

    private static Map<String, String> ofFlat(JsonPath message) {
        Map<String, String> found = new HashMap<>();
        Map<String, List<Object>> observations = message.getMap("data.dataSets[0].observations");
        observations.forEach((key, values) -> found.put(ids(message, "observation", key), text(values)));
        return found;
    }

    private static String text(List<Object> values) {
        return new BigDecimal(values.getFirst().toString()).stripTrailingZeros().toPlainString();
    }

    private static String ids(JsonPath message, String level, String key) {
        var places = key.split(":", -1);
        var ids = new ArrayList<String>();
        for (int i = 0; i < places.length; i++) {
            ids.add(message.getString(
                    "data.structures[0].dimensions." + level + "[" + i + "].values[" + places[i] + "].id"));
        }
        return String.join(".", ids);
    }

    /** The only activity that is judged is withdrawn: a share of none is no value any more. */
    @Test
    void whatIsNoMoreIsDeletedSinceItWasHarvested() {
        var harvested = new Harvested().take(all(""));
        var then = Instant.now();
        say("v-2", "activity.withdrawn", "{}");

        var changed = Harvested.rows(all("?updatedAfter=" + then));
        var fresh = new Harvested().take(all(""));

        assertThat(changed.stream().filter(it -> "D".equals(it.get("ACTION"))).map(Harvested::key))
                .contains("A." + territory + ".allas_planned-share.2020");
        assertThat(harvested.take(all("?updatedAfter=" + then)).values()).isEqualTo(fresh.values());
        var json = given().get(all("?updatedAfter=" + then))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(json.getList("data.dataSets.action")).isEqualTo(List.of("Replace", "Delete"));
        assertThat(SdmxRules.faultsOfData(json.prettify())).isEmpty();
    }

    @Test
    void aHarvesterThatFollowsHasAtEachStepWhatAFreshOneHas() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var harvested = new Harvested().take(all(""));
        for (int step = 0; step < 6; step++) {
            var then = Instant.now();
            for (int i = 0; i <= random.nextInt(3); i++) {
                sayAnything(random);
            }
            harvested.take(all("?updatedAfter=" + then));
            assertThat(harvested.values())
                    .as("seed %d", seed)
                    .isEqualTo(new Harvested().take(all("")).values());
        }
    }

    private void sayAnything(Random random) {
        var activity = "a-" + random.nextInt(3);
        var date = "{\"start\": \"20%02d-0%d-11\", \"motivation\": \"%s\"}"
                .formatted(
                        10 + random.nextInt(15), 1 + random.nextInt(9), random.nextBoolean() ? "planned" : "reactive");
        switch (random.nextInt(4)) {
            case 0 -> say(activity, "mission.carried-out", date);
            case 1 -> say(activity, "activity.corrected", date);
            case 2 -> say(activity, "activity.withdrawn", "{}");
            default -> say(activity, "agreement.signed", date);
        }
    }

    @Test
    void theFiguresOfThePastAreThere() {
        var then = Instant.now();
        say("v-1", "activity.corrected", "{\"start\": \"2015-01-01\"}");
        var visits = ".bahia_visits?c[FREQ]=A&c[TIME_PERIOD]=2014";

        assertThat(Harvested.rows(all(visits + "&asOf=" + then)).getFirst().get(Ids.VALUE))
                .isEqualTo("1");
        assertThat(Harvested.rows(all(visits)).getFirst().get(Ids.VALUE)).isEqualTo("0");
        given().get(all(visits + "&asOf=" + then + "&updatedAfter=" + Instant.now()))
                .then()
                .statusCode(400);
    }

    @Test
    void whatWasDisseminatedComesDayByDay() {
        var rows = Harvested.rows(all(".bahia_visits?includeHistory=true&c[FREQ]=A&c[TIME_PERIOD]=2014"));
        var json = given().get(all(".bahia_visits?includeHistory=true&c[FREQ]=A&c[TIME_PERIOD]=2014"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst()).containsEntry(Ids.VALUE, "1").containsEntry("ACTION", "R");
        assertThat(rows.getFirst().get("VALID_FROM")).isNotEmpty();
        assertThat(rows.getFirst().get("VALID_TO")).isEmpty();
        assertThat(json.getString("data.dataSets[0].validFrom")).isNotNull();
        assertThat(SdmxRules.faultsOfData(json.prettify())).isEmpty();
    }

    @Test
    void partsOfItAddUpToAllOfIt() {
        var whole = Harvested.rows(all(""));
        var first = Harvested.rows(all("?limit=17"));
        var rest = Harvested.rows(all("?offset=17"));

        assertThat(first).hasSize(17);
        assertThat(Stream.concat(first.stream(), rest.stream())).containsExactlyElementsOf(whole);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?firstNObservations=1",
                "?lastNObservations=1",
                "?attributes=none",
                "?measures=none",
                "?sort=*",
                "?dimensionAtObservation=REF_AREA",
                "?c[INDICATOR]=sw:bahia",
                "?c[TIME_PERIOD]=2014,2015",
                "?format=xml"
            })
    void whatIsNotOfferedSaysSo(String query) {
        given().get(FLOW + "*" + query)
                .then()
                .statusCode(501)
                .body("type", equalTo("urn:bitacora:problem:not-offered"));
    }

    @Test
    void otherContextsAndFormatsAreNotOfferedEither() {
        given().get("/v1/sdmx/data/provisionagreement/BITACORA/X").then().statusCode(501);
        given().get("/v1/sdmx/data/dataflow/BITACORA/*").then().statusCode(501);
        given().header("Accept", Media.DATA_CSV + ";labels=both")
                .get(FLOW + "*")
                .then()
                .statusCode(501);
        given().header("Accept", "application/vnd.sdmx.data+xml;version=3.0.0")
                .get(FLOW + "*")
                .then()
                .statusCode(406);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/sdmx/data/dataflow/BITACORA/DF_NONE, 404",
        "/v1/sdmx/data/dataflow/ECB/DF_BAHIA, 404",
        "/v1/sdmx/data/dataflow/BITACORA/DF_BAHIA/9.9.9, 404",
        "/v1/sdmx/data/dataflow/BITACORA/DF_BAHIA/1.0.0/A.br-nowhere, 404",
        "/v1/sdmx/data/dataflow/BITACORA/DF_BAHIA/1.0.0/A.b.c.d.e, 400",
        "/v1/sdmx/data/dataflow/BITACORA/DF_BAHIA?startPeriod=lately, 400",
        "/v1/sdmx/data/dataflow/BITACORA/DF_BAHIA?updatedAfter=lately, 400",
        "/v1/sdmx/data/dataflow/BITACORA/DF_BAHIA?colour=red, 400"
    })
    void whatIsWrongIsTold(String path, int status) {
        given().get(path).then().statusCode(status);
    }
}
