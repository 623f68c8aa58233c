package org.bitacora.server.spreadsheet;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mapping is corrected and the same file is imported again: no activity is recorded twice. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class MappingCorrectionsIT extends ImportScenario {

    private static final String NAMED_BY_ITS_CONTENT = """
            source: urn:office:visits
            kind: visit
            activity: {prefix: v-, hash: [Delegación, Fecha, País]}
            data:
              title: Delegación
              start: Fecha
              place: {country: %s}
            """;

    private static final String[] ROWS = {"1;Rosario;12/05/2014;Argentina;3", "2;Lima;06/2014;Perú;4"};

    private void importAgain(String mapping) {
        uploadedSheet
                .with(mapping)
                .rows("", ROWS)
                .body("rows.rejected", equalTo(0))
                .body("rows.new", equalTo(0));
        observed("period=2014").body("observations[0].value", equalTo(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{column: País, values: {Argentina: AR}}",
                "{column: País, default: BR}",
                "{column: País, split: /, part: 1}",
                "{column: País, values: {Argentina: UY, Perú: CL}}",
                "{constant: BR}"
            })
    void howACountryIsReadDoesNotChangeNames(String corrected) {
        uploadedSheet
                .with(NAMED_BY_ITS_CONTENT.formatted("País"))
                .rows("", ROWS)
                .body("rows.new", equalTo(2));

        importAgain(NAMED_BY_ITS_CONTENT.formatted(corrected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dates: [dd/mm/yyyy, mm/yyyy]\n",
                "decimal: \".\"\n",
                "blanks: [s/d]\n",
                "events: [{transition: formalised, on: Fecha}]\n"
            })
    void otherPartsOfAMappingDoNotChangeNames(String addition) {
        var mapping = NAMED_BY_ITS_CONTENT.formatted("País");
        uploadedSheet.with(mapping).rows("", ROWS).body("rows.new", equalTo(2));

        importAgain(mapping + addition);
    }

    /** The story of a data officer: a row is rejected, a code is added for its country, the file is imported again. */
    @Test
    void aRejectedRowIsAddedAndTheOthersStay() {
        var mapping = NAMED_BY_ITS_CONTENT.formatted("País");
        uploadedSheet
                .with(mapping)
                .rows("", "1;Rosario;12/05/2014;Argentina;3", "2;Lima;06/2014;Perú (Lima);4")
                .body("rows.new", equalTo(1))
                .body("errorGroups.column", contains("País"))
                .body("errorGroups[0].rows", contains(5));

        uploadedSheet
                .with(NAMED_BY_ITS_CONTENT.formatted("{column: País, values: {Perú (Lima): PE}}"))
                .rows("", "1;Rosario;12/05/2014;Argentina;3", "2;Lima;06/2014;Perú (Lima);4")
                .body("rows.new", equalTo(1))
                .body("rows.unchanged", equalTo(1));
        observed("period=2014").body("observations[0].value", equalTo(2));
    }

    @Test
    void columnsThatAreNotReadAreListed() {
        uploadedSheet
                .with(NAMED_BY_ITS_CONTENT.formatted("País"))
                .rows("dryRun=true", ROWS)
                .body("unreadColumns", contains("Nº", "Personas"));
    }

    /** Whoever reads observations when the import has ended, without waiting for a position, reads the whole file. */
    @Test
    void anEndedImportIsInTheObservations() {
        var rows = new String[2_000];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i + ";Delegación " + i + ";12/05/2014;Argentina;3";
        }
        uploadedSheet.rows("wait=60", rows).body("rows.new", equalTo(2_000));

        assertThat(given().get("/v1/territories/" + territory + "/indicators/bahia.visits/observations?period=2014")
                        .jsonPath()
                        .getInt("observations[0].value"))
                .isEqualTo(2_000);
    }
}
