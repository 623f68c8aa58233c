package org.bitacora.eventlog.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.bitacora.eventlog.testing.LogDatabase;
import org.bitacora.eventlog.testing.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Durability settings that are off are detected before anything is acknowledged. */
class DurabilityCheckIT {

    @RegisterExtension
    static final LogDatabase DURABLE = new LogDatabase();

    @Test
    void aDurableServerHasNoDisabledSettings() throws Exception {
        assertThat(DurabilityCheck.disabledSettings(DURABLE.jdbcUrl(), DURABLE.user(), DURABLE.password()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"off, on, off, fsync synchronous_commit", "on, off, on, full_page_writes"})
    void everyDisabledSettingIsReported(String fsync, String pages, String commit, String missing) throws Exception {
        var testPostgres =
                TestPostgres.start(Map.of("fsync", fsync, "full_page_writes", pages, "synchronous_commit", commit));
        try {
            assertThat(DurabilityCheck.disabledSettings(testPostgres.jdbcUrl(), "postgres", ""))
                    .containsExactly(missing.split(" ", -1));
        } finally {
            testPostgres.stop();
        }
    }

    @Test
    void aSettingDisabledForOneDatabaseIsReported() throws Exception {
        var name = DURABLE.texts("select current_database()").getFirst();
        DURABLE.execute("alter database " + name + " set synchronous_commit = off");

        assertThat(DurabilityCheck.disabledSettings(DURABLE.jdbcUrl(), DURABLE.user(), DURABLE.password()))
                .containsExactly("synchronous_commit");

        DURABLE.execute("alter database " + name + " reset synchronous_commit");
    }
}
