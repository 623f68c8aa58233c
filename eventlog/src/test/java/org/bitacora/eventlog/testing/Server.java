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
import org.bitacora.eventlog.postgres.Schema;

/** A PostgreSQL 18 in a temporary directory, gone with the JVM. One, durable like a real one, serves all its tests. */
public final class Server {

    static final String USER = "postgres";
    static final String PASSWORD = "";
    static final Vertx VERTX = Vertx.vertx();

    private static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "full_page_writes", "on", "synchronous_commit", "on");
    private static final String TEMPLATE = "template_of_the_log";

    private final EmbeddedPostgres postgres;
    private final AtomicInteger databases = new AtomicInteger();

    private Server(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** One for the whole JVM, started with the first test that asks for it. */
    private static final class Shared {
        private static final Server SERVER = shared();

        private static Server shared() {
            var server = start(DURABLE);
            server.execute("create database " + TEMPLATE);
            Schema.migrate(server.jdbcUrl(TEMPLATE), USER, PASSWORD);
            return server;
        }
    }

    static Server shared() {
        return Shared.SERVER;
    }

    /** Another one with its own settings, for a test of those. */
    public static Server start(Map<String, String> settings) {
        try {
            var builder = EmbeddedPostgres.builder()
                    .setDataDirectory(Files.createTempDirectory("bitacora-log"))
                    .setCleanDataDirectory(true);
            settings.forEach(builder::setServerConfig);
            return new Server(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of its own database, for JDBC; user {@code postgres}, without a password. */
    public String jdbcUrl() {
        return jdbcUrl(USER);
    }

    /** Stops it and removes its directory. */
    public void stop() throws IOException {
        postgres.close();
    }

    /** A new database with the migrations of the class path. */
    String database() {
        var name = "log_" + databases.incrementAndGet();
        execute("create database " + name + " template " + TEMPLATE);
        return name;
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://" + place(database);
    }

    String uri(String database) {
        return "postgresql://" + place(database);
    }

    private String place(String database) {
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
