package org.bitacora.server.archive;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import org.bitacora.server.sample.DemoSamples;
import org.bitacora.server.testing.HttpScenario;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The observations of a territory are the same in every format, to the last digit. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class AllFormatsIT extends HttpScenario {

    private static final String TERRITORY = "br-belo-horizonte";

    @Inject
    DemoSamples demoSamples;

    @BeforeEach
    void load() {
        demoSamples.load();
        given().get("/v1/territories/" + TERRITORY + "/activities?minPosition=412")
                .then()
                .statusCode(200);
    }

    private static List<String> indicators() {
        return given().get("/v1/indicators").then().extract().jsonPath().getList("items.code");
    }

    @Test
    void observationsAreTheSameInEveryFormat() throws IOException {
        var read = new FormatComparison(TERRITORY, indicators());

        var json = read.json();

        assertThat(json).hasSizeGreaterThan(300);
        assertThat(json.values()).anyMatch(it -> it.matches("\\d+[.]\\d{4,}"));
        assertThat(read.csv()).as("CSV").isEqualTo(json);
        assertThat(read.xlsx()).as("XLSX").isEqualTo(json);
        assertThat(read.jsonStat()).as("JSON-stat").isEqualTo(json);
        assertThat(read.sdmxCsv()).as("SDMX-CSV").isEqualTo(json);
        assertThat(read.sdmxJson()).as("SDMX-JSON").isEqualTo(json);
        assertThat(read.archive()).as("archive").isEqualTo(json);
    }
}
