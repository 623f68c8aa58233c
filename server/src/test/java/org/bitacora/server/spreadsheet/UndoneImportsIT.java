package org.bitacora.server.spreadsheet;

import static org.bitacora.server.testing.TestRequests.asAdmin;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.Test;

/** An import is undone by its id. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class UndoneImportsIT extends ImportScenario {

    private static final String[] ROWS = {"1;Rosario;12/05/2014;Argentina;3", "2;Lima;06/2014;Perú;4"};

    private String imported(String... rows) {
        return uploadedSheet
                .rows("", rows)
                .body("status", equalTo("done"))
                .extract()
                .path("id");
    }

    private ValidatableResponse undone(String id) {
        return asAdmin()
                .post("/v1/territories/" + territory + "/imports/" + id + "/undo")
                .then();
    }

    private void assertVisits(int visits) {
        observed("period=2014").body("observations[0].value", equalTo(visits));
        observed("period=2014&by=country")
                .body(
                        "observations[0].breakdown.parts.find { it.member == 'AR' }?.value",
                        equalTo(visits == 0 ? null : 1));
    }

    @Test
    void anImportIsUndoneAndImportedAgain() {
        var id = imported(ROWS);
        assertVisits(2);

        undone(id).statusCode(200).body("events", equalTo(2)).body("position", equalTo(5));
        assertVisits(0);

        imported(ROWS);
        assertVisits(2);
    }

    @Test
    void undoingTwiceChangesNothing() {
        var id = imported(ROWS);
        undone(id).body("position", equalTo(5));

        undone(id).statusCode(200).body("position", equalTo(5));
        log().body("items.size()", equalTo(5));
    }

    @Test
    void onlyTheUndoneImportIsReversed() {
        imported(ROWS);
        var id = imported("1;Rosario;12/05/2013;Argentina;3", ROWS[1]);
        observed("period=2013").body("observations[0].value", equalTo(1));

        undone(id).body("events", equalTo(1));

        observed("period=2013").body("observations[0].value", equalTo(0));
        assertVisits(2);
    }

    @Test
    void anImportThatIsUndoneAndRepeatedCanBeUndoneAgain() {
        undone(imported(ROWS)).statusCode(200);
        var again = imported(ROWS);
        assertVisits(2);

        undone(again).statusCode(200);

        assertVisits(0);
    }

    @Test
    void anImportThatChangedNothingHasNothingToUndo() {
        imported(ROWS);

        undone(imported(ROWS)).statusCode(200).body("events", equalTo(0)).body("position", nullValue());
    }

    @Test
    void aDryRunHasNothingToUndo() {
        var id = uploadedSheet.rows("dryRun=true", ROWS).extract().<String>path("id");

        undone(id).statusCode(200).body("events", equalTo(0));
    }

    @Test
    void aRunningImportCannotBeUndone() {
        var rows = IntStream.range(0, 20_000)
                .mapToObj(i -> i + ";Delegación;12/05/2014;Argentina;3")
                .toArray(String[]::new);
        var content = (UploadedSheet.HEADER + String.join("\r\n", rows)).getBytes(StandardCharsets.UTF_8);
        var id = uploadedSheet.send("wait=0", "visitas.csv", content).<String>path("id");

        undone(id).statusCode(409);

        uploadedSheet.ended(id).body("rows.new", equalTo(20_000));
    }

    @Test
    void anUnknownImportIsNotFound() {
        undone("unknown").statusCode(404);
    }
}
