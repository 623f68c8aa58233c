package org.bitacora.eventlog.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.bitacora.eventlog.AppendMode;
import org.bitacora.eventlog.testing.LogDatabase;
import org.bitacora.eventlog.testing.VisitDraft;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The database refuses to change entries of the log. */
class LogImmutabilityIT {

    @RegisterExtension
    static final LogDatabase DATABASE = new LogDatabase();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update log set data = '{}'",
                "update log set data = '{}' where territory = 'nobody'",
                "delete from log",
                "truncate log cascade",
                "insert into log select * from log on conflict (territory, position) do update set data = '{}'",
                "merge into log using log as it on true when matched then delete"
            })
    void anEntryCannotBeChanged(String sql) throws SQLException {
        var log = new PostgresLog(DATABASE.pool(1), InstantSource.system(), LogSettings.DEFAULT, _ -> {});
        var id = "id-" + sql.hashCode();
        log.append(List.of(VisitDraft.visit("stone", id).toDraft()), AppendMode.EACH)
                .await()
                .atMost(Duration.ofSeconds(10));

        assertThatThrownBy(() -> DATABASE.execute(sql))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("never rewritten");
        assertThat(DATABASE.texts("select data from log where id = '" + id + "'"))
                .containsExactly("{\"title\": \"" + id + "\"}");
    }
}
