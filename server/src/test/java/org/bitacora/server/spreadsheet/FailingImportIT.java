package org.bitacora.server.spreadsheet;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.server.testing.TestRequests.asAdmin;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.stream.IntStream;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An import whose outcomes cannot be stored, because their table is missing. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class FailingImportIT extends ImportScenario {

    private static final int ROWS = 2_600;

    @Inject
    Pool pool;

    @BeforeEach
    void away() {
        run("alter table import_outcomes rename to import_outcomes_away");
    }

    @AfterEach
    void back() {
        run("alter table if exists import_outcomes_away rename to import_outcomes");
    }

    private void run(String sql) {
        pool.query(sql).execute().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aFailedImportIsReportedAndTheFileCanBeImportedAgain() {
        var rows = IntStream.range(0, ROWS)
                .mapToObj(i -> i + ";Rosario;12/05/2014;Argentina;5")
                .toArray(String[]::new);

        var id = uploadedSheet
                .rows("", rows)
                .body("status", equalTo("failed"))
                .body("detail", containsString("post the file again"))
                .extract()
                .jsonPath()
                .getString("id");

        back();
        asAdmin().get("/v1/territories/" + territory + "/imports/" + id).then().body("status", equalTo("failed"));
        var rest = uploadedSheet
                .rows("", rows)
                .body("status", equalTo("done"))
                .extract()
                .jsonPath();
        assertThat(rest.getInt("rows.unchanged")).isPositive();
        assertThat(rest.getInt("rows.unchanged") + rest.getInt("rows.new")).isEqualTo(ROWS);
        given().get("/v1/territories/" + territory + "?minPosition=" + (ROWS + 1))
                .then()
                .body("position", equalTo(ROWS + 1));
    }
}
