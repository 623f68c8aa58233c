package org.bitacora.server.sdmx;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.bitacora.exchange.sdmx.SdmxIdentifiers;
import org.bitacora.exchange.sdmx.SdmxMediaType;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SDMX data queries, and the errors for invalid ones. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class SdmxDataQueryIT extends SdmxScenario {

    @Test
    void aPeriodMatchesExactly() {
        var year = SdmxHarvest.rows(all(".bahia_visits?c[TIME_PERIOD]=2014"));

        assertThat(year.stream().map(it -> it.get(SdmxIdentifiers.TIME))).containsExactly("2014");
        assertThat(SdmxHarvest.rows(all(".bahia_visits?c[TIME_PERIOD]=eq:2014-05")))
                .hasSize(1);
        assertThat(SdmxHarvest.rows(all(".bahia_visits?c[TIME_PERIOD]=2014-Q2")))
                .isEmpty();
    }

    @Test
    void aCodeMayBeRepeated() {
        var once = SdmxHarvest.rows(all(".bahia_visits"));

        assertThat(SdmxHarvest.rows(all(".bahia_visits+bahia_visits"))).isEqualTo(once);
        assertThat(SdmxHarvest.rows(all("?c[INDICATOR]=bahia_visits,bahia_visits")))
                .isEqualTo(once);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dataflow/BITACORA,ECB/DF_BAHIA/1.0.0",
                "dataflow/ECB,*/DF_NONE,DF_BAHIA/+",
                "dataflow/BITACORA/DF_BAHIA/1.0.0+",
                "dataflow/BITACORA/DF_BAHIA/1+.0.0",
                "dataflow/BITACORA/DF_BAHIA/3.0.0,1.0.0",
                "datastructure/BITACORA/DSD_OBSERVATIONS,DSD_NONE/~"
            })
    void severalArtefactsAreAlternatives(String artefacts) {
        given().get("/v1/sdmx/data/" + artefacts + "/A." + territory + ".bahia_visits")
                .then()
                .statusCode(200);
    }

    @Test
    void severalDataflowsAreReturnedAsCsv() {
        var both = "/v1/sdmx/data/dataflow/BITACORA/DF_BAHIA,DF_ALLAS/1.0.0/A." + territory;

        assertThat(SdmxHarvest.rows(both).stream().map(it -> it.get("STRUCTURE_ID")))
                .contains("BITACORA:DF_BAHIA(1.0.0)", "BITACORA:DF_ALLAS(1.0.0)");
        given().get(both).then().statusCode(501);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/csv;q=0.5, application/json | application/vnd.sdmx.data+json",
                "text/csv, application/json | application/vnd.sdmx.data+csv",
                "application/vnd.sdmx.data+xml;version=3.0.0, */*;q=0.1 | application/vnd.sdmx.data+json",
                "application/vnd.sdmx.data+csv;labels=both, application/vnd.sdmx.data+csv | application/vnd.sdmx.data+csv",
                "application/vnd.sdmx.data+json;version=1.0.0, text/csv;q=0.1 | application/vnd.sdmx.data+csv",
                "application/vnd.sdmx.data+json;q=0, */* | application/vnd.sdmx.data+csv",
                "application/vnd.sdmx.data+json;version=2.0.0+ | application/vnd.sdmx.data+json",
                "application/json;charset=utf-8 | application/vnd.sdmx.data+json"
            })
    void thePreferredFormatIsSelected(String accept, String type) {
        given().header("Accept", accept)
                .get(all(".bahia_visits"))
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith(type));
    }

    @Test
    void anEmptyResultHasNoObservations() {
        for (var path : new String[] {".basic_tourists", ".basic_tourists?format=csv", "?offset=1000000"}) {
            given().get(all(path)).then().statusCode(204);
        }
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
                "?c[TIME_PERIOD]=sw:20",
                "?c[OBS_STATUS]=A",
                "?c[OBS_VALUE]=ge:10",
                "?format=xml"
            })
    void anUnsupportedQueryReturns501(String query) {
        given().get(FLOW + "*" + query)
                .then()
                .statusCode(501)
                .body("type", equalTo("urn:bitacora:problem:not-offered"));
    }

    @Test
    void otherContextsAndFormatsAreNotSupported() {
        given().get("/v1/sdmx/data/provisionagreement/BITACORA/X").then().statusCode(501);
        given().get("/v1/sdmx/data/dataflow/BITACORA/*").then().statusCode(501);
        given().header("Accept", SdmxMediaType.DATA_CSV + ";labels=both")
                .get(FLOW + "*")
                .then()
                .statusCode(501);
        given().header("Accept", "application/vnd.sdmx.data+xml;version=3.0.0")
                .get(FLOW + "*")
                .then()
                .statusCode(406);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/data",
                "/data/dataflow/BITACORA",
                "/data/dataflow/BITACORA/DF_BAHIA/1.0.0/A/and/more",
                "/availability/dataflow/BITACORA/DF_BAHIA/1.0.0",
                "/schema/dataflow/BITACORA/DF_BAHIA/1.0.0",
                "/metadata/structure/*",
                "/structure",
                "/structure/codelist/BITACORA",
                "/structure/codelist/BITACORA/CL_FREQ/1.0.0/A"
            })
    void otherQueriesOfTheStandardAreNotOffered(String path) {
        given().get("/v1/sdmx" + path)
                .then()
                .statusCode(501)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:bitacora:problem:not-offered"));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/sdmx/data/dataflow/BITACORA/DF_NONE, 404",
        "/v1/sdmx/data/dataflow/ECB/DF_BAHIA, 404",
        "/v1/sdmx/data/dataflow/BITACORA/DF_BAHIA/9.9.9, 404",
        "/v1/sdmx/data/dataflow/BITACORA/DF_BAHIA/1.0.0/A.br-nowhere, 404",
        "/v1/sdmx/data/dataflow/BITACORA/DF_BAHIA/1.0.0/A.b.c.d.e, 400",
        "/v1/sdmx/data/dataflow/BITACORA/DF_BAHIA/1.0.0/A+, 400",
        "/v1/sdmx/data/dataflow/BITACORA/DF_BAHIA/1.0.0/A++M, 400",
        "/v1/sdmx/data/dataflow/BITACORA/DF_BAHIA?c[FREQ]=, 400",
        "/v1/sdmx/data/dataflow/BITACORA/DF_BAHIA?c[TIME_PERIOD]=ge:2014&c[TIME_PERIOD]=le:2015, 400",
        "/v1/sdmx/data/dataflow/BITACORA/DF_BAHIA?c[REF_AREA]=br-ba&c[REF_AREA]=br-bh, 400",
        "/v1/sdmx/data/dataflow/BITACORA/DF_BAHIA?startPeriod=lately, 400",
        "/v1/sdmx/data/dataflow/BITACORA/DF_BAHIA?updatedAfter=lately, 400",
        "/v1/sdmx/data/dataflow/BITACORA/DF_BAHIA?updatedAfter=+99999-01-01T00:00:00Z, 400",
        "/v1/sdmx/data/dataflow/BITACORA/DF_BAHIA?limit=0, 400",
        "/v1/sdmx/data/dataflow/BITACORA/DF_BAHIA?colour=red, 400"
    })
    void anInvalidQueryIsExplained(String path, int status) {
        given().get(path).then().statusCode(status);
    }
}
