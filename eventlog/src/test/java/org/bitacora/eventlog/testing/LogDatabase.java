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
 * A migrated database of its own on the server that all tests of a JVM share: a real PostgreSQL 18 with its durability
 * on. Held in a static field with {@code @RegisterExtension}; gone after the tests of that class.
 */
public final class LogDatabase implements AfterAllCallback {

    private final TestPostgres testPostgres = TestPostgres.shared();
    private final String name = testPostgres.database();
    private final List<Pool> pools = new ArrayList<>();

    /** Its address for JDBC. */
    public String jdbcUrl() {
        return testPostgres.jdbcUrl(name);
    }

    /** Its address for the reactive client. */
    public String uri() {
        return testPostgres.uri(name);
    }

    /** Whom it lets in. */
    public String user() {
        return TestPostgres.USER;
    }

    /** With which password. */
    public String password() {
        return TestPostgres.PASSWORD;
    }

    /** What the pools of tests run on. */
    public static Vertx vertx() {
        return TestPostgres.VERTX;
    }

    /** A pool of {@link LogPool}, closed after the tests. */
    public Pool pool(int size) {
        var pool = LogPool.create(TestPostgres.VERTX, uri(), user(), password(), size);
        pools.add(pool);
        return pool;
    }

    /** A connection past the log, for looking and for damage; closed by the caller. */
    public Connection connection() throws SQLException {
        return testPostgres.connection(name);
    }

    /** Runs a statement past the log. */
    public void execute(String sql) throws SQLException {
        try (var connection = connection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of what a query gives, as texts. */
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
