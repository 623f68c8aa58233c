package org.bitacora.benchmarks.raw;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.bitacora.benchmarks.testbed.Database;
import org.bitacora.benchmarks.testbed.Event;
import org.bitacora.benchmarks.testbed.Registry;

/**
 * A log like the application's, apart from it so that the projector does not follow it: the least that an append can do
 * in one round trip, which is to lock the head by moving it, insert, and commit. Nothing is looked up, checked or hashed.
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

    private final Database database;
    private final Registry registry;

    private RawLog(Database database, Registry registry) {
        this.database = database;
        this.registry = registry;
    }

    /** An empty one, with 1,000 heads. */
    public static RawLog create(Database database, Registry registry) {
        database.run(CREATE);
        return new RawLog(database, registry);
    }

    /** Appends of batches, each to one of so many logs. */
    public RawLoad batches(int connections, int size, int logs) {
        return new RawLoad(database, connections, connection -> {
            var append = connection.prepareStatement(APPEND);
            return () -> batch(connection, append, registry.batch(log(logs), size));
        });
    }

    /** Appends of single events, each to one of so many logs. */
    public RawLoad singles(int connections, int logs) {
        return new RawLoad(database, connections, connection -> {
            var append = connection.prepareStatement(APPEND_ONE);
            return () -> block(append, registry.block(log(logs)));
        });
    }

    private static String log(int logs) {
        return "raw-" + ThreadLocalRandom.current().nextInt(logs);
    }

    private static int batch(Connection connection, PreparedStatement append, List<Event> events) throws SQLException {
        append.setString(1, events.getFirst().territory());
        append.setArray(2, connection.createArrayOf("text", column(events, Event::id)));
        append.setArray(3, connection.createArrayOf("text", column(events, Event::type)));
        append.setArray(4, connection.createArrayOf("text", column(events, Event::subject)));
        append.setArray(5, connection.createArrayOf("text", column(events, Event::data)));
        append.setArray(6, connection.createArrayOf("bytea", digests(events.size())));
        append.setArray(7, connection.createArrayOf("bytea", digests(events.size())));
        append.executeQuery().close();
        return events.size();
    }

    private static int block(PreparedStatement append, List<Event> events) throws SQLException {
        for (var event : events) {
            append.setString(1, event.territory());
            append.setString(2, event.id());
            append.setString(3, event.type());
            append.setString(4, event.subject());
            append.setString(5, event.data());
            append.setBytes(6, digest());
            append.setBytes(7, digest());
            append.executeUpdate();
        }
        return events.size();
    }

    private static String[] column(List<Event> events, Function<Event, String> value) {
        return events.stream().map(value).toArray(String[]::new);
    }

    private static byte[][] digests(int count) {
        return IntStream.range(0, count).mapToObj(_ -> digest()).toArray(byte[][]::new);
    }

    /** As long as a SHA-256, and as hard to compress. */
    private static byte[] digest() {
        var digest = new byte[32];
        ThreadLocalRandom.current().nextBytes(digest);
        return digest;
    }
}
