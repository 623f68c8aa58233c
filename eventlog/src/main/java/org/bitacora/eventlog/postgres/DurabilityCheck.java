package org.bitacora.eventlog.postgres;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Whether a PostgreSQL keeps what it has acknowledged. */
public final class DurabilityCheck {

    private static final List<String> SETTINGS = List.of("fsync", "full_page_writes", "synchronous_commit");

    private DurabilityCheck() {}

    /** The durability settings that are off; none where a committed entry survives whatever happens. */
    public static List<String> disabledSettings(String jdbcUrl, String user, String password) throws SQLException {
        var off = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(jdbcUrl, user, password);
                var statement = connection.createStatement()) {
            for (var setting : SETTINGS) {
                try (var answer = statement.executeQuery("show " + setting)) {
                    answer.next();
                    if (answer.getString(setting).equals("off")) {
                        off.add(setting);
                    }
                }
            }
        }
        return off;
    }
}
