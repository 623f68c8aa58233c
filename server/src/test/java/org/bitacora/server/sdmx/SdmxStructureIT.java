package org.bitacora.server.sdmx;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.server.testing.TestRequests.freshTerritory;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.bitacora.exchange.sdmx.SdmxIdentifiers;
import org.bitacora.server.testing.HttpScenario;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.Test;

/** SDMX structures. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class SdmxStructureIT extends HttpScenario {

    private static final Pattern REFERENCE =
            Pattern.compile("\"(?:structure|enumeration|conceptIdentity)\" *: *\"([^\"]+)\"");
    private static final Pattern OWN = Pattern.compile("\"urn\" *: *\"([^\"]+)\"");

    private static JsonPath message(String path) {
        return given().header("Accept-Language", "pt")
                .get("/v1/sdmx/structure" + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void allArtefactsConformToTheSchema() {
        freshTerritory();
        var all = message("/*");

        assertThat(SdmxSchemaValidator.faultsOfStructure(all.prettify())).isEmpty();
        assertThat(all.getMap("data").keySet())
                .isEqualTo(Set.of("dataflows", "dataStructures", "conceptSchemes", "codelists"));
    }

    @Test
    void everyReferenceResolves() {
        freshTerritory();
        var all = message("/dataflow/BITACORA/DF_BAHIA?references=all");
        var there = new HashSet<String>();
        OWN.matcher(all.prettify()).results().forEach(it -> there.add(it.group(1)));
        List<String> concepts = all.getList("data.conceptSchemes[0].concepts.id");
        concepts.forEach(it -> there.add(SdmxIdentifiers.conceptUrn(it)));

        assertThat(REFERENCE.matcher(all.prettify()).results().map(it -> it.group(1)))
                .isNotEmpty()
                .allMatch(there::contains);
        assertThat(all.getList("data.dataflows.id")).isEqualTo(List.of("DF_BAHIA"));
    }

    @Test
    void thereIsADataflowForEachGroupOfIndicators() {
        assertThat(message("/dataflow").getList("data.dataflows.id"))
                .isEqualTo(List.of(
                        "DF_BELO_HORIZONTE",
                        "DF_BAHIA",
                        "DF_BASIC_FINANCIAL",
                        "DF_BASIC_COMMUNICATION",
                        "DF_BASIC_KNOWLEDGE",
                        "DF_BASIC_ECONOMY",
                        "DF_BASIC_OPERATION",
                        "DF_ALLAS"));
    }

    @Test
    void codesHaveNamesInThreeLanguages() {
        var codes = message("/codelist/BITACORA/CL_INDICATOR/1.0.0");

        assertThat(codes.getString("data.codelists[0].codes.find{it.id=='bahia_visits'}.name"))
                .isEqualTo("Visitas recebidas");
        assertThat(codes.getString("data.codelists[0].codes.find{it.id=='bahia_visits'}.names.en"))
                .isEqualTo("Visits received");
        assertThat(codes.getList("data.codelists[0].codes")).hasSize(43);
    }

    @Test
    void stubsContainNamesOnly() {
        assertThat(message("/codelist?detail=allstubs").getList("data.codelists[0].codes"))
                .isNull();
    }

    @Test
    void unsupportedResourcesReturn501() {
        for (var path : List.of("/hierarchy", "/dataflow?references=codelist", "/codelist?detail=raw")) {
            given().get("/v1/sdmx/structure" + path)
                    .then()
                    .statusCode(501)
                    .body("type", equalTo("urn:bitacora:problem:not-offered"));
        }
        given().get("/v1/sdmx/structure/codelist/BITACORA/CL_NONE").then().statusCode(404);
        given().get("/v1/sdmx/structure/codelist/ECB/CL_FREQ").then().statusCode(404);
    }

    @Test
    void otherFormatsAreRefused() {
        given().get("/v1/sdmx/structure/codelist?format=xml").then().statusCode(501);
        given().header("Accept", "application/vnd.sdmx.structure+xml;version=3.0.0")
                .get("/v1/sdmx/structure/codelist")
                .then()
                .statusCode(406);
        given().header("Accept", "application/vnd.sdmx.structure+xml, application/vnd.sdmx.structure+json;q=0.2")
                .get("/v1/sdmx/structure/codelist/ECB,BITACORA/CL_NONE,CL_FREQ/1.0.0+")
                .then()
                .statusCode(200);
    }
}
