package org.bitacora.eventlog.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bitacora.eventlog.testing.LogDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A plan is made once, maybe on an empty table that nobody has analysed: it must be good for a full one. */
class PlansIT {

    @RegisterExtension
    static final LogDatabase DATABASE = new LogDatabase();

    private static final Pool POOL = DATABASE.pool(1);

    static Stream<Arguments> statements() {
        return Stream.of(
                Arguments.of("LOCK", Sql.LOCK, List.of("head_pkey")),
                Arguments.of("PAST", Sql.PAST, List.of("log_territory_source_id_key", "private_data_pkey")),
                Arguments.of("OWNERS", Sql.OWNERS, List.of("log_by_subject")),
                Arguments.of("INSERT", Sql.INSERT, List.of()),
                Arguments.of("MOVE", Sql.MOVE, List.of("head_pkey")),
                Arguments.of("READ", Sql.READ, List.of("log_pkey")),
                Arguments.of("FIND", Sql.FIND, List.of("log_territory_source_id_key")),
                Arguments.of("ABOUT", Sql.ABOUT, List.of("log_by_subject")),
                Arguments.of("END", Sql.END, List.of("head_pkey")),
                Arguments.of("POSITION_AT", Sql.POSITION_AT, List.of("head_pkey", "log_pkey")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("statements")
    void everyStatementGoesByItsIndex(String name, String sql, List<String> indexes) {
        var plan = plan(sql);

        assertThat(plan).doesNotContain("Seq Scan", "Hash Join", "Merge Join", "Disabled");
        assertThat(used(plan)).as(plan).containsExactlyInAnyOrderElementsOf(indexes);
    }

    private static List<String> used(String plan) {
        return plan.lines()
                .filter(line -> line.matches(".*(Scan.* using|Bitmap Index Scan on) .*"))
                .map(line -> line.replaceFirst(".*(using|Scan on) (\\w+).*", "$2"))
                .toList();
    }

    private static String plan(String sql) {
        var rows = POOL.query("explain (generic_plan, costs off) " + sql)
                .execute()
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
