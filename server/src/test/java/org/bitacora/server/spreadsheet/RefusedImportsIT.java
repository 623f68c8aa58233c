package org.bitacora.server.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.server.spreadsheet.UploadedSheet.VISITS;
import static org.bitacora.server.testing.TestRequests.asAdmin;
import static org.bitacora.server.testing.TestRequests.freshTerritory;
import static org.hamcrest.Matchers.anything;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Invalid spreadsheets and mappings, and the permissions to import and to read imports. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class RefusedImportsIT extends ImportScenario {

    @Test
    void invalidRowsAreReportedAndTheOthersAreImported() {
        var ended = uploadedSheet.rows(
                "",
                "1;Rosario;31/02/2014;Argentina;5",
                "2;Lima;2014;Perú;seis",
                "3;Quito;2014;Ecuador;1",
                ";Bogotá;2014;;");

        ended.body("status", equalTo("done"))
                .body("rows.new", equalTo(1))
                .body("rows.rejected", equalTo(3))
                .body("errors.row", contains(4, 5, 7))
                .body("errors.column", contains("Fecha", "Personas", "Nº"))
                .body("errors.value", contains("31/02/2014", "seis", ""))
                .body("errors.reason", everyItem(notNullValue()));
        asAdmin()
                .get(ended.extract().<String>path("outcomes") + "?outcome=rejected&limit=2")
                .then()
                .body("items", hasSize(2))
                .body("next", notNullValue());
        observed("period=2014").body("observations[0].value", equalTo(1));
    }

    @Test
    void modeAllStoresNothingWhenARowIsInvalid() {
        uploadedSheet
                .rows("mode=all", "1;Rosario;2014;Argentina;5", "2;Lima;2014;Perú;seis")
                .statusCode(200)
                .body("status", equalTo("refused"))
                .body("rows.rejected", equalTo(1))
                .body("errors", hasSize(1));
        log().body("items", hasSize(1));

        uploadedSheet
                .rows("mode=all", "1;Rosario;2014;Argentina;5", "2;Lima;2014;Perú;6")
                .body("status", equalTo("done"));
        log().body("items", hasSize(3));
    }

    @Test
    void aSourceMayNotImportAnActivityOfAnotherSource() {
        uploadedSheet.rows("", "1;Rosario;2014;Argentina;5");
        var key = asAdmin()
                .contentType("application/json")
                .body("{\"source\": \"urn:other\", \"territories\": [\"" + territory + "\"]}")
                .post("/v1/keys")
                .<String>path("key");

        new UploadedSheet(territory)
                .by(key)
                .with(VISITS.replace("urn:office:visits", "urn:other"))
                .rows("", "1;Mine;2014;Argentina;5")
                .body("rows.rejected", equalTo(1))
                .body("errors[0].reason", containsString("belongs to urn:office:visits"));
        new UploadedSheet(territory).by(key).rows("", "1;x;2014;;").statusCode(403);
        new UploadedSheet(territory).by("wrong").rows("", "1;x;2014;;").statusCode(401);
    }

    @Test
    void onlyTheSenderSeesTheOutcomesOfAnImport() {
        var ended = uploadedSheet.rows("", "1;Rosario;2014;Argentina;5");
        var key = asAdmin()
                .contentType("application/json")
                .body("{\"source\": \"urn:other\"}")
                .post("/v1/keys")
                .<String>path("key");
        var id = ended.extract().<String>path("id");

        uploadedSheet.look(id).then().statusCode(200);
        new UploadedSheet(territory).by(key).look(id).then().statusCode(404);
        asAdmin().get("/v1/territories/" + territory + "/imports").then().body("items.id", contains(id));
        new UploadedSheet(freshTerritory()).look(id).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kind: visit                                              | 422 | /mapping/activity
            {"kind": "visit"                                         | 400 | not JSON
            kind: [                                                  | 400 | YAML
            kind: party                                              | 422 | /mapping/kind
            """)
    void anUnparsableMappingIsRefusedImmediately(String mapping, int status, String told) {
        uploadedSheet
                .with(mapping)
                .rows("", "1;Rosario;2014;Argentina;5")
                .statusCode(status)
                .body(anything());
        assertThat(uploadedSheet.with(mapping).rows("", "1;x;2014;;").extract().asString())
                .containsIgnoringCase(told);
    }

    @Test
    void missingColumnsAreReportedTogether() {
        uploadedSheet
                .with(VISITS.replace("Personas", "Gente"))
                .rows("", "1;Rosario;2014;Argentina;5")
                .statusCode(422)
                .body("detail", containsString("Gente"))
                .body("detail", containsString("Row 3 has only: Nº, Delegación, Fecha, País, Personas"));
        uploadedSheet.with(VISITS).file("", "empty.csv", new byte[0]).statusCode(422);
        asAdmin()
                .multiPart("mapping", VISITS)
                .post("/v1/territories/" + territory + "/imports")
                .then()
                .statusCode(422)
                .body("detail", containsString("file"));
        new UploadedSheet("nowhere").rows("", "1;Rosario;2014;Argentina;5").statusCode(404);
    }

    @Test
    void privateDataAreNotShown() {
        uploadedSheet
                .with(VISITS + "  private: {contact: Personas}\n".replace("Personas", "Delegación"))
                .rows("", "1;Ana;2014;Argentina;5")
                .body("rows.new", equalTo(1));

        assertThat(log().extract().asString()).doesNotContain("contact");
    }

    @Test
    void onlyTheValueTrueIsADryRun() {
        uploadedSheet.rows("dryRun=1", "1;Rosario;2014;Argentina;5").statusCode(400);
        uploadedSheet.rows("dryRun", "1;Rosario;2014;Argentina;5").body("dryRun", equalTo(true));
        log().body("items", hasSize(1));
    }
}
