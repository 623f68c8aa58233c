package org.bitacora.server.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The possible states of the data directory at a start: absent, incomplete, complete, or belonging to another release.
 */
class PostgresClusterIT {
    @TempDir
    Path directory;

    private Path cluster;

    @BeforeEach
    void names() {
        cluster = directory.resolve("postgres/cluster");
    }

    @Test
    void anInterruptedFirstStartIsRepeated() {
        try (ForkedServer other = ForkedServer.begin(directory)) {
            Path early = directory.resolve("postgres/cluster.making/PG_VERSION");
            await().pollInterval(Duration.ofMillis(5))
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> Files.exists(early));
            other.kill();
        }
        assertThat(cluster).doesNotExist();

        assertThatItStarts();

        assertThat(directory.resolve("postgres/cluster.making")).doesNotExist();
    }

    @Test
    void anInterruptedExtractionIsRepeated() {
        try (ForkedServer other = ForkedServer.begin(directory)) {
            Path early = directory.resolve("postgres/binaries.making/bin");
            await().pollInterval(Duration.ofMillis(5))
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> Files.exists(early));
            other.kill();
        }

        assertThatItStarts();
    }

    @Test
    void aClusterWithoutItsVersionFileIsRefusedAndNotRecreated() throws IOException {
        DirectoryFixtures.usedOnce(directory);
        Files.delete(cluster.resolve("PG_VERSION"));

        assertThatStarting().hasMessageContaining("is damaged");

        assertThat(cluster.resolve("base")).isDirectoryContaining(path -> true);
    }

    @Test
    void aClusterOfAnotherReleaseIsRefusedAndLeftUnchanged() throws IOException {
        DirectoryFixtures.usedOnce(directory);
        Files.writeString(cluster.resolve("PG_VERSION"), "17\n");
        Files.writeString(cluster.resolve("postgresql.conf"), "# as it was");

        assertThatStarting().hasMessageContaining("belongs to PostgreSQL 17");

        assertThat(cluster.resolve("postgresql.conf")).hasContent("# as it was");
    }

    @Test
    void aClusterWithoutItsPasswordFileIsRefused() throws IOException {
        DirectoryFixtures.usedOnce(directory);
        Files.delete(cluster.resolve(PostgresCluster.PASSWORD_FILE));

        assertThatStarting()
                .hasMessageContaining(PostgresCluster.PASSWORD_FILE + " with the password of the database is missing");
    }

    @Test
    void aServerThatCannotStartReportsTheReason() throws IOException {
        DirectoryFixtures.usedOnce(directory);
        Files.writeString(cluster.resolve("postgresql.auto.conf"), "no_such_setting = 1\n");

        assertThatStarting().hasMessageContaining("unrecognized configuration parameter \"no_such_setting\"");
    }

    @Test
    void anUnrelatedProcessInAStalePidFileIsLeftRunning() throws IOException {
        DirectoryFixtures.usedOnce(directory);
        Process bystander = new ProcessBuilder("sleep", "600").start();
        Files.writeString(
                cluster.resolve("postmaster.pid"),
                bystander.pid() + "\n" + cluster + "\n1700000000\n25432\n\n127.0.0.1\n  0  0\nready\n");

        assertThatItStarts();

        assertThat(bystander.isAlive()).isTrue();
        bystander.destroyForcibly();
    }

    @Test
    void theProgramsOfAnEarlierReleaseAreRemoved() throws IOException {
        DirectoryFixtures.usedOnce(directory);
        Files.createDirectories(directory.resolve("postgres/binaries-00000000/bin"));

        assertThatItStarts();

        assertThat(directory.resolve("postgres/binaries-00000000")).doesNotExist();
    }

    @Test
    void aLargeLogFileIsTruncated() throws IOException {
        DirectoryFixtures.usedOnce(directory);
        Path log = directory.resolve("postgres/server.log");
        Files.write(log, new byte[(int) PostgresLogFile.LIMIT + 1]);

        try (DataDirectory data = DirectoryFixtures.opened(directory);
                PostgresServer server = PostgresServer.start(data)) {
            await().until(() -> Files.size(log) < PostgresLogFile.LIMIT);
            SqlClient.on(server).run("DO $$ BEGIN RAISE WARNING 'still written'; END $$");
            await().until(() -> Files.readString(log).contains("still written"));
        }
    }

    private void assertThatItStarts() {
        try (DataDirectory data = DirectoryFixtures.opened(directory);
                PostgresServer server = PostgresServer.start(data)) {
            assertThat(SqlClient.on(server).ask("SELECT 42")).isEqualTo("42");
        }
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertThatStarting() {
        try (DataDirectory data = DirectoryFixtures.opened(directory)) {
            return assertThatThrownBy(() -> PostgresServer.start(data)).isInstanceOf(ServerUnavailableException.class);
        }
    }
}
