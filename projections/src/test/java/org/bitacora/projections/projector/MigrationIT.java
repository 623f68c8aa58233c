package org.bitacora.projections.projector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Objects;
import org.bitacora.eventlog.testing.LogDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests migrations of a database of an earlier release. */
class MigrationIT {

    @RegisterExtension
    static final LogDatabase DATABASE = new LogDatabase();

    private static String script(String name) throws IOException {
        try (var in = MigrationIT.class.getClassLoader().getResourceAsStream("db/migration/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void anIndexThatARebuildRenamedIsReplaced() throws SQLException, IOException {
        new TestLog(DATABASE).rebuild().buildAndSwap();
        for (var index : DATABASE.texts("""
                select indexrelid::regclass::text from pg_index where indrelid = 'activity_version'::regclass
                and pg_get_indexdef(indexrelid) like '%formalised_to%'""")) {
            DATABASE.execute("drop index " + index);
        }
        DATABASE.execute("create index odd_name on activity_version (territory, formalised_from)");

        DATABASE.execute(script("V6__figures_by_index.sql"));

        assertThat(DATABASE.texts("""
                        select indexrelid::regclass::text from pg_index where indrelid = 'activity_version'::regclass
                        and pg_get_indexdef(indexrelid) like '%(territory, formalised_from%'""")).containsExactly("activity_by_formalisation");
    }
}
