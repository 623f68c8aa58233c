package org.bitacora.server.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** An SQL client that connects like the application, with one connection per statement. */
record SqlClient(String url, String user, String password) {

    static {
        try {
            Class.forName("org.postgresql.Driver"); // loaded by the loader of this class, since another test may have
            // registered a driver of its own loader
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    static SqlClient on(PostgresServer server) {
        return new SqlClient(server.jdbcUrl(), server.user(), server.password());
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    void run(String statement) {
        try (Connection connection = connect();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new AssertionError(statement, e);
        }
    }

    String ask(String query) {
        try (Connection connection = connect();
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            row.next();
            return String.valueOf(row.getString(1));
        } catch (SQLException e) {
            throw new AssertionError(query, e);
        }
    }

    boolean isReachable() {
        try (Connection connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }
}
