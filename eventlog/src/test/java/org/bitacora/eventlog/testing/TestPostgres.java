package org.bitacora.eventlog.testing;

import io.vertx.core.Vertx;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.bitacora.eventlog.postgres.DatabaseSchema;

/** A PostgreSQL 18 server in a temporary directory, removed with the JVM. One durable server is shared by all tests. */
public final class TestPostgres {

    static final String USER = "postgres";
    static final String PASSWORD = "";
    static final Vertx VERTX = Vertx.vertx();

    private static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "full_page_writes", "on", "synchronous_commit", "on");
    private static final String TEMPLATE = "template_of_the_log";

    private final EmbeddedPostgres postgres;
    private final AtomicInteger databases = new AtomicInteger();

    private TestPostgres(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** The server of the JVM, started with the first test that needs it. */
    private static final class SharedPostgres {
        private static final TestPostgres SERVER = shared();

        private static TestPostgres shared() {
            var testPostgres = start(DURABLE);
            testPostgres.execute("create database " + TEMPLATE);
            DatabaseSchema.migrate(testPostgres.jdbcUrl(TEMPLATE), USER, PASSWORD);
            return testPostgres;
        }
    }

    static TestPostgres shared() {
        return SharedPostgres.SERVER;
    }

    /** Starts a separate server with these settings. */
    public static TestPostgres start(Map<String, String> settings) {
        try {
            var builder = EmbeddedPostgres.builder()
                    .setDataDirectory(Files.createTempDirectory("bitacora-log"))
                    .setCleanDataDirectory(true);
            settings.forEach(builder::setServerConfig);
            return new TestPostgres(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the JDBC URL of the default database; user {@code postgres}, no password. */
    public String jdbcUrl() {
        return jdbcUrl(USER);
    }

    /** Stops the server and removes its directory. */
    public void stop() throws IOException {
        postgres.close();
    }

    /** Creates a database with the migrations of the class path and returns its name. */
    String database() {
        var name = "log_" + databases.incrementAndGet();
        execute("create database " + name + " template " + TEMPLATE);
        return name;
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://" + hostPortAndDatabase(database);
    }

    String uri(String database) {
        return "postgresql://" + hostPortAndDatabase(database);
    }

    private String hostPortAndDatabase(String database) {
        return "localhost:" + postgres.getPort() + "/" + database;
    }

    Connection connection(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), USER, PASSWORD);
    }

    void execute(String sql) {
        try (var connection = connection(USER);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
