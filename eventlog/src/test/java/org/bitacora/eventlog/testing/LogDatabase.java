package org.bitacora.eventlog.testing;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.bitacora.eventlog.postgres.LogPool;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A migrated database on the PostgreSQL 18 server that all tests of a JVM share, with durability on. Keep it in a
 * static field with {@code @RegisterExtension}; it is dropped after the tests of the class.
 */
public final class LogDatabase implements AfterAllCallback {

    private final TestPostgres testPostgres = TestPostgres.shared();
    private final String name = testPostgres.database();
    private final List<Pool> pools = new ArrayList<>();

    /** Returns the JDBC URL. */
    public String jdbcUrl() {
        return testPostgres.jdbcUrl(name);
    }

    /** Returns the URI for the reactive client. */
    public String uri() {
        return testPostgres.uri(name);
    }

    /** Returns the user name. */
    public String user() {
        return TestPostgres.USER;
    }

    /** Returns the password. */
    public String password() {
        return TestPostgres.PASSWORD;
    }

    /** Returns the Vert.x instance of the test pools. */
    public static Vertx vertx() {
        return TestPostgres.VERTX;
    }

    /** A pool of {@link LogPool}, closed after the tests. */
    public Pool pool(int size) {
        var pool = LogPool.create(TestPostgres.VERTX, uri(), user(), password(), size);
        pools.add(pool);
        return pool;
    }

    /** Opens a connection that bypasses the log. The caller closes it. */
    public Connection connection() throws SQLException {
        return testPostgres.connection(name);
    }

    /** Runs a statement that bypasses the log. */
    public void execute(String sql) throws SQLException {
        try (var connection = connection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Returns the first column of a query as texts. */
    public List<String> texts(String sql) throws SQLException {
        try (var connection = connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        for (var pool : pools) {
            pool.close().toCompletionStage().toCompletableFuture().get();
        }
        testPostgres.execute("drop database " + name + " with (force)");
    }
}
