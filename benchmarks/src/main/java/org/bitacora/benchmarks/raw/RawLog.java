package org.bitacora.benchmarks.raw;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.bitacora.benchmarks.testbed.ApplicationDatabase;
import org.bitacora.benchmarks.testbed.EventGenerator;
import org.bitacora.benchmarks.testbed.GeneratedEvent;

/**
 * A log with the schema of the application's log, separate from it so that the projector ignores it. An append does the
 * minimum in one round trip: it locks the head by advancing it, inserts and commits. Nothing is looked up, checked or
 * hashed.
 */
public final class RawLog {

    private static final String CREATE = """
            drop schema if exists raw cascade;
            create schema raw;
            create table raw.head (like public.head including all) with (fillfactor = 50);
            create table raw.log (like public.log including all);
            create trigger log_is_immutable before update or delete or truncate on raw.log
                for each statement execute function public.refuse_to_rewrite();
            insert into raw.head select 'raw-' || n, 0, '-infinity' from generate_series(0, 999) n;

            create function raw.append(city text, ids text[], types text[], subjects text[], texts text[],
                contents bytea[], hashes bytea[]) returns bigint language plpgsql as $$
            declare
                last bigint;
                at timestamptz;
            begin
                update raw.head
                set position = position + cardinality(ids), recorded_at = greatest(recorded_at, clock_timestamp())
                where territory = city returning position, recorded_at into last, at;
                insert into raw.log
                select city, last - cardinality(ids) + n, at, 'urn:bench:registry', id, type, 1, subject, at, data,
                       'bench', content, null, hash
                from unnest(ids, types, subjects, texts, contents, hashes)
                    with ordinality event(id, type, subject, data, content, hash, n);
                return last;
            end $$""";

    private static final String APPEND = "select raw.append(?, ?, ?, ?, ?, ?, ?)";

    private static final String APPEND_ONE = """
            with moved as (
                update raw.head
                set position = position + 1, recorded_at = greatest(recorded_at, clock_timestamp())
                where territory = ? returning territory, position, recorded_at)
            insert into raw.log
            select territory, position, recorded_at, 'urn:bench:registry', ?, ?, 1, ?, recorded_at, ?, 'bench', ?, null, ?
            from moved""";

    private final ApplicationDatabase applicationDatabase;
    private final EventGenerator eventGenerator;

    private RawLog(ApplicationDatabase applicationDatabase, EventGenerator eventGenerator) {
        this.applicationDatabase = applicationDatabase;
        this.eventGenerator = eventGenerator;
    }

    /** Creates an empty log with 1,000 heads. */
    public static RawLog create(ApplicationDatabase applicationDatabase, EventGenerator eventGenerator) {
        applicationDatabase.execute(CREATE);
        return new RawLog(applicationDatabase, eventGenerator);
    }

    /** Opens a load that appends batches, each to one of {@code logs} logs. */
    public RawLoad openBatchLoad(int connections, int size, int logs) {
        return new RawLoad(applicationDatabase, connections, connection -> {
            var append = connection.prepareStatement(APPEND);
            return () -> appendBatch(connection, append, eventGenerator.nextBatch(randomLog(logs), size));
        });
    }

    /** Opens a load that appends single events, each to one of {@code logs} logs. */
    public RawLoad openSingleLoad(int connections, int logs) {
        return new RawLoad(applicationDatabase, connections, connection -> {
            var append = connection.prepareStatement(APPEND_ONE);
            return () -> appendBlock(append, eventGenerator.nextBlock(randomLog(logs)));
        });
    }

    private static String randomLog(int logs) {
        return "raw-" + ThreadLocalRandom.current().nextInt(logs);
    }

    private static int appendBatch(Connection connection, PreparedStatement append, List<GeneratedEvent> events)
            throws SQLException {
        append.setString(1, events.getFirst().territory());
        append.setArray(2, connection.createArrayOf("text", columnValues(events, GeneratedEvent::id)));
        append.setArray(3, connection.createArrayOf("text", columnValues(events, GeneratedEvent::type)));
        append.setArray(4, connection.createArrayOf("text", columnValues(events, GeneratedEvent::subject)));
        append.setArray(5, connection.createArrayOf("text", columnValues(events, GeneratedEvent::data)));
        append.setArray(6, connection.createArrayOf("bytea", randomDigests(events.size())));
        append.setArray(7, connection.createArrayOf("bytea", randomDigests(events.size())));
        append.executeQuery().close();
        return events.size();
    }

    private static int appendBlock(PreparedStatement append, List<GeneratedEvent> events) throws SQLException {
        for (var generatedEvent : events) {
            append.setString(1, generatedEvent.territory());
            append.setString(2, generatedEvent.id());
            append.setString(3, generatedEvent.type());
            append.setString(4, generatedEvent.subject());
            append.setString(5, generatedEvent.data());
            append.setBytes(6, randomDigest());
            append.setBytes(7, randomDigest());
            append.executeUpdate();
        }
        return events.size();
    }

    private static String[] columnValues(List<GeneratedEvent> events, Function<GeneratedEvent, String> value) {
        return events.stream().map(value).toArray(String[]::new);
    }

    private static byte[][] randomDigests(int count) {
        return IntStream.range(0, count).mapToObj(_ -> randomDigest()).toArray(byte[][]::new);
    }

    /** Returns random bytes with the length of a SHA-256 digest; like a digest, they cannot be compressed. */
    private static byte[] randomDigest() {
        var digest = new byte[32];
        ThreadLocalRandom.current().nextBytes(digest);
        return digest;
    }
}
