package org.bitacora.projections.relay;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.util.function.Function;
import org.bitacora.projections.projector.Futures;

/**
 * The transaction in which a relay holds its claims. Its commit does not wait for the disk, but a later commit that does
 * wait makes it durable too.
 */
public final class RelayTransaction {

    private RelayTransaction() {}

    /** Runs work in a transaction and returns its result after the commit; rolls back if the work throws an exception. */
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

    /** Waits for the rollback, because until then the next pass would find the territories locked. */
    private static void rollBack(SqlConnection connection) {
        try {
            Futures.await(connection.query("rollback").execute());
        } catch (RuntimeException _) {
            // the connection is closed, which releases its locks
        }
    }
}
