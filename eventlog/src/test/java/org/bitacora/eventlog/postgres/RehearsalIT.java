package org.bitacora.eventlog.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.bitacora.eventlog.Appended.Stored;
import org.bitacora.eventlog.Mode;
import org.bitacora.eventlog.testing.LogDatabase;
import org.bitacora.eventlog.testing.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RehearsalIT {

    @RegisterExtension
    static final LogDatabase DATABASE = new LogDatabase();

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void aRehearsalLeavesNoOpenTransactionAndNotEvenAHead() throws Exception {
        var log = new PostgresLog(DATABASE.pool(1), InstantSource.system(), LogSettings.DEFAULT, _ -> {});
        var founding = List.of(Visit.visit("rehearsed", "a").draft());

        assertThat(log.rehearse(founding, Mode.EACH).await().atMost(PATIENCE)).containsExactly(new Stored(1));

        assertThat(DATABASE.texts("""
                select state from pg_stat_activity
                where datname = current_database() and application_name = 'bitacora-log'""")).containsExactly("idle");
        assertThat(DATABASE.texts("select territory from head")).isEmpty();
    }
}
