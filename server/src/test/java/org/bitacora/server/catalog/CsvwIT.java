package org.bitacora.server.catalog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.server.testing.TestRequests.asAdmin;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.bitacora.server.sample.DemoSamples;
import org.bitacora.server.testing.HttpScenario;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every table links to its CSVW metadata, and each of its cells conforms to it. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class CsvwIT extends HttpScenario {

    private static final String CITY = "/v1/territories/br-belo-horizonte";

    @Inject
    DemoSamples demoSamples;

    @BeforeEach
    void load() {
        demoSamples.load();
        asAdmin()
                .contentType("application/json")
                .body("{\"code\": \"described\", \"title\": \"T\", \"report\": \"activity-map\", \"period\": \"2012\"}")
                .post(CITY + "/publications");
        given().get(CITY + "/activities?minPosition=413").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/sdmx/data/dataflow/BITACORA/DF_BELO_HORIZONTE/1.0.0/A.br-belo-horizonte?format=csv",
                "/v1/sdmx/data/dataflow/BITACORA/DF_BELO_HORIZONTE/1.0.0/A.br-belo-horizonte?format=csv&includeHistory=true",
                CITY + "/indicators/bh.actions/observations?period=2010..2013&by=country&format=csv",
                CITY + "/indicators/allas.planned-share/observations?period=2010..2013&format=csv&dialect=es",
                CITY + "/log?format=csv",
                CITY + "/activities?format=csv",
                CITY + "/changes?after=0&format=csv",
                CITY + "/reports/activity-map?period=2012&format=csv",
                CITY + "/strategies/ppag-2010/attainment?period=2012&format=csv",
                CITY + "/publications/described?format=csv"
            })
    void eachCellHasTheTypeOfItsColumn(String table) throws IOException {
        var csv = given().get(table).then().statusCode(200).extract();
        var metadata = metadata(csv);

        assertThat(metadata.getString("url")).endsWith(table);
        var rows = rows(csv.asString(), metadata.getString("dialect.delimiter").charAt(0));
        List<Map<String, Object>> columns = metadata.getList("tableSchema.columns");
        assertThat(columns.stream().map(it -> it.get("name"))).isEqualTo(List.of(rows.getFirst()));
        assertThat(rows).hasSizeGreaterThan(1);
        for (var row : rows.subList(1, rows.size())) {
            for (int i = 0; i < columns.size(); i++) {
                check(row[i], columns.get(i));
            }
        }
    }

    private static JsonPath metadata(ExtractableResponse<Response> csv) {
        var link = csv.headers().getValues("Link").stream()
                .filter(it -> it.contains("describedby"))
                .findFirst()
                .orElseThrow();
        assertThat(link).endsWith("; rel=\"describedby\"; type=\"application/csvm+json\"");
        return given().urlEncodingEnabled(false)
                .get(link.substring(1, link.indexOf('>')))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<String[]> rows(String csv, char delimiter) throws IOException {
        var text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
        try (var rows = new CsvMapper()
                .readerFor(String[].class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY)
                .with(CsvSchema.emptySchema().withColumnSeparator(delimiter))
                .<String[]>readValues(text)) {
            return rows.readAll();
        }
    }

    private static void check(String cell, Map<String, Object> column) {
        if (cell.isEmpty()) {
            return;
        }
        var type = column.get("datatype") instanceof Map ? "with a comma" : column.get("datatype");
        switch (String.valueOf(type)) {
            case "decimal" -> assertThat(new BigDecimal(cell)).isNotNull();
            case "with a comma" -> assertThat(cell).matches("-?\\d+(,\\d+)?");
            case "integer" -> assertThat(new BigInteger(cell)).isNotNull();
            case "dateTime" -> assertThat(OffsetDateTime.parse(cell)).isNotNull();
            case "date" -> assertThat(LocalDate.parse(cell)).isNotNull();
            default -> assertThat(type).isEqualTo("string");
        }
    }

    @Test
    void aResourceThatIsNotATableIsRefused() {
        for (var of : List.of("/etc/passwd", "", CITY + "/publications/nothing", CITY + "/actors")) {
            given().queryParam("of", of).get("/v1/csvw").then().statusCode(400);
        }
    }
}
