package org.bitacora.server.spreadsheet;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.server.spreadsheet.UploadedSheet.VISITS;
import static org.bitacora.server.testing.TestRequests.asAdmin;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bitacora.http.XlsxRenderer;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.Test;

/** A spreadsheet is imported, corrected and imported again. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ImportsIT extends ImportScenario {

    private static final Executor SENDERS = Executors.newVirtualThreadPerTaskExecutor();

    @Test
    void rowsBecomeEventsAndObservations() {
        uploadedSheet
                .rows("", "1;Rosario;12/05/2014;Argentina;1.400", "", "2;Cono Sur;06/2014;Chile y Uruguay;3")
                .statusCode(200)
                .body("status", equalTo("done"))
                .body("source", equalTo("urn:office:visits"))
                .body("rows.total", equalTo(3))
                .body("rows.new", equalTo(2))
                .body("rows.skipped", equalTo(1))
                .body("position", equalTo(3));

        observed("period=2014").body("observations[0].value", equalTo(2));
        observed("period=2014&by=country").body("observations[0].breakdown.parts.member", hasItems("AR", "CL", "UY"));
        given().get("/v1/territories/" + territory + "/activities/visita-1")
                .then()
                .body("data.quantities.delegates", equalTo(1_400));
    }

    @Test
    void anUnchangedFilePostsNoEvents() {
        uploadedSheet.rows("", "1;Rosario;2014;Argentina;5");

        uploadedSheet
                .rows("", "1;Rosario;2014;Argentina;5")
                .body("rows.unchanged", equalTo(1))
                .body("position", nullValue());

        log().body("items", hasSize(2));
    }

    @Test
    void aCorrectedFilePostsChangesOnlyAndTheFirstFileRevertsThem() {
        String[] first = {"1;Rosario;12/05/2014;Argentina;5", "2;Lima;13/05/2014;Perú;6"};
        String[] second = {"1;Rosario;12/05/2015;Argentina;5", "2;Lima;13/05/2014;Perú;6", "3;Quito;2014;Ecuador;1"};
        uploadedSheet.rows("", first).body("rows.new", equalTo(2));

        uploadedSheet
                .rows("", second)
                .body("rows.new", equalTo(1))
                .body("rows.corrected", equalTo(1))
                .body("rows.unchanged", equalTo(1));
        observed("period=2014..2015").body("observations.value", contains(2, 1));
        log().body("items[3].type", equalTo("org.bitacora.activity.corrected"))
                .body("items[3].data.start", equalTo("2015-05-12"))
                .body("items[3].data.title", nullValue());

        uploadedSheet.rows("", first).body("rows.corrected", equalTo(1));
        observed("period=2014..2015").body("observations.value", contains(3, 0));
        uploadedSheet.rows("", first).body("rows.unchanged", equalTo(2));
        uploadedSheet.rows("", second).body("rows.corrected", equalTo(1));
        observed("period=2014..2015").body("observations.value", contains(2, 1));
    }

    @Test
    void aDryRunReportsTheOutcomeOfEachRowAndStoresNothing() {
        uploadedSheet.rows("", "1;Rosario;2014;Argentina;5", "2;Lima;2014;Perú;5");

        var dry = uploadedSheet.rows(
                "dryRun=true",
                "1;Rosario;2014;Argentina;5",
                "2;Lima;2015;Perú;5",
                "3;Quito;2014;Ecuador;1",
                "4;X;2014;Narnia;");

        dry.body("dryRun", equalTo(true)).body("position", nullValue());
        uploadedSheet
                .outcomes(dry)
                .body("items.outcome", contains("unchanged", "corrected", "new", "rejected"))
                .body("items.rows.flatten()", contains(4, 5, 6, 7))
                .body("items[1].events.type", contains("org.bitacora.activity.corrected"))
                .body("items[1].events.position", everyItem(nullValue()))
                .body("items[3].errors[0].column", equalTo("País"));
        log().body("items", hasSize(3));
    }

    @Test
    void rowsOfOneActivityAreGroupedWhereverTheyAre() {
        uploadedSheet
                .rows("", "1;Gira;2014;Chile;", "2;Lima;2014;Perú;", "1;Gira;2014;Uruguay;9")
                .body("rows.new", equalTo(3))
                .body("position", equalTo(3));

        observed("period=2014&by=country")
                .body("observations[0].value", equalTo(2))
                .body("observations[0].breakdown.parts.member", hasItems("CL", "UY", "PE"));
    }

    @Test
    void aFilledTemplateIsImportedWithoutAMapping() {
        var csv = given().header("Accept-Language", "es")
                .get("/v1/templates/visit?format=csv")
                .asString();
        var header = csv.strip().replace("\ufeff", "");
        assertThat(header).startsWith("Visita (código);Estado;Título;Inicio;");
        var filled = csv + "7;Planificada;Rosario;12/05/2014\r\n8;;Lima;13/05/2014\r\n";

        uploadedSheet
                .with("")
                .file("", "visitas.csv", filled.getBytes(StandardCharsets.UTF_8))
                .statusCode(200)
                .body("rows.new", equalTo(2));
        given().get("/v1/territories/" + territory + "/activities/visit-7?minPosition=3")
                .then()
                .body("status", equalTo("planned"));
        given().get("/v1/territories/" + territory + "/activities/visit-8")
                .then()
                .body("status", equalTo("formalised"));
        given().get("/v1/templates").then().body("items", hasSize(14));
        given().get("/v1/templates/party").then().statusCode(404);
    }

    @Test
    void aWorkbookAndItsCsvHaveTheSameContent() {
        uploadedSheet.rows("", "1;Rosario;12/05/2014;Argentina;1.400", "2;Cono Sur;06/2014;Chile y Uruguay;3");
        var book = XlsxRenderer.render(List.of(new XlsxRenderer.XlsxSheet(
                "Visitas",
                List.of("Nº", "Delegación", "Fecha", "País", "Personas"),
                List.of(
                        List.of(1, "Rosario", "12/05/2014", "Argentina", 1_400),
                        List.of("2", "Cono Sur", "06/2014", "Chile y Uruguay", 3)))));

        uploadedSheet
                .file("", "visitas.xlsx", book.getBytes())
                .body("status", equalTo("done"))
                .body("rows.unchanged", equalTo(2));
    }

    @Test
    void aDeletedDateRevertsTheTransitionOnce() {
        var signed = """
                source: urn:office:agreements
                kind: agreement
                activity: {columns: [Nº]}
                data: {title: Delegación}
                events: [{transition: formalised, on: Fecha}]
                """;
        uploadedSheet.with(signed).rows("", "1;Rosario;2014;;").body("rows.new", equalTo(1));

        uploadedSheet.rows("", "1;Rosario;;;").body("rows.corrected", equalTo(1));
        uploadedSheet.rows("", "1;Rosario;;;").body("rows.skipped", equalTo(1));
        uploadedSheet.rows("", "2;Lima;;;").body("rows.skipped", equalTo(1));
        log().body(
                        "items.type",
                        contains(
                                "org.bitacora.territory.registered",
                                "org.bitacora.agreement.signed",
                                "org.bitacora.activity.withdrawn"));
    }

    @Test
    void yamlBooleanWordsAreTexts() {
        var mapping = VISITS.replace("País, split: \" y \"", "País, default: NO, values: {Noruega: NO, Dinamarca: DK}");

        uploadedSheet.with(mapping).rows("", "1;Oslo;2014;Noruega;").body("rows.new", equalTo(1));

        observed("period=2014&by=country").body("observations[0].breakdown.parts.member", contains("NO"));
    }

    /** Two imports run at a time. The activity names of a waiting file are read when its import starts. */
    @Test
    void waitingFilesAreImported() {
        var sending = IntStream.range(0, 6)
                .mapToObj(file -> IntStream.range(0, 3_000)
                        .mapToObj(
                                i -> file + "-" + i / 2 + ";Visita;2014;" + (i % 2 == 0 ? "Chile" : "Argentina") + ";1")
                        .collect(Collectors.joining("\r\n")))
                .map(rows -> (UploadedSheet.HEADER + rows).getBytes(StandardCharsets.UTF_8))
                .map(content ->
                        CompletableFuture.supplyAsync(() -> uploadedSheet.send("wait=0", "v.csv", content), SENDERS))
                .toList();
        var submitted = sending.stream()
                .map(sent -> sent.join().then().statusCode(202).extract().<String>path("id"))
                .toList();

        submitted.forEach(id -> uploadedSheet
                .ended(id)
                .body("status", equalTo("done"))
                .body("rows.new", equalTo(3_000))
                .body("rows.rejected", equalTo(0)));
        observed("period=2014&by=country").body("observations[0].breakdown.parts.value", contains(9_000, 9_000));
    }

    @Test
    void aLargeFileReportsItsProgress() {
        var rows = IntStream.range(0, 5_000)
                .mapToObj(i -> i + ";Visita " + i + ";" + (2000 + i % 20) + ";Argentina;" + i % 7)
                .collect(Collectors.joining("\r\n"));
        var content = (UploadedSheet.HEADER + rows).getBytes(StandardCharsets.UTF_8);

        var submitted = uploadedSheet.send("wait=0", "visitas.csv", content);
        assertThat(submitted.statusCode()).isEqualTo(202);
        assertThat(submitted.getHeader("Location")).endsWith(submitted.<String>path("id"));
        assertThat(submitted.<Integer>path("rows.total")).isEqualTo(5_000);

        uploadedSheet.file("wait=0", "visitas.csv", content).body("rows.done", equalTo(5_000));
        observed("period=2000/2019").body("observations[0].value", equalTo(5_000));
        log().body("next", notNullValue());
        assertThat(asAdmin().get("/v1/territories/" + territory).jsonPath().getLong("position"))
                .as("two imports of one file at once made each event once")
                .isEqualTo(5_001);
    }
}
