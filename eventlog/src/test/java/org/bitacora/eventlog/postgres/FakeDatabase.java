package org.bitacora.eventlog.postgres;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.pgclient.PgException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bitacora.eventlog.Appended;

/** Transactions that end when a test says so. Each draft gets as its position how many were committed before. */
final class FakeDatabase implements Function<List<Batch>, Future<List<List<Appended>>>> {

    /** What has begun and not ended, in its order. */
    final List<Transaction> open = new ArrayList<>();

    private long committed;

    final class Transaction {
        private final List<Batch> batches;
        private final Promise<List<List<Appended>>> end = Promise.promise();

        private Transaction(List<Batch> batches) {
            this.batches = batches;
        }

        List<String> ids() {
            return batches.stream()
                    .flatMap(batch -> batch.drafts().stream())
                    .map(draft -> draft.key().id())
                    .toList();
        }

        void commit() {
            open.remove(this);
            end.complete(batches.stream()
                    .map(batch -> batch.drafts().stream()
                            .map(_ -> (Appended) new Appended.Stored(committed++))
                            .toList())
                    .toList());
        }

        void refuse() {
            fail(new PgException("a bad one", "ERROR", "22021", ""));
        }

        void fail(Throwable failure) {
            open.remove(this);
            end.fail(failure);
        }
    }

    @Override
    public Future<List<List<Appended>>> apply(List<Batch> batches) {
        var transaction = new Transaction(batches);
        open.add(transaction);
        return transaction.end.future();
    }

    Transaction only() {
        if (open.size() != 1) {
            throw new AssertionError(open.size() + " transactions are open");
        }
        return open.getFirst();
    }
}
