package org.bitacora.benchmarks.testbed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.bitacora.benchmarks.progress.MeasurementException;
import org.bitacora.benchmarks.progress.ProgressLog;

/** The PostgreSQL server started by the application, for plain JDBC. */
public record ApplicationDatabase(Path cluster, String url, String password) {

    static final String USER = "bitacora";
    private static final String SETTINGS =
            "-c synchronous_commit=on -c plan_cache_mode=force_generic_plan -c jit=off -c TimeZone=UTC";

    /** Finds the server of a data directory. */
    static ApplicationDatabase locate(Path data) {
        try {
            var cluster = cluster(data);
            return new ApplicationDatabase(
                    cluster,
                    "jdbc:postgresql://127.0.0.1:" + readPidFile(cluster).get(3).strip() + "/" + USER,
                    Files.readString(cluster.resolve("bitacora.password")).strip());
        } catch (IOException e) {
            throw new MeasurementException("The PostgreSQL server of the application was not found", e);
        }
    }

    private static Path cluster(Path data) throws IOException {
        try (Stream<Path> files = Files.find(data, 4, (path, _) -> path.endsWith("postmaster.pid"))) {
            return files.findFirst()
                    .map(Path::getParent)
                    .orElseThrow(() -> new MeasurementException("There is no postmaster.pid in the data directory."));
        }
    }

    private static List<String> readPidFile(Path cluster) throws IOException {
        return Files.readAllLines(cluster.resolve("postmaster.pid"));
    }

    /** Opens a connection that plans each statement once, on the server, and commits durably. */
    public Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", USER);
        properties.setProperty("password", password);
        properties.setProperty("prepareThreshold", "1");
        properties.setProperty("options", SETTINGS);
        properties.setProperty("ApplicationName", "bitacora-bench");
        return DriverManager.getConnection(url, properties);
    }

    /** Runs statements without a result. */
    public void execute(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new MeasurementException("The database failed", e);
        }
    }

    /** Returns the single number of a query. */
    public long queryLong(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new MeasurementException("The database failed", e);
        }
    }

    /** Returns the single text of a query. */
    String queryString(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new MeasurementException("The database failed", e);
        }
    }

    /** Stops the server if the application has left it running. A stopped server has removed its pid file. */
    void stopIfLeftBehind() {
        try {
            long pid = Long.parseLong(readPidFile(cluster).getFirst().strip());
            ProgressLog.print("The application left its PostgreSQL server running; stopping it.");
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
        } catch (IOException _) {
            ProgressLog.print("the application and its PostgreSQL have stopped");
        }
    }
}
