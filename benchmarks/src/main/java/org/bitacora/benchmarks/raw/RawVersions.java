package org.bitacora.benchmarks.raw;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bitacora.benchmarks.progress.MeasurementException;
import org.bitacora.benchmarks.progress.ProgressLog;
import org.bitacora.benchmarks.testbed.ApplicationDatabase;
import org.jspecify.annotations.Nullable;

/**
 * The versions written by the projector, held in memory as arrays, so that inserting them into a copy of the table
 * involves no reading, folding or rendering.
 */
public final class RawVersions implements AutoCloseable {

    private static final int BATCH = 4_000;

    private static final String COLUMNS = """
            select attname, format_type(atttypid, atttypmod) from pg_attribute
            where attrelid = 'public.activity_version'::regclass and attnum > 0 and not attisdropped order by attnum""";

    private static final String CREATE = """
            create schema if not exists raw;
            drop table if exists raw.activity_version;
            create table raw.activity_version (like public.activity_version including all)""";

    /** The rows of a batch, with one array per column. */
    private record ColumnArrays(int count, List<Array> columns) {}

    private final ApplicationDatabase applicationDatabase;
    private final Connection connection;
    private final List<RawColumn> columns = new ArrayList<>();
    private final List<ColumnArrays> batches = new ArrayList<>();

    private RawVersions(ApplicationDatabase applicationDatabase) throws SQLException {
        this.applicationDatabase = applicationDatabase;
        this.connection = applicationDatabase.connect();
        readColumns();
        readRows();
    }

    /** Reads all versions. */
    public static RawVersions read(ApplicationDatabase applicationDatabase) {
        try {
            return new RawVersions(applicationDatabase);
        } catch (SQLException e) {
            throw new MeasurementException("The versions could not be read", e);
        }
    }

    private void readColumns() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(COLUMNS)) {
            while (rows.next()) {
                columns.add(new RawColumn(rows.getString(1), rows.getString(2)));
            }
        }
    }

    private void readRows() throws SQLException {
        connection.setAutoCommit(false); // otherwise the driver reads all rows at once
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(BATCH);
            try (var rows = statement.executeQuery(
                    "select " + joinColumns(RawColumn::selectExpression) + " from public.activity_version")) {
                for (var batch = readNextBatch(rows); batch.count() > 0; batch = readNextBatch(rows)) {
                    batches.add(batch);
                }
            }
        }
        connection.rollback();
    }

    private ColumnArrays readNextBatch(ResultSet rows) throws SQLException {
        List<@Nullable Object[]> items =
                columns.stream().map(rawColumn -> rawColumn.newArray(BATCH)).toList();
        int count = 0;
        while (count < BATCH && rows.next()) {
            for (int i = 0; i < columns.size(); i++) {
                items.get(i)[count] = columns.get(i).toElement(rows.getString(i + 1));
            }
            count++;
        }
        List<Array> arrays = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            var full = Arrays.copyOf(items.get(i), count);
            arrays.add(connection.createArrayOf(columns.get(i).arrayElementType(), full));
        }
        return new ColumnArrays(count, arrays);
    }

    /** Returns the rows inserted per second into a new table, with one commit per batch. */
    public double measureRate(int connections) {
        applicationDatabase.execute(CREATE);
        Queue<ColumnArrays> left = new ConcurrentLinkedQueue<>(batches);
        try (var load = new RawLoad(applicationDatabase, connections, to -> {
            var insert = to.prepareStatement(insert());
            return () -> insert(insert, left.poll());
        })) {
            return load.measureRate();
        }
    }

    private static int insert(PreparedStatement insert, @Nullable ColumnArrays columnArrays) throws SQLException {
        if (columnArrays == null) {
            return 0;
        }
        for (int i = 0; i < columnArrays.columns().size(); i++) {
            insert.setArray(i + 1, columnArrays.columns().get(i));
        }
        return insert.executeUpdate();
    }

    private String insert() {
        return "insert into raw.activity_version select " + joinColumns(RawColumn::insertExpression) + " from unnest("
                + joinColumns(RawColumn::parameterExpression) + ") version(" + joinColumns(RawColumn::name) + ")";
    }

    private String joinColumns(Function<RawColumn, String> form) {
        return columns.stream().map(form).collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            ProgressLog.print("A connection did not close: %s", e.getMessage());
        }
    }
}
