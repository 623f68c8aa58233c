package org.bitacora.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The output of the command for given responses of a server. */
class ImportCommandTest {

    private static final String IMPORT = """
            {"id": "5e0c", "territory": "t", "status": "done", "endedAt": "2026-01-01T00:00:00Z", "position": 7,
             "rows": {"total": 9, "done": 9, "new": 6, "corrected": 1, "unchanged": 1, "rejected": 0, "skipped": 1,
                      "merged": 3, "repeated": 1, "activities": 5},
             "errors": [], "errorGroups": [], "unreadColumns": [], "mergedRows": [5, 9], "repeatedRows": [9],
             "warnings": [{"column": "", "reason": "Check.", "count": 0, "rows": [], "values": []},
                          {"column": "Tema", "reason": "Unlisted.", "count": 2, "rows": [3, 4], "values": ["Saúde"]}],
             "columnValues": [{"column": "Tema", "member": "themes", "more": 12, "values": [
                 {"value": "Saúde", "count": 40, "mapped": false}, {"value": "Salud", "count": 3, "mapped": true}]},
                 {"column": "P", "member": "place.country", "more": 0, "values": [{"value": "Chile", "count": 1}]}],
             "outcomes": "/outcomes"}""";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final List<String> requests = new ArrayList<>();
    private HttpServer server;
    private String response = IMPORT;
    private int status = 200;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            exchange.getRequestBody().readAllBytes();
            var body = (exchange.getRequestURI().getPath().equals("/outcomes") ? "{\"items\": []}" : response)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    private int run(String language, String arguments) throws InterruptedException {
        var line = arguments + " --territory t --url http://localhost:"
                + server.getAddress().getPort();
        var options = ImportOptions.parse(line.split(" ", -1), Map.of("BITACORA_KEY", "k"))
                .orElseThrow();
        var stream = new PrintStream(shown, true, StandardCharsets.UTF_8);
        return new ImportCommand(options, Locale.of(language), stream, stream).run();
    }

    private String file() throws IOException {
        return Files.writeString(folder.resolve("a.csv"), "A\n1\n").toString();
    }

    private List<String> lines() {
        return shown.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void aDryRunShowsContentsWarningsAndMergedRows() throws IOException, InterruptedException {
        assertThat(run("en", file() + " --dry-run")).isZero();

        assertThat(lines())
                .containsSubsequence(
                        "Contents of the column Tema (themes), with the number of rows:",
                        "      40  Saúde  (not in `values`)",
                        "       3  Salud",
                        "          and 12 more",
                        "Contents of the column P (place.country), with the number of rows:",
                        "       1  Chile",
                        "Warning: Check.",
                        "Warning, column Tema, 2 rows (first in rows 3, 4): Unlisted.",
                        "  «Saúde»",
                        "Rows merged into the activities of earlier rows: 3 (5, 9, …).",
                        "Of these, rows that state the same as an earlier row and add nothing: 1 (9).",
                        "9 rows: 6 new, 1 corrected, 1 unchanged, 0 rejected, 1 without data. Activities: 5.",
                        "This was a dry run: nothing was stored.");
    }

    @Test
    void anImportShowsHowItIsUndone() throws IOException, InterruptedException {
        assertThat(run("en", file())).isZero();

        assertThat(lines())
                .contains("The id of this import is 5e0c. To undo it: ./bitacora import --undo 5e0c --territory t");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | 2 | The import 5e0c is undone. Events of the import: 2.
            es | 2 | Se deshizo la importación 5e0c. Hechos de la importación: 2.
            pt | 2 | A importação 5e0c foi desfeita. Fatos da importação: 2.
            en | 0 | The import 5e0c stored no events. There is nothing to undo.
            """)
    void anImportIsUndone(String language, int events, String text) throws InterruptedException {
        response = "{\"id\": \"5e0c\", \"events\": " + events + "}";

        assertThat(run(language, "--undo 5e0c")).isZero();

        assertThat(requests).containsExactly("POST /v1/territories/t/imports/5e0c/undo");
        assertThat(lines()).endsWith(text);
    }

    @ParameterizedTest
    @CsvSource({"404, 1", "409, 1", "401, 77", "403, 77"})
    void aRefusalIsShown(int refusal, int exitStatus) throws InterruptedException {
        status = refusal;
        response = "{\"detail\": \"No.\"}";

        assertThat(run("en", "--undo 5e0c")).isEqualTo(exitStatus);

        assertThat(lines()).endsWith("No.");
    }
}
