package org.bitacora.eventlog.postgres;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Checks whether a PostgreSQL server keeps what it has acknowledged. */
public final class DurabilityCheck {

    private static final List<String> SETTINGS = List.of("fsync", "full_page_writes", "synchronous_commit");

    private DurabilityCheck() {}

    /** Returns the durability settings that are off; empty if a committed entry survives a crash. */
    public static List<String> disabledSettings(String jdbcUrl, String user, String password) throws SQLException {
        var disabled = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(jdbcUrl, user, password);
                var statement = connection.createStatement()) {
            for (var setting : SETTINGS) {
                try (var answer = statement.executeQuery("show " + setting)) {
                    answer.next();
                    if (answer.getString(setting).equals("off")) {
                        disabled.add(setting);
                    }
                }
            }
        }
        return disabled;
    }
}
