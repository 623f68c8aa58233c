package org.bitacora.server.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.server.testing.TestRequests.asAdmin;
import static org.bitacora.server.testing.TestRequests.freshTerritory;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code ./bitacora import} shows what an import reports, and undoes it. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ImportCommandIT {

    private static final String MAPPING = """
            kind: visit
            activity: {columns: [Id]}
            data: {title: Title, start: Start, themes: {column: Theme, values: {Health: health}}}
            """;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private String territory = "";

    @BeforeEach
    void writeFiles() throws IOException {
        territory = freshTerritory();
        Files.writeString(folder.resolve("mapping.yaml"), MAPPING);
        Files.write(
                folder.resolve("visits.csv"),
                List.of("Id,Title,Start,Theme", "1,Lima,2014,health", "1,Lima,2014,Water", "2,Quito,2014,Water"));
    }

    private int run(String... arguments) throws InterruptedException {
        shown.reset();
        var all = Stream.concat(
                        Stream.of(arguments),
                        Stream.of("--territory", territory, "--url", "http://localhost:" + RestAssured.port))
                .toArray(String[]::new);
        var options = ImportOptions.parse(all, Map.of("BITACORA_KEY", PostgresTestResource.ADMIN_KEY))
                .orElseThrow();
        var stream = new PrintStream(shown, true, StandardCharsets.UTF_8);
        return new ImportCommand(options, Locale.ENGLISH, stream, stream).run();
    }

    private int runImport(String... further) throws InterruptedException {
        return run(Stream.concat(
                        Stream.of(
                                folder.resolve("visits.csv").toString(),
                                "--mapping",
                                folder.resolve("mapping.yaml").toString()),
                        Stream.of(further))
                .toArray(String[]::new));
    }

    private String shownText() {
        return shown.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aDryRunShowsContentsWarningsAndMergedRows() throws InterruptedException {
        assertThat(runImport("--dry-run")).isZero();

        assertThat(shownText())
                .contains("Contents of the column Theme (themes), with the number of rows:")
                .contains("2  Water  (not in `values`)")
                .contains("1  health\n")
                .contains("Warning, column Theme, 2 rows (first in rows 3, 4): These texts are not in the `values`")
                .contains("Rows merged into the activities of earlier rows: 1 (3).")
                .contains("Activities: 2.");
    }

    @Test
    void anImportIsUndoneByTheIdThatItShows() throws InterruptedException {
        assertThat(runImport()).isZero();
        var id = asAdmin()
                .get("/v1/territories/" + territory + "/imports")
                .jsonPath()
                .getString("items[0].id");
        assertThat(shownText()).contains("--undo " + id + " --territory " + territory);

        assertThat(run("--undo", id)).isZero();

        assertThat(shownText()).contains("The import " + id + " is undone. Events of the import: 2.");
    }

    @Test
    void anUnknownImportIsNotUndone() throws InterruptedException {
        assertThat(run("--undo", "unknown")).isEqualTo(1);

        assertThat(shownText()).contains("There is no import with this id.");
    }
}
