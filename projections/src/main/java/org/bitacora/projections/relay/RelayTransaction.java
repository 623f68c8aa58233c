package org.bitacora.projections.relay;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.util.function.Function;
import org.bitacora.projections.projector.Futures;

/**
 * The transaction in which a relay holds what it has claimed. It does not wait for the disk; but what is committed after it
 * and does finds it there.
 */
public final class RelayTransaction {

    private RelayTransaction() {}

    /** What the work comes to, once it is committed; takes it back where the work fails. */
    public static <T> T run(Pool pool, Function<SqlConnection, T> work) {
        var connection = Futures.await(pool.getConnection());
        try {
            connection.query(RelaySql.BEGIN).execute();
            var result = work.apply(connection);
            Futures.await(connection.query("commit").execute());
            return result;
        } catch (RuntimeException e) {
            rollBack(connection);
            throw e;
        } finally {
            connection.close();
        }
    }

    /** Waits for it: until then the next pass would find its territories locked. */
    private static void rollBack(SqlConnection connection) {
        try {
            Futures.await(connection.query("rollback").execute());
        } catch (RuntimeException _) {
            // the connection is gone, and its locks with it
        }
    }
}
