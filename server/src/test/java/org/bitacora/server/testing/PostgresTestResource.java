package org.bitacora.server.testing;

import static java.util.Map.entry;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.bitacora.server.configuration.DatabaseAddress;
import org.bitacora.server.configuration.DatabaseReadiness;
import org.bitacora.server.embedded.DataDirectory;
import org.bitacora.server.embedded.PostgresServer;

/** Provides the embedded PostgreSQL on a new data directory, as in a first start. */
public class PostgresTestResource implements QuarkusTestResourceLifecycleManager {

    /** The admin key of the application under test. */
    public static final String ADMIN_KEY = "admin-key-of-the-tests";

    private DataDirectory directory;
    private PostgresServer server;

    @Override
    public Map<String, String> start() {
        directory = TestDirectories.open();
        server = PostgresServer.start(directory);
        var databaseAddress =
                new DatabaseAddress(server.jdbcUrl(), server.reactiveUrl(), server.user(), server.password());
        if (DatabaseReadiness.prepare(databaseAddress, false)
                instanceof DatabaseReadiness.DatabaseNotReady(var message)) {
            throw new IllegalStateException(message);
        }
        return Map.ofEntries(
                entry("bitacora.data", directory.path().toString()),
                entry("bitacora.admin.key", ADMIN_KEY),
                entry("bitacora.cors.write-origins", "https://activities.example.org"),
                entry("bitacora.catalog.page", "20"),
                entry("bitacora.stream.most", "40"),
                entry("bitacora.stream.heartbeat", "PT1S"),
                entry("bitacora.stream.patience", "PT3S"),
                entry("bitacora.webhooks.allowed", "localhost"),
                entry("bitacora.webhooks.waits", "PT0.2S,PT0.2S,PT0.3S"),
                entry("bitacora.webhooks.timeout", "PT3S"),
                entry("bitacora.webhooks.under-way", "8"),
                entry("bitacora.database.reactive-url", databaseAddress.reactiveUrl()),
                entry("bitacora.database.user", databaseAddress.user()),
                entry("bitacora.database.password", databaseAddress.password()));
    }

    @Override
    public void stop() {
        try {
            if (server != null) {
                server.close();
            }
        } finally {
            TestDirectories.closeAndDelete(directory);
        }
    }
}
