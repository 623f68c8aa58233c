package org.bitacora.server.spreadsheet;

import static org.bitacora.server.testing.TestRequests.asAdmin;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.Test;

/** An import reports what its sender should check: texts outside of lists, contents of columns, merged rows. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ImportWarningsIT extends ImportScenario {

    private static final String THEMES = """
            source: urn:office:visits
            kind: visit
            activity: {columns: [Nº]}
            data:
              title: Delegación
              start: Fecha
              place: {country: País}
              themes: {column: Personas, values: {Salud: health}%s}
            """;

    private static final String[] ROWS = {
        "1;Rosario;12/05/2014;Argentina;SALUD", "2;Lima;06/2014;Perú;Saúde", "3;Quito;2014;Ecuador;Saúde"
    };

    @Test
    void aDryRunListsTheContentsOfColumns() {
        var dry = uploadedSheet
                .with(THEMES.formatted(""))
                .rows("dryRun=true", ROWS)
                .body("rows.new", equalTo(3))
                .body("columnValues.member", contains("place.country", "themes"))
                .body("columnValues[1].column", equalTo("Personas"))
                .body("columnValues[1].values.value", contains("Saúde", "SALUD"))
                .body("columnValues[1].values.count", contains(2, 1))
                .body("columnValues[1].values.mapped", contains(false, true))
                .body("columnValues[1].more", equalTo(0))
                .body("columnValues[0].values[0].mapped", nullValue());

        asAdmin()
                .get("/v1/territories/" + territory + "/imports")
                .then()
                .body("items.id", hasItem(dry.extract().<String>path("id")))
                .body("items[0].columnValues", nullValue());
    }

    @Test
    void textsOutsideOfTheValuesAreAWarning() {
        uploadedSheet
                .with(THEMES.formatted(""))
                .rows("", ROWS)
                .body("rows.new", equalTo(3))
                .body("columnValues", nullValue())
                .body("warnings.column", contains("Personas"))
                .body("warnings[0].reason", startsWith("These texts are not in the `values`"))
                .body("warnings[0].count", equalTo(2))
                .body("warnings[0].rows", contains(5, 6))
                .body("warnings[0].values", contains("Saúde"));
    }

    @Test
    void otherwiseKeepsWithoutAWarning() {
        uploadedSheet
                .with(THEMES.formatted(", otherwise: keep"))
                .rows("", ROWS)
                .body("rows.new", equalTo(3))
                .body("warnings", empty());
    }

    @Test
    void otherwiseRejects() {
        uploadedSheet
                .with(THEMES.formatted(", otherwise: reject"))
                .rows("", ROWS)
                .body("rows.new", equalTo(1))
                .body("rows.rejected", equalTo(2))
                .body("errorGroups[0].values", contains("Saúde"));
    }

    @Test
    void aDryRunWarnsAboutTheCountryOfThePlace() {
        uploadedSheet
                .with(THEMES.formatted(", otherwise: other"))
                .rows("dryRun=true", ROWS)
                .body("warnings.column", contains(""))
                .body("warnings[0].reason", startsWith("The mapping fills `place.country` but not"))
                .body("warnings[0].count", equalTo(0));
    }

    @Test
    void mergedAndRepeatedRowsAreListed() {
        uploadedSheet
                .rows(
                        "",
                        "1;Gira;2014;Chile;",
                        "2;Lima;2014;Perú;",
                        "1;Gira;2014;Uruguay;9",
                        "2;Lima;2014;Perú;",
                        "3;Quito;2014;Narnia;",
                        "3;Quito;2014;Ecuador;")
                .body("rows.new", equalTo(4))
                .body("rows.rejected", equalTo(2))
                .body("rows.activities", equalTo(2))
                .body("rows.merged", equalTo(2))
                .body("rows.repeated", equalTo(1))
                .body("mergedRows", contains(6, 7))
                .body("repeatedRows", contains(7));
    }
}
