package org.bitacora.server.archive;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.server.testing.TestRequests.asAdmin;
import static org.bitacora.server.testing.TestRequests.event;
import static org.bitacora.server.testing.TestRequests.post;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bitacora.server.testing.HttpScenario;
import org.bitacora.server.testing.PostgresTestResource;
import org.bitacora.server.testing.TerritoryEraser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that an exported territory is identical after its import into another installation. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ArchiveIT extends HttpScenario {

    @Inject
    @Named("log")
    Pool pool;

    private PopulatedTerritory lived = new PopulatedTerritory("");
    private String territory = "";
    private int end;

    @BeforeEach
    void live() {
        lived = PopulatedTerritory.fresh();
        territory = lived.territory();
        end = lived.lastPosition();
    }

    private void forget() {
        new TerritoryEraser(pool).erase(territory);
        given().get("/v1/territories/" + territory + "/log").then().statusCode(404);
    }

    private void await(long position) {
        given().get("/v1/territories/" + territory + "/activities?minPosition=" + position)
                .then()
                .statusCode(200);
    }

    @Test
    void anImportedTerritoryIsIdentical() {
        var read = lived.read();
        var archive = ArchiveFiles.bytes(given(), territory, "");
        forget();

        ArchiveFiles.put(territory, archive)
                .statusCode(201)
                .body("territory", equalTo(territory))
                .body("position", equalTo(end))
                .body("appended", equalTo(end));
        await(end);

        assertThat(lived.read()).isEqualTo(read);
        assertThat(ArchiveFiles.bytes(given(), territory, "")).isEqualTo(archive);
    }

    @Test
    void aRepeatedImportAddsOnlyNewEntries() {
        var archive = ArchiveFiles.bytes(given(), territory, "");
        ArchiveFiles.put(territory, archive)
                .statusCode(200)
                .body("position", equalTo(end))
                .body("appended", equalTo(0));
        post(event(territory, "d", "visit.received", "{\"start\": \"2016-01-01\"}"));
        await(end + 1);
        var later = ArchiveFiles.bytes(given(), territory, "");
        forget();

        ArchiveFiles.put(territory, archive).statusCode(201);
        ArchiveFiles.put(territory, later)
                .statusCode(200)
                .body("position", equalTo(end + 1))
                .body("appended", equalTo(1));
        ArchiveFiles.put(territory, archive)
                .statusCode(200)
                .body("position", equalTo(end + 1))
                .body("appended", equalTo(0));
    }

    @Test
    void aDivergentLogIsLeftUnchanged() {
        post(event(territory, "d", "visit.received", "{\"start\": \"2016-01-01\"}"));
        await(end + 1);
        var archive = ArchiveFiles.bytes(given(), territory, "");
        var early = ArchiveFiles.of(archive)
                .with("data/log.ndjson", it -> it.substring(0, it.lastIndexOf("{\"position\":" + (end + 1))));
        forget();
        ArchiveFiles.put(territory, early.resealed().zip()).statusCode(201);
        post(event(territory, "e", "visit.received", "{\"start\": \"2016-01-01\"}"));

        ArchiveFiles.put(territory, archive)
                .statusCode(409)
                .body("type", equalTo("urn:bitacora:problem:conflict"))
                .body(
                        "detail",
                        equalTo("The existing log and the archive differ at position " + (end + 1)
                                + ". Nothing was imported."));
    }

    @Test
    void privateDataAreExportedForAdminsOnRequest() {
        var shown = ArchiveFiles.of(territory);
        var all = ArchiveFiles.bytes(asAdmin(), territory, "?private=true");

        assertThat(shown.text("data/log.ndjson")).contains("Ñandú").doesNotContain("María", "salt");
        assertThat(ArchiveFiles.of(all).text("data/log.ndjson")).contains("María");
        assertThat(shown.text("data/observations.csv"))
                .isEqualTo(ArchiveFiles.of(all).text("data/observations.csv"));
        given().get(ArchiveFiles.path(territory) + "?private=true").then().statusCode(401);
        forget();
        ArchiveFiles.put(territory, all).statusCode(201);
        await(end);
        assertThat(ArchiveFiles.bytes(asAdmin(), territory, "?private=true")).isEqualTo(all);
    }

    @Test
    void theArchiveIsAValidBag(@TempDir Path folder) throws Exception {
        ArchiveFiles.of(territory).unpack(folder);

        for (var manifest : new String[] {"manifest-sha256.txt", "tagmanifest-sha256.txt"}) {
            var process = new ProcessBuilder("sha256sum", "--check", "--strict", manifest)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(output).isZero();
            assertThat(output.lines()).hasSizeGreaterThan(2);
        }
    }

    @Test
    void theArchiveDescribesItsContent() {
        var archive = ArchiveFiles.of(territory);

        assertThat(archive.folder()).isEqualTo(territory + "-" + end);
        assertThat(archive.text("bagit.txt")).isEqualTo("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
        assertThat(archive.text("bag-info.txt"))
                .contains(
                        "Bitacora-Territory: " + territory + "\n",
                        "Bitacora-Position: " + end + "\n",
                        "Payload-Oxum: ");
        assertThat(archive.text("data/log.ndjson").lines()).hasSize(end);
        assertThat(archive.text("data/indicators.json")).contains("\"bahia.visits\"", "\"own.visits\"");
        assertThat(archive.text("data/strategies.json")).contains("\"plan\"");
    }

    @Test
    void onlyAnAdminMayImportATerritory() {
        var archive = ArchiveFiles.bytes(given(), territory, "");
        var key = asAdmin()
                .contentType("application/json")
                .body("{\"source\": \"urn:s\", \"role\": \"editor\", \"territories\": [\"" + territory + "\"]}")
                .post("/v1/keys")
                .jsonPath()
                .getString("key");

        given().contentType("application/zip")
                .body(archive)
                .put(ArchiveFiles.path(territory))
                .then()
                .statusCode(401);
        given().header("Authorization", "Bearer " + key)
                .contentType("application/zip")
                .body(archive)
                .put(ArchiveFiles.path(territory))
                .then()
                .statusCode(403);
        given().header("Authorization", "Bearer " + key)
                .get(ArchiveFiles.path(territory) + "?private=true")
                .then()
                .statusCode(403);
    }

    @Test
    void anUnknownTerritoryHasNoArchive() {
        given().get(ArchiveFiles.path("nowhere")).then().statusCode(404);
    }
}
