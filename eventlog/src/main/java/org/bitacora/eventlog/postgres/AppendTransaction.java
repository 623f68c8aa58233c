package org.bitacora.eventlog.postgres;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bitacora.eventlog.Appended;
import org.bitacora.eventlog.Draft;

/**
 * One transaction for the batches of a group, in two round trips: lock and look, then write and commit. The statements
 * of each are sent at once, and PostgreSQL runs them in their order.
 */
final class AppendTransaction {

    private final SqlConnection connection;
    private final InstantSource clock;
    private final List<Batch> batches;

    AppendTransaction(SqlConnection connection, InstantSource clock, List<Batch> batches) {
        this.connection = connection;
        this.clock = clock;
        this.batches = batches;
    }

    /** Runs it to its durable commit; for each batch what became of its drafts. Rolled back where it fails. */
    Future<List<List<Appended>>> commit() {
        return begun().compose(this::write)
                .recover(
                        failure -> connection.query("rollback").execute().transform(_ -> Future.failedFuture(failure)));
    }

    /** Runs it as far as the decision, and takes everything back. */
    Future<List<List<Appended>>> rehearse() {
        return begun().map(Decided::answers)
                .eventually(() -> connection.query("rollback").execute());
    }

    private record Decided(List<List<Appended>> answers, List<Decision.Placed> placed, Map<String, Instant> recorded) {}

    /** Whatever goes wrong from here on, even in Java, is a failure after which the transaction is ended. */
    private Future<Decided> begun() {
        return Future.succeededFuture().compose(_ -> decided());
    }

    private Future<Decided> decided() {
        var begun = connection.query(Sql.BEGIN).execute();
        var founded = found();
        var locked = run(Sql.LOCK, Tuple.of(territories(drafts())));
        var past = run(Sql.PAST, Identities.of(drafts().toList()));
        var owners = owners();
        return Pipelined.all(List.of(begun, founded, locked, past, owners))
                .map(_ -> decide(locked.result(), past.result(), owners.result()));
    }

    private Future<?> found() {
        var founders = drafts().filter(draft -> draft.author().founder());
        var territories = territories(founders);
        return territories.length == 0 ? Future.succeededFuture() : run(Sql.FOUND, Tuple.of(territories));
    }

    private Future<Map<String, String>> owners() {
        var subjects = drafts().filter(draft -> !draft.author().editor())
                .map(Draft::subject)
                .distinct()
                .toArray(String[]::new);
        return subjects.length == 0
                ? Future.succeededFuture(Map.of())
                : run(Sql.OWNERS, Tuple.of(subjects)).map(Rows::owners);
    }

    private Decided decide(RowSet<Row> heads, RowSet<Row> past, Map<String, String> owners) {
        Map<String, Long> ends = new LinkedHashMap<>();
        Map<String, Instant> recorded = new LinkedHashMap<>();
        var now = Instant.ofEpochMilli(clock.millis());
        for (var head : heads) {
            var territory = head.getString("territory");
            long end = head.getLong("position");
            ends.put(territory, end);
            recorded.put(territory, end == 0 ? now : later(now, head));
        }
        var decision = new Decision(ends, Rows.past(past), owners);
        List<List<Appended>> answers = new ArrayList<>();
        for (var batch : batches) {
            answers.add(decision.batch(batch.drafts(), batch.mode()));
        }
        return new Decided(answers, decision.placed(), recorded);
    }

    private static Instant later(Instant now, Row head) {
        var last = head.getOffsetDateTime("recorded_at").toInstant();
        return now.isAfter(last) ? now : last;
    }

    private Future<List<List<Appended>>> write(Decided decided) {
        if (decided.placed().isEmpty()) {
            return connection.query("rollback").execute().map(_ -> decided.answers());
        }
        var columns = Columns.placed(decided.placed(), decided.recorded());
        var inserted = run(Sql.INSERT, columns.entries());
        var withPrivate = columns.hasPrivate() ? run(Sql.INSERT_PRIVATE, columns.personal()) : Future.succeededFuture();
        var moved = run(Sql.MOVE, columns.heads());
        var committed = connection.query("commit").execute();
        return Pipelined.all(List.of(inserted, withPrivate, moved, committed)).map(_ -> decided.answers());
    }

    private Future<RowSet<Row>> run(String sql, Tuple values) {
        return connection.preparedQuery(sql).execute(values);
    }

    private Stream<Draft> drafts() {
        return batches.stream().flatMap(batch -> batch.drafts().stream());
    }

    private static String[] territories(Stream<Draft> drafts) {
        var names = new TreeSet<String>();
        drafts.forEach(draft -> names.add(draft.territory()));
        return names.toArray(String[]::new);
    }
}
