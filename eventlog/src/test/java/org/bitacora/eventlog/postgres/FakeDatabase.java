package org.bitacora.eventlog.postgres;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.pgclient.PgException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bitacora.eventlog.AppendResult;

/**
 * Transactions that end when the test ends them. The position of a draft is the number of drafts committed before it.
 */
final class FakeDatabase implements Function<List<DraftBatch>, Future<List<List<AppendResult>>>> {

    /** The open transactions, in order. */
    final List<FakeTransaction> open = new ArrayList<>();

    private long committed;

    final class FakeTransaction {
        private final List<DraftBatch> batches;
        private final Promise<List<List<AppendResult>>> end = Promise.promise();

        private FakeTransaction(List<DraftBatch> batches) {
            this.batches = batches;
        }

        List<String> ids() {
            return batches.stream()
                    .flatMap(draftBatch -> draftBatch.drafts().stream())
                    .map(draft -> draft.key().id())
                    .toList();
        }

        void commit() {
            open.remove(this);
            end.complete(batches.stream()
                    .map(draftBatch -> draftBatch.drafts().stream()
                            .map(_ -> (AppendResult) new AppendResult.Stored(committed++))
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
    public Future<List<List<AppendResult>>> apply(List<DraftBatch> batches) {
        var fakeTransaction = new FakeTransaction(batches);
        open.add(fakeTransaction);
        return fakeTransaction.end.future();
    }

    FakeTransaction only() {
        if (open.size() != 1) {
            throw new AssertionError(open.size() + " transactions are open");
        }
        return open.getFirst();
    }
}
