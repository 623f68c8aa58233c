package org.bitacora.server.archive;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bitacora.server.testing.HttpScenario;
import org.bitacora.server.testing.PostgresTestResource;
import org.bitacora.server.testing.TerritoryEraser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An invalid archive is refused with a reason, and nothing of it is stored. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class InvalidArchiveIT extends HttpScenario {

    private static final String LOG = "data/log.ndjson";
    private static final String INFO = "bag-info.txt";

    @Inject
    @Named("log")
    Pool pool;

    interface ArchiveDamage extends Function<ArchiveFiles, byte[]> {}

    private static Arguments bad(String name, String detail, ArchiveDamage archiveDamage) {
        return Arguments.of(name, detail, archiveDamage);
    }

    private static ArchiveDamage log(String from, String to) {
        return it ->
                it.with(LOG, text -> text.replaceFirst(from, to)).resealed().zip();
    }

    static Stream<Arguments> damages() {
        return Stream.of(
                bad("no ZIP file", "not a ZIP file", _ -> "PK".getBytes(StandardCharsets.UTF_8)),
                bad("nothing", "not a ZIP file", _ -> new byte[0]),
                bad("half of it", "not a ZIP file", it -> Arrays.copyOf(it.zip(), it.zip().length / 2)),
                bad("no bag", "no bagit.txt", it -> it.with("bagit.txt", _ -> "")
                        .zip()),
                bad("no manifest", "no manifest-sha256.txt", it -> it.with("manifest-sha256.txt", _ -> "")
                        .zip()),
                bad("a manifest that is none", "not a file digest", it -> it.with("manifest-sha256.txt", _ -> "?")
                        .zip()),
                bad("a file gone", "no data/observations.csv", it -> it.with("data/observations.csv", _ -> "")
                        .zip()),
                bad("no log", "no data/log.ndjson", it -> it.with(LOG, _ -> "")
                        .resealed()
                        .zip()),
                bad("a file too many", "data/more is not listed in", it -> it.with("data/more", _ -> "more")
                        .zip()),
                bad("a digit of a figure", "data/observations.csv does not match its digest", it -> it.with(
                                "data/observations.csv", text -> text.replaceFirst("2014", "2015"))
                        .zip()),
                bad("a label", "bag-info.txt does not match its digest", it -> it.with(INFO, text -> text + "More: 1\n")
                        .zip()),
                bad("another territory", "belongs to territory elsewhere", it -> it.with(
                                INFO, text -> text.replaceAll("Territory: .*", "Territory: elsewhere"))
                        .resealed()
                        .zip()),
                bad("a later release", "later release", it -> it.with(
                                INFO, text -> text.replaceAll("Version: 1", "Version: 2"))
                        .resealed()
                        .zip()),
                bad("a line that is no JSON", "Line 1 of the log is not a valid entry", log("\\{", "")),
                bad(
                        "a line without a member",
                        "Line 1 of the log is not a valid entry",
                        log("\"postedBy\":\"[^\"]*\",", "")),
                bad("a date changed", "The entry at position 2 is invalid: ", log("2014-05-12", "2014-05-13")),
                bad(
                        "a recording changed",
                        "The entry at position 1 is invalid: ",
                        log("\"recordedAt\":\"20..", "\"recordedAt\":\"1999")),
                bad("a line left out", "The entry at position 3 is invalid: ", log("\\{\"position\":3.*\n", "")),
                bad("a line twice", "The entry at position 4 is invalid: ", log("(\\{\"position\":3.*\n)", "$1$1")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damages")
    void anInvalidArchiveIsRefusedAndNothingIsStored(String name, String detail, ArchiveDamage archiveDamage) {
        var territory = PopulatedTerritory.fresh().territory();
        var archive = archiveDamage.apply(ArchiveFiles.of(territory));
        new TerritoryEraser(pool).erase(territory);

        ArchiveFiles.put(territory, archive)
                .statusCode(422)
                .body("type", equalTo("urn:bitacora:problem:bad-archive"))
                .body("detail", containsString(detail))
                .body("detail", containsString("Nothing was imported."));

        given().get("/v1/territories/" + territory + "/log").then().statusCode(404);
        assertThat(territory).isNotEmpty();
    }
}
