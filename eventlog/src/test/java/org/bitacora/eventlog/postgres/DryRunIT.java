package org.bitacora.eventlog.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.bitacora.eventlog.AppendMode;
import org.bitacora.eventlog.AppendResult.Stored;
import org.bitacora.eventlog.testing.LogDatabase;
import org.bitacora.eventlog.testing.VisitDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DryRunIT {

    @RegisterExtension
    static final LogDatabase DATABASE = new LogDatabase();

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void aDryRunLeavesNeitherAnOpenTransactionNorAHead() throws Exception {
        var log = new PostgresLog(DATABASE.pool(1), InstantSource.system(), LogSettings.DEFAULT, _ -> {});
        var founding = List.of(VisitDraft.visit("rehearsed", "a").toDraft());

        assertThat(log.dryRun(founding, AppendMode.EACH).await().atMost(PATIENCE))
                .containsExactly(new Stored(1));

        assertThat(DATABASE.texts("""
                select state from pg_stat_activity
                where datname = current_database() and application_name = 'bitacora-log'""")).containsExactly("idle");
        assertThat(DATABASE.texts("select territory from head")).isEmpty();
    }
}
