package org.bitacora.server.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bitacora.server.embedded.OpenResult.DirectoryInUse;
import org.bitacora.server.embedded.OpenResult.DirectoryOpened;
import org.bitacora.server.embedded.OpenResult.DirectoryRefused;
import org.bitacora.server.embedded.OpenResult.DirectoryUnusable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    private final long me = ProcessHandle.current().pid();

    @TempDir
    Path temporary;

    @Test
    void aMissingDirectoryIsCreated() {
        Path wanted = temporary.resolve("new/.bitacora");

        OpenResult openResult = DataDirectory.open(wanted);

        assertThat(wanted).isDirectory();
        close(openResult);
    }

    @Test
    void aSecondOpenInTheSameProcessIsRefused() {
        OpenResult first = DataDirectory.open(temporary);

        OpenResult second = DataDirectory.open(temporary);

        assertThat(second).isInstanceOfSatisfying(DirectoryInUse.class, refused -> {
            assertThat(refused.pid()).isEqualTo(me);
            assertThat(refused.message()).contains("in use by process " + me);
        });
        close(first);
    }

    @Test
    void aDirectoryUnderAnotherNameIsRecognized() throws IOException {
        Path real = Files.createDirectory(temporary.resolve("real"));
        OpenResult first = DataDirectory.open(real);

        OpenResult second = DataDirectory.open(Files.createSymbolicLink(temporary.resolve("link"), real));

        assertThat(second).isInstanceOf(DirectoryInUse.class);
        close(first);
    }

    @Test
    void aClosedDirectoryCanBeOpenedAgain() {
        close(DataDirectory.open(temporary));

        OpenResult again = DataDirectory.open(temporary);

        assertThat(again).isInstanceOf(DirectoryOpened.class);
        close(again);
    }

    @Test
    void otherFilesAreLeftUnchanged() throws IOException {
        Path other = Files.writeString(temporary.resolve("admin.key"), "mine");

        close(DataDirectory.open(temporary));

        assertThat(other).hasContent("mine");
        assertThat(temporary.toFile().list()).containsExactlyInAnyOrder("admin.key", "lock");
    }

    @Test
    void aFileInsteadOfADirectoryIsRefused() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "content");

        OpenResult openResult = DataDirectory.open(file);

        assertThat(openResult).isInstanceOfSatisfying(DirectoryUnusable.class, refused -> assertThat(refused.message())
                .contains(file.toString(), "not a directory", "BITACORA_DATA"));
        assertThat(file).hasContent("content");
    }

    @Test
    void anUnwritablePathIsRefused() {
        Path unwritable = Path.of("/proc/bitacora");

        OpenResult openResult = DataDirectory.open(unwritable);

        assertThat(openResult).isInstanceOfSatisfying(DirectoryRefused.class, directoryRefused -> assertThat(
                        directoryRefused.message())
                .contains("/proc/bitacora", "cannot be used"));
    }

    private static void close(OpenResult openResult) {
        assertThat(openResult).isInstanceOfSatisfying(DirectoryOpened.class, directoryOpened -> directoryOpened
                .directory()
                .close());
    }
}
