package org.bitacora.server.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bitacora.server.embedded.Opening.InUse;
import org.bitacora.server.embedded.Opening.Opened;
import org.bitacora.server.embedded.Opening.Refused;
import org.bitacora.server.embedded.Opening.Unusable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    private final long me = ProcessHandle.current().pid();

    @TempDir
    Path temporary;

    @Test
    void aDirectoryThatIsNotThereIsMade() {
        Path wanted = temporary.resolve("new/.bitacora");

        Opening opening = DataDirectory.open(wanted);

        assertThat(wanted).isDirectory();
        close(opening);
    }

    @Test
    void aSecondOpenInTheSameProcessIsRefusedAndNamesTheProcess() {
        Opening first = DataDirectory.open(temporary);

        Opening second = DataDirectory.open(temporary);

        assertThat(second).isInstanceOfSatisfying(InUse.class, refused -> {
            assertThat(refused.pid()).isEqualTo(me);
            assertThat(refused.message()).contains("in use by process " + me);
        });
        close(first);
    }

    @Test
    void theSameDirectoryUnderAnotherNameIsTheSameDirectory() throws IOException {
        Path real = Files.createDirectory(temporary.resolve("real"));
        Opening first = DataDirectory.open(real);

        Opening second = DataDirectory.open(Files.createSymbolicLink(temporary.resolve("link"), real));

        assertThat(second).isInstanceOf(InUse.class);
        close(first);
    }

    @Test
    void aDirectoryThatWasClosedCanBeOpenedAgain() {
        close(DataDirectory.open(temporary));

        Opening again = DataDirectory.open(temporary);

        assertThat(again).isInstanceOf(Opened.class);
        close(again);
    }

    @Test
    void otherFilesAreLeftAlone() throws IOException {
        Path other = Files.writeString(temporary.resolve("admin.key"), "mine");

        close(DataDirectory.open(temporary));

        assertThat(other).hasContent("mine");
        assertThat(temporary.toFile().list()).containsExactlyInAnyOrder("admin.key", "lock");
    }

    @Test
    void aFileInItsPlaceIsRefused() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "content");

        Opening opening = DataDirectory.open(file);

        assertThat(opening).isInstanceOfSatisfying(Unusable.class, refused -> assertThat(refused.message())
                .contains(file.toString(), "not a directory", "BITACORA_DATA"));
        assertThat(file).hasContent("content");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsRefused() {
        Path unwritable = Path.of("/proc/bitacora");

        Opening opening = DataDirectory.open(unwritable);

        assertThat(opening).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.message())
                .contains("/proc/bitacora", "cannot be used"));
    }

    private static void close(Opening opening) {
        assertThat(opening).isInstanceOfSatisfying(Opened.class, opened -> opened.directory()
                .close());
    }
}
