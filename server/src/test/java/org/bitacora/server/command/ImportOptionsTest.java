package org.bitacora.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportOptionsTest {

    private static Optional<ImportOptions> options(String line, Map<String, String> environment) {
        return ImportOptions.parse(line.isEmpty() ? new String[0] : line.split(" ", -1), environment);
    }

    @Test
    void allOptionsAreParsed() {
        var options = options(
                        "a.csv --territory br-ba --mapping m.yaml --dry-run --all --url http://x:1/",
                        Map.of("BITACORA_KEY", "k", "BITACORA_ADMIN_KEY", "a"))
                .orElseThrow();

        assertThat(options)
                .isEqualTo(new ImportOptions(
                        new ImportOptions.ImportTask.UploadTask(
                                Path.of("a.csv"), Optional.of(Path.of("m.yaml")), true, true),
                        "br-ba",
                        "k",
                        "http://x:1"));
    }

    @Test
    void anImportIsUndoneByItsId() {
        var options = options("--undo 5e0c --territory br-ba", Map.of("BITACORA_KEY", "k"))
                .orElseThrow();

        assertThat(options)
                .isEqualTo(new ImportOptions(
                        new ImportOptions.ImportTask.UndoTask("5e0c"), "br-ba", "k", "http://localhost:8080"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a.csv",
                "--territory br-ba",
                "a.csv b.csv --territory t",
                "a.csv --territory",
                "a.csv -x",
                "--undo 5e0c",
                "--territory t --undo",
                "a.csv --undo 5e0c --territory t",
                "--undo 5e0c --territory t --dry-run",
                "--undo 5e0c --territory t --all",
                "--undo 5e0c --territory t --mapping m.yaml",
                "a.csv --territory t --url localhost:8080"
            })
    void contradictoryOptionsAreRefused(String line) {
        assertThat(options(line, Map.of())).isEmpty();
    }

    @Test
    void theAdminKeyOfTheDataFolderIsTheDefault(@TempDir Path data) throws IOException {
        Files.writeString(data.resolve("admin.key"), "secret\n");

        var options = options("a.csv --territory t", Map.of("BITACORA_DATA", data.toString(), "BITACORA_PORT", "9"));

        assertThat(options).map(ImportOptions::key).contains("secret");
        assertThat(options).map(ImportOptions::url).contains("http://localhost:9");
    }

    @Test
    void theProgressBarFills() {
        assertThat(ProgressBar.line(0, 10)).startsWith("[....").endsWith("0 / 10");
        assertThat(ProgressBar.line(5, 10)).startsWith("[####################.");
        assertThat(ProgressBar.line(10, 10)).doesNotContain(".");
        assertThat(ProgressBar.line(0, 0)).endsWith("0 / 0");
    }
}
