package org.bitacora.server.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresServerIT {
    @TempDir
    Path directory;

    @Test
    void theFirstStartCreatesADatabaseAndLeavesOtherFilesUnchanged() throws IOException {
        Path other = Files.writeString(directory.resolve("admin.key"), "mine");

        try (DataDirectory data = DirectoryFixtures.opened(directory);
                PostgresServer server = PostgresServer.start(data)) {
            assertThat(SqlClient.on(server).ask("SHOW server_version")).startsWith(PostgresBinaries.MAJOR + ".");
        }

        assertThat(other).hasContent("mine");
        assertThat(directory.toFile().list()).containsExactlyInAnyOrder("admin.key", "lock", "postgres");
    }

    @Test
    void dataSurviveAStopAndAStart() {
        DirectoryFixtures.usedOnce(directory);
        try (DataDirectory data = DirectoryFixtures.opened(directory);
                PostgresServer server = PostgresServer.start(data)) {
            SqlClient.on(server).run("CREATE TABLE kept AS SELECT 42 AS answer");
        }

        try (DataDirectory data = DirectoryFixtures.opened(directory);
                PostgresServer server = PostgresServer.start(data)) {
            assertThat(SqlClient.on(server).ask("SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void aClosedServerHasStopped() {
        try (DataDirectory data = DirectoryFixtures.opened(DirectoryFixtures.usedOnce(directory))) {
            PostgresServer server = PostgresServer.start(data);
            SqlClient sqlClient = SqlClient.on(server);

            server.close();

            assertThat(sqlClient.isReachable()).isFalse();
            assertThat(ServerProcesses.ofPostgres(data.postgres().resolve("cluster"))
                            .all())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "full_page_writes, on",
        "synchronous_commit, on",
        "data_checksums, on",
        "wal_compression, pglz",
        "autovacuum, on",
        "jit, off",
        "max_connections, 60",
        "max_wal_size, 2GB",
        "checkpoint_timeout, 15min",
        "server_encoding, UTF8",
        "log_timezone, UTC",
        "listen_addresses, 127.0.0.1",
        "unix_socket_directories, ''",
        "password_encryption, scram-sha-256"
    })
    void theServerHasTheExpectedSettings(String setting, String value) {
        assertThat(SharedServer.sql().ask("SHOW " + setting)).isEqualTo(value);
    }

    @Test
    void alterSystemCannotDisableDurability() {
        SqlClient sqlClient = SharedServer.sql();
        sqlClient.run("ALTER SYSTEM SET fsync = off");

        sqlClient.run("SELECT pg_reload_conf()");

        assertThat(sqlClient.ask("SELECT source || ' ' || setting FROM pg_settings WHERE name = 'fsync'"))
                .isEqualTo("command line on");
        sqlClient.run("ALTER SYSTEM RESET fsync");
    }

    @Test
    void textIsSortedByCodePointAndLettersAreRecognized() {
        String sorted = SharedServer.sql()
                .ask("SELECT string_agg(word, '' ORDER BY word) || upper('ñ')"
                        + " FROM (VALUES ('é'), ('a'), ('Z'), ('z')) AS words(word)");

        assertThat(sorted).isEqualTo("ZazéÑ");
    }

    @Test
    void aWrongPasswordIsRejected() {
        PostgresServer server = SharedServer.server();

        assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), server.user(), "guess"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void onlyTheOwnerCanReadThePasswordFile() throws IOException {
        Path file = SharedServer.directory().postgres().resolve("cluster").resolve(PostgresCluster.PASSWORD_FILE);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void otherMachinesCannotConnect() throws IOException {
        for (InetAddress address : NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList()) {
            assertThatThrownBy(() -> new Socket(address, SharedServer.server().port()).close())
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aGivenPortIsUsed() {
        int port = PortAllocator.findFreePort();

        try (DataDirectory data = DirectoryFixtures.opened(DirectoryFixtures.usedOnce(directory));
                PostgresServer server = PostgresServer.start(data, port)) {
            assertThat(server.port()).isEqualTo(port);
            assertThat(server.jdbcUrl()).isEqualTo("jdbc:postgresql://127.0.0.1:" + port + "/bitacora");
        }
    }
}
