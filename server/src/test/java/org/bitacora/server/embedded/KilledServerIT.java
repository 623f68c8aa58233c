package org.bitacora.server.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL dies while the application keeps running. */
class KilledServerIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    private DataDirectory data;
    private PostgresServer server;
    private SqlClient sqlClient;

    @BeforeEach
    void start() {
        data = DirectoryFixtures.opened(DirectoryFixtures.usedOnce(directory));
        server = PostgresServer.start(data);
        sqlClient = SqlClient.on(server);
        sqlClient.run("CREATE TABLE kept (number int PRIMARY KEY)");
        sqlClient.run("INSERT INTO kept SELECT generate_series(1, 1000)");
    }

    @AfterEach
    void stop() {
        server.close();
        data.close();
    }

    @Test
    void aKilledServerRestartsOnItsPortWithItsCommittedData() {
        long before = server.pid();

        kill(before);

        await().atMost(PATIENCE).until(() -> server.pid() != before && sqlClient.isReachable());
        assertThat(sqlClient.ask("SELECT count(*) FROM kept")).isEqualTo("1000");
    }

    @Test
    void aServerRestartsRepeatedly() {
        for (int time = 1; time <= 5; time++) {
            long before = server.pid();
            sqlClient.run("INSERT INTO kept VALUES (-" + time + ")");
            kill(before);
            await().atMost(PATIENCE).until(() -> server.pid() != before && sqlClient.isReachable());
        }

        assertThat(sqlClient.ask("SELECT count(*) FROM kept")).isEqualTo("1005");
    }

    @Test
    void aServerRestartsWhileAChildProcessIsStillBusy() throws SQLException {
        try (Connection busy = sqlClient.connect();
                Statement statement = busy.createStatement()) {
            CompletableFuture<Throwable> query = CompletableFuture.supplyAsync(() -> countForever(statement));
            await().atMost(PATIENCE).until(() -> sqlClient.ask(BUSY).equals("1"));
            long before = server.pid();

            kill(before);

            await().atMost(PATIENCE).until(() -> server.pid() != before && sqlClient.isReachable());
            assertThat(sqlClient.ask(BUSY)).isEqualTo("0");
            assertThat(sqlClient.ask("SELECT count(*) FROM kept")).isEqualTo("1000");
            assertThat(query).isCompleted();
        }
    }

    private static final String BUSY =
            "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%forever%' AND pid <> pg_backend_pid()";

    /** Runs a query that never waits, so that its backend process does not notice that the postmaster is gone. */
    private static Throwable countForever(Statement statement) {
        return catchThrowable(() -> statement.execute(
                "SELECT count(*) AS forever FROM generate_series(1, 100000) a, generate_series(1, 1000000) b"));
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }
}
