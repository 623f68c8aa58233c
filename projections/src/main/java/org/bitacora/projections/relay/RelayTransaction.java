package org.bitacora.projections.relay;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.util.function.Function;
import org.bitacora.projections.projector.Await;

/**
 * The transaction in which a relay holds what it has claimed. It does not wait for the disk; but what is committed after it
 * and does finds it there.
 */
public final class RelayTransaction {

    private RelayTransaction() {}

    /** What the work comes to, once it is committed; takes it back where the work fails. */
    public static <T> T in(Pool pool, Function<SqlConnection, T> work) {
        var connection = Await.get(pool.getConnection());
        try {
            connection.query(RelaySql.BEGIN).execute();
            var result = work.apply(connection);
            Await.get(connection.query("commit").execute());
            return result;
        } catch (RuntimeException e) {
            release(connection);
            throw e;
        } finally {
            connection.close();
        }
    }

    /** Waits for it: until then the next pass would find its territories locked. */
    private static void release(SqlConnection connection) {
        try {
            Await.get(connection.query("rollback").execute());
        } catch (RuntimeException _) {
            // the connection is gone, and its locks with it
        }
    }
}
