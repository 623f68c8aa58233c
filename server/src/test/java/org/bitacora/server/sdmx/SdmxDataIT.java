package org.bitacora.server.sdmx;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bitacora.domain.identifier.IndicatorCode;
import org.bitacora.exchange.sdmx.SdmxIdentifiers;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.Test;

/** SDMX data as harvested by statistics offices. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class SdmxDataIT extends SdmxScenario {

    private static Map<String, String> byKey(List<Map<String, String>> rows) {
        return rows.stream().collect(Collectors.toMap(SdmxHarvest::key, it -> it.get(SdmxIdentifiers.VALUE)));
    }

    @Test
    void everyValueEqualsThatOfTheObservations() {
        var rows = SdmxHarvest.rows(all(""));

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
                var code = SdmxIdentifiers.indicatorId(
                        new IndicatorCode(observed.getString("items[" + i + "].indicator.code")));
                var row = rows.stream()
                        .filter(it -> code.equals(it.get(SdmxIdentifiers.INDICATOR))
                                && period.equals(it.get(SdmxIdentifiers.TIME)))
                        .findFirst()
                        .orElseThrow();
                assertThat(row.get(SdmxIdentifiers.VALUE))
                        .isEqualTo(observed.getString("items[" + i + "].observations[0].value"));
                assertThat(row.get(SdmxIdentifiers.STATUS)).isEqualTo("A");
                assertThat(row.get(SdmxIdentifiers.FREQ)).isEqualTo(period.length() == 4 ? "A" : "M");
            }
        }
    }

    @Test
    void aRatioHasItsNumeratorAndItsDenominator() {
        var row = SdmxHarvest.rows(all(".allas_planned-share?c[TIME_PERIOD]=2014"))
                .getFirst();

        assertThat(row.get(SdmxIdentifiers.VALUE)).isEqualTo("100");
        assertThat(row.get(SdmxIdentifiers.NUMERATOR)).isEqualTo("1");
        assertThat(row.get(SdmxIdentifiers.DENOMINATOR)).isEqualTo("1");
        assertThat(row.get(SdmxIdentifiers.DEFINITION)).isEqualTo("1");
        assertThat(row.get(SdmxIdentifiers.POSITION)).isEqualTo("3");
    }

    @Test
    void anUnknownValueHasNoObservation() {
        assertThat(SdmxHarvest.rows(all(".basic_tourists"))).isEmpty();
        assertThat(SdmxHarvest.rows(all(".allas_planned-share?startPeriod=2016&endPeriod=2016")))
                .isEmpty();
    }

    @Test
    void aYearIncludesItsLastDay() {
        var months = SdmxHarvest.rows(all(".bahia_visits?c[FREQ]=M&endPeriod=2020&startPeriod=2020-06"));

        assertThat(months.stream().map(it -> it.get(SdmxIdentifiers.TIME)))
                .containsExactly("2020-06", "2020-07", "2020-08", "2020-09", "2020-10", "2020-11", "2020-12");
        assertThat(months.getLast().get(SdmxIdentifiers.VALUE)).isEqualTo("1");
        assertThat(SdmxHarvest.rows(all(".bahia_visits?c[FREQ]=M&c[TIME_PERIOD]=ge:2020-06+le:2020")))
                .isEqualTo(months);
        assertThat(SdmxHarvest.rows(all(".bahia_visits?c[FREQ]=M&c[TIME_PERIOD]=gt:2020-05+lt:2021")))
                .isEqualTo(months);
    }

    @Test
    void jsonAndCsvHaveTheSameContent() {
        var csv = byKey(SdmxHarvest.rows(FLOW + "*." + territory));
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
        assertThat(SdmxSchemaValidator.faultsOfData(series.prettify())).isEmpty();
        assertThat(SdmxSchemaValidator.faultsOfData(flat.prettify())).isEmpty();
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

    @Test
    void pastObservationsAreAvailable() {
        var then = Instant.now();
        postEvent("v-1", "activity.corrected", "{\"start\": \"2015-01-01\"}");
        var visits = ".bahia_visits?c[FREQ]=A&c[TIME_PERIOD]=2014";

        assertThat(SdmxHarvest.rows(all(visits + "&asOf=" + then)).getFirst().get(SdmxIdentifiers.VALUE))
                .isEqualTo("1");
        assertThat(SdmxHarvest.rows(all(visits)).getFirst().get(SdmxIdentifiers.VALUE))
                .isEqualTo("0");
        given().get(all(visits + "&asOf=" + then + "&updatedAfter=" + Instant.now()))
                .then()
                .statusCode(400);
    }

    @Test
    void theHistoryIsReturnedDayByDay() {
        var rows = SdmxHarvest.rows(all(".bahia_visits?includeHistory=true&c[FREQ]=A&c[TIME_PERIOD]=2014"));
        var json = given().get(all(".bahia_visits?includeHistory=true&c[FREQ]=A&c[TIME_PERIOD]=2014"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst()).containsEntry(SdmxIdentifiers.VALUE, "1").containsEntry("ACTION", "R");
        assertThat(rows.getFirst().get("VALID_FROM")).isNotEmpty();
        assertThat(rows.getFirst().get("VALID_TO")).isEmpty();
        assertThat(json.getString("data.dataSets[0].validFrom")).isNotNull();
        assertThat(SdmxSchemaValidator.faultsOfData(json.prettify())).isEmpty();
    }

    @Test
    void pagesAddUpToTheWholeResult() {
        var whole = SdmxHarvest.rows(all(""));
        var first = SdmxHarvest.rows(all("?limit=17"));
        var rest = SdmxHarvest.rows(all("?offset=17"));

        assertThat(first).hasSize(17);
        assertThat(Stream.concat(first.stream(), rest.stream())).containsExactlyElementsOf(whole);
    }
}
