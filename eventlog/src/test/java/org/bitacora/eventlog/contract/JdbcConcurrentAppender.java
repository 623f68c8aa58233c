package org.bitacora.eventlog.contract;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.testing.LogDatabase;
import org.bitacora.eventlog.testing.VisitDraft;

/** A concurrent appender over plain JDBC: locks the head, inserts the entry, waits, advances the head. */
record JdbcConcurrentAppender(LogDatabase database, InstantSource clock) implements ConcurrentAppender {

    @Override
    public void appendSlowly(VisitDraft visitDraft, Duration held) {
        write(visitDraft, held, "commit");
    }

    @Override
    public void appendAndRollBack(VisitDraft visitDraft, Duration held) {
        write(visitDraft, held, "rollback");
    }

    private void write(VisitDraft visitDraft, Duration held, String end) {
        try (var connection = database.connection();
                var statement = connection.createStatement()) {
            statement.execute("begin");
            var entry = next(connection, visitDraft);
            insert(connection, entry);
            move(connection, entry);
            statement.execute("select pg_sleep(" + held.toMillis() / 1000.0 + ")");
            statement.execute(end);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Entry next(Connection connection, VisitDraft visitDraft) throws SQLException {
        try (var locking = prepare(
                        connection,
                        "select position, recorded_at from head where territory = ? for no key update",
                        visitDraft.territory());
                var head = locking.executeQuery()) {
            head.next();
            var last = head.getObject(2, OffsetDateTime.class).toInstant();
            var now = Instant.ofEpochMilli(clock.millis());
            return entry(visitDraft, head.getLong(1) + 1, now.isAfter(last) ? now : last);
        }
    }

    private static Entry entry(VisitDraft visitDraft, long position, Instant recordedAt) {
        var draft = visitDraft.toDraft();
        return new Entry(
                draft.territory(),
                position,
                recordedAt,
                draft.key(),
                draft.type(),
                draft.schemaVersion(),
                draft.subject(),
                draft.time(),
                draft.data(),
                draft.extensions(),
                draft.author().name(),
                draft.content(),
                Optional.empty());
    }

    private static void insert(Connection connection, Entry entry) throws SQLException {
        try (var insert = prepare(
                connection,
                "insert into log values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null, ?)",
                entry.territory(),
                entry.position(),
                entry.recordedAt().atOffset(ZoneOffset.UTC),
                entry.key().source(),
                entry.key().id(),
                entry.type(),
                entry.schemaVersion(),
                entry.subject(),
                entry.time().orElseThrow().atOffset(ZoneOffset.UTC),
                entry.data(),
                entry.postedBy(),
                entry.content().bytes(),
                entry.hash().bytes())) {
            insert.executeUpdate();
        }
    }

    private static void move(Connection connection, Entry entry) throws SQLException {
        try (var move = prepare(
                connection,
                "update head set position = ?, recorded_at = ? where territory = ?",
                entry.position(),
                entry.recordedAt().atOffset(ZoneOffset.UTC),
                entry.territory())) {
            move.executeUpdate();
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
