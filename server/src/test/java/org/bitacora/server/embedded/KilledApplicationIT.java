package org.bitacora.server.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application is killed or stopped, and then started again. */
class KilledApplicationIT {
    @TempDir
    Path directory;

    @Test
    void theServerOfAKilledApplicationIsStoppedAndItsDataSurvive() {
        ForkedServer.ServerStarted before = killedAfterWriting();
        assertThat(before.sql().isReachable())
                .as("the server outlives its application")
                .isTrue();

        try (DataDirectory data = DirectoryFixtures.opened(directory);
                PostgresServer server = PostgresServer.start(data)) {
            assertThat(server.pid()).isNotEqualTo(before.postmasterPid());
            assertThat(SqlClient.on(server).ask("SELECT answer FROM kept")).isEqualTo("42");
        }
        assertThat(before.sql().isReachable()).isFalse();
    }

    @Test
    void theDataSurviveWhenBothProcessesAreKilled() {
        ForkedServer.ServerStarted before = killedAfterWriting();
        ProcessHandle.of(before.postmasterPid()).orElseThrow().destroyForcibly();

        try (DataDirectory data = DirectoryFixtures.opened(directory);
                PostgresServer server = PostgresServer.start(data)) {
            assertThat(SqlClient.on(server).ask("SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void aTerminatedApplicationStopsItsServer() {
        try (ForkedServer other = ForkedServer.begin(DirectoryFixtures.usedOnce(directory))) {
            ForkedServer.ServerStarted before = other.ready();

            other.terminate();

            assertThat(before.sql().isReachable()).isFalse();
        }
    }

    @Test
    void aDirectoryInUseIsRefusedWithTheProcessAndLeftUnchanged() {
        try (ForkedServer other = ForkedServer.begin(DirectoryFixtures.usedOnce(directory))) {
            ForkedServer.ServerStarted before = other.ready();

            OpenResult second = DataDirectory.open(directory);

            assertThat(second).isInstanceOfSatisfying(OpenResult.DirectoryInUse.class, refused -> {
                assertThat(refused.pid()).isEqualTo(other.pid());
                assertThat(refused.message()).contains("in use by process " + other.pid());
            });
            assertThat(before.sql().isReachable()).isTrue();
            assertThat(before.sql().ask("SELECT count(*) FROM pg_database")).isEqualTo("4");
            other.terminate();
        }
    }

    @Test
    void aSecondApplicationOnTheDirectoryExitsAndNamesTheFirst() {
        try (DataDirectory data = DirectoryFixtures.opened(DirectoryFixtures.usedOnce(directory));
                PostgresServer server = PostgresServer.start(data);
                ForkedServer other = ForkedServer.begin(directory)) {
            String refusal = other.says("refused");

            assertThat(refusal)
                    .contains("in use by process " + ProcessHandle.current().pid());
            assertThat(SqlClient.on(server).isReachable()).isTrue();
        }
    }

    private ForkedServer.ServerStarted killedAfterWriting() {
        try (ForkedServer other = ForkedServer.begin(DirectoryFixtures.usedOnce(directory))) {
            ForkedServer.ServerStarted serverStarted = other.ready();
            serverStarted.sql().run("CREATE TABLE kept AS SELECT 42 AS answer");
            other.kill();
            return serverStarted;
        }
    }
}
