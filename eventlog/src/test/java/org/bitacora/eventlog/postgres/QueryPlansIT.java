package org.bitacora.eventlog.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bitacora.eventlog.testing.LogDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Plans are made once, possibly on an empty, unanalysed table, and must be good for a full one. */
class QueryPlansIT {

    /** The statements of an append; they are planned with the settings of its transaction. */
    private static final Set<String> OF_AN_APPEND = Set.of(
            LogSql.LOCK_HEADS, LogSql.FIND_RECORDED, LogSql.FIND_OWNERS, LogSql.INSERT_ENTRIES, LogSql.ADVANCE_HEADS);

    @RegisterExtension
    static final LogDatabase DATABASE = new LogDatabase();

    @RegisterExtension
    static final LogDatabase YOUNG = new LogDatabase();

    @RegisterExtension
    static final LogDatabase WIDE = new LogDatabase();

    /** Statistics of a new database and of many short logs: both make scans look cheap. */
    @BeforeAll
    static void fill() throws SQLException {
        YOUNG.execute(entry("'young', i", 1));
        YOUNG.execute("insert into head values ('young', 1, now())");
        YOUNG.execute("analyze");
        WIDE.execute(entry("'wide-' || i, 1", 5_000));
        WIDE.execute("insert into head select territory, position, recorded_at from log");
        WIDE.execute("analyze");
    }

    private static String entry(String territoryAndPosition, int count) {
        return "insert into log select " + territoryAndPosition
                + ", now(), 's', i::text, 'type', 1, 'subject/' || i, null, '{}', 'key',"
                + " '', '', '' from generate_series(1, " + count + ") i";
    }

    static Stream<Arguments> statements() {
        return Stream.of(
                Arguments.of("LOCK_HEADS", LogSql.LOCK_HEADS, List.of("head_pkey")),
                Arguments.of(
                        "FIND_RECORDED",
                        LogSql.FIND_RECORDED,
                        List.of("log_territory_source_id_key", "private_data_pkey")),
                Arguments.of("FIND_OWNERS", LogSql.FIND_OWNERS, List.of("log_by_subject")),
                Arguments.of("INSERT_ENTRIES", LogSql.INSERT_ENTRIES, List.of()),
                Arguments.of("ADVANCE_HEADS", LogSql.ADVANCE_HEADS, List.of()),
                Arguments.of("READ", LogSql.READ, List.of("log_pkey")),
                Arguments.of(
                        "READ_FOR_ARCHIVE",
                        LogSql.READ_FOR_ARCHIVE,
                        List.of("log_pkey", "private_data_pkey", "private_data_pkey")),
                Arguments.of("FIND", LogSql.FIND, List.of("log_territory_source_id_key")),
                Arguments.of("FIND_BY_SUBJECT", LogSql.FIND_BY_SUBJECT, List.of("log_by_subject")),
                Arguments.of("FIND_BY_SOURCE", LogSql.FIND_BY_SOURCE, List.of("log_by_subject")),
                Arguments.of("HEAD_POSITION", LogSql.HEAD_POSITION, List.of("head_pkey")),
                Arguments.of("POSITION_AT", LogSql.POSITION_AT, List.of("head_pkey", "log_pkey")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("statements")
    void everyStatementUsesItsIndexOnAnEmptyDatabase(String name, String sql, List<String> indexes) {
        assertUses(plan(DATABASE, sql), indexes);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("statements")
    void everyStatementUsesItsIndexWhenStatisticsShowSmallTables(String name, String sql, List<String> indexes) {
        assertUses(plan(YOUNG, sql), indexes);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("statements")
    void everyStatementUsesItsIndexWhenStatisticsShowShortLogs(String name, String sql, List<String> indexes) {
        assertUses(plan(WIDE, sql), indexes);
    }

    private static void assertUses(String plan, List<String> indexes) {
        assertThat(plan).doesNotContain("Seq Scan", "Hash Join", "Merge Join", "Join Filter", "Disabled");
        assertThat(used(plan)).as(plan).containsExactlyInAnyOrderElementsOf(indexes);
    }

    private static List<String> used(String plan) {
        return plan.lines()
                .filter(line -> line.matches(".*(Scan.* using|Bitmap Index Scan on) .*"))
                .map(line -> line.replaceFirst(".*(using|Scan on) (\\w+).*", "$2"))
                .toList();
    }

    private static String plan(LogDatabase database, String sql) {
        var pool = database.pool(1);
        var rows = pool.withConnection(connection -> connection
                        .query(OF_AN_APPEND.contains(sql) ? LogSql.BEGIN : "begin")
                        .execute()
                        .compose(_ -> connection
                                .query("explain (generic_plan, costs off) " + sql)
                                .execute()))
                .eventually(() -> pool.close())
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return String.join(
                "\n",
                StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString(0))
                        .toList());
    }
}
