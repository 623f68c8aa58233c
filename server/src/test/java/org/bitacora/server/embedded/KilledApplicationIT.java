package org.bitacora.server.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application dies, or is told to end; then it is started again. */
class KilledApplicationIT {
    @TempDir
    Path directory;

    @Test
    void theServerOfAKilledApplicationIsStoppedAndItsDataIsThere() {
        OtherJvm.Ready before = killedAfterWriting();
        assertThat(before.sql().answers())
                .as("the server outlives its application")
                .isTrue();

        try (DataDirectory data = Given.opened(directory);
                PostgresServer server = PostgresServer.start(data)) {
            assertThat(server.pid()).isNotEqualTo(before.postmaster());
            assertThat(Sql.on(server).ask("SELECT answer FROM kept")).isEqualTo("42");
        }
        assertThat(before.sql().answers()).isFalse();
    }

    @Test
    void whenBothAreKilledTheDataIsThere() {
        OtherJvm.Ready before = killedAfterWriting();
        ProcessHandle.of(before.postmaster()).orElseThrow().destroyForcibly();

        try (DataDirectory data = Given.opened(directory);
                PostgresServer server = PostgresServer.start(data)) {
            assertThat(Sql.on(server).ask("SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void anApplicationThatIsToldToEndStopsItsServer() {
        try (OtherJvm other = OtherJvm.begin(Given.usedOnce(directory))) {
            OtherJvm.Ready before = other.ready();

            other.terminate();

            assertThat(before.sql().answers()).isFalse();
        }
    }

    @Test
    void aDirectoryInUseIsRefusedNamesTheProcessAndIsNotTouched() {
        try (OtherJvm other = OtherJvm.begin(Given.usedOnce(directory))) {
            OtherJvm.Ready before = other.ready();

            Opening second = DataDirectory.open(directory);

            assertThat(second).isInstanceOfSatisfying(Opening.InUse.class, refused -> {
                assertThat(refused.pid()).isEqualTo(other.pid());
                assertThat(refused.message()).contains("in use by process " + other.pid());
            });
            assertThat(before.sql().answers()).isTrue();
            assertThat(before.sql().ask("SELECT count(*) FROM pg_database")).isEqualTo("4");
            other.terminate();
        }
    }

    @Test
    void anotherApplicationOnTheSameDirectoryEndsAndSaysWhoHasIt() {
        try (DataDirectory data = Given.opened(Given.usedOnce(directory));
                PostgresServer server = PostgresServer.start(data);
                OtherJvm other = OtherJvm.begin(directory)) {
            String refusal = other.says("refused");

            assertThat(refusal)
                    .contains("in use by process " + ProcessHandle.current().pid());
            assertThat(Sql.on(server).answers()).isTrue();
        }
    }

    private OtherJvm.Ready killedAfterWriting() {
        try (OtherJvm other = OtherJvm.begin(Given.usedOnce(directory))) {
            OtherJvm.Ready ready = other.ready();
            ready.sql().run("CREATE TABLE kept AS SELECT 42 AS answer");
            other.kill();
            return ready;
        }
    }
}
