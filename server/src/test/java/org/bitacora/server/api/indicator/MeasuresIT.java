package org.bitacora.server.api.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Objects;
import java.util.zip.ZipFile;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.Test;

/**
 * Tests the values of measures other than counts, in every format. The tests of projections check how they are
 * computed.
 */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class MeasuresIT extends IndicatorScenario {

    @Test
    void aSumOfMoneyThatCannotBeConvertedWholeIsIncomplete() {
        postEvent("a", "project.started", """
                {"title": "A", "start": "2014-05-12", "amounts": [
                 {"value": "1000", "currency": "BRL", "purpose": "cooperation"},
                 {"value": "7", "currency": "EUR", "purpose": "cooperation"},
                 {"value": "100", "currency": "USD", "purpose": "cooperation"}]}""");

        get("basic.cooperation-resources/observations?period=2014")
                .body("observations[0].value", equalTo(100))
                .body("observations[0].status", equalTo("incomplete"))
                .body("observations[0].missing", contains("exchange-rate.BRL.USD", "exchange-rate.EUR.USD"));
    }

    @Test
    void aFigurePerInhabitantRequiresThePopulation() {
        threeVisits();
        get("bahia.visits/observations?period=2014&per=100000").body("observations[0].reason", equalTo("not-reported"));
        report("population", "{\"period\": \"2014\", \"value\": 50000, \"unit\": \"persons\"}");

        get("bahia.visits/observations?period=2014&per=100000")
                .body("observations[0].value", equalTo(4))
                .body("indicator.unit", equalTo("activities/100000"));
        get("allas.planned-share/observations?period=2014&per=100000").statusCode(400);
    }

    @Test
    void everyFormatHasTheSameValues() throws IOException {
        threeVisits();
        postEvent("d", "visit.received", """
                {"title": "D", "start": "2014-08-01", "motivation": "planned",
                 "counterparts": [{"name": "Rosario", "country": "AR"}]}""");
        postEvent("e", "visit.received", "{\"title\": \"E\", \"start\": \"2014-08-01\", \"motivation\": \"reactive\"}");
        postEvent("f", "visit.received", "{\"title\": \"F\", \"start\": \"2014-08-01\", \"motivation\": \"reactive\"}");
        var path = "allas.planned-share/observations?period=2014&by=country";

        var value = get(path).extract().jsonPath().getString("observations[0].value");
        assertThat(value).startsWith("33.333");
        var csv = get(path + "&format=csv").statusCode(200).extract().asString();
        assertThat(csv).contains("," + value.substring(0, 6)).contains("\r\n").startsWith("territory,indicator");
        var spanish = get(path + "&format=csv&dialect=es").extract().asByteArray();
        assertThat(new String(spanish, StandardCharsets.UTF_8))
                .startsWith("\uFEFFterritory;")
                .contains(";33,3333");
        get(path + "&format=json-stat")
                .statusCode(200)
                .body("id", contains("period", "country"))
                .body("size", contains(1, 2))
                .body("value.'0'", equalTo(33.333332f))
                .body("value.'1'", equalTo(100));
        assertThat(sheet(get(path + "&format=xlsx").statusCode(200).extract().asByteArray()))
                .contains("33.3333333");
        get(path + "&format=csv&dialect=xx").statusCode(400);
    }

    /** The sizes of the entries are at the end of the file only, so it cannot be read as a stream. */
    private static String sheet(byte[] book) throws IOException {
        var file = Files.createTempFile("bitacora", ".xlsx");
        Files.write(file, book);
        try (var zip = new ZipFile(file.toFile())) {
            var sheet = zip.getInputStream(Objects.requireNonNull(zip.getEntry("xl/worksheets/sheet1.xml")));
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void anUnsupportedBreakdownIsRefused() {
        get("basic.exports/observations?period=2014&by=country").statusCode(400);
        get("bh.actions/observations?period=2014&by=colour").statusCode(400);
        get("bh.actions/observations?period=2014&by=kind,country,theme").statusCode(400);
    }
}
