package org.bitacora.projections.projector;

import io.vertx.sqlclient.Pool;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.bitacora.domain.activity.ActivityFold;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.territory.Territory;
import org.bitacora.eventlog.AppendMode;
import org.bitacora.eventlog.Draft;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.json.JsonReader;
import org.bitacora.eventlog.postgres.LogPool;
import org.bitacora.eventlog.postgres.LogSettings;
import org.bitacora.eventlog.postgres.PostgresLog;
import org.bitacora.eventlog.testing.LogDatabase;
import org.bitacora.eventlog.upcast.Upcasters;

/** A real log for tests: appends events, runs projectors, and reads the resulting rows. */
public final class TestLog {

    static final Upcasters UPCASTERS = new Upcasters(List.of());
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MAX_ENTRIES = 1_000;
    private static final String VERSIONS = "activity_version order by territory, activity, known_from";
    private static final List<String> TYPES = List.of(
            "visit.announced",
            "visit.received",
            "visit.cancelled",
            "activity.corrected",
            "activity.withdrawn",
            "activity.reinstated",
            "mission.carried-out",
            "agreement.signed");

    private final LogDatabase database;
    private final Pool pool;
    private final PostgresLog log;

    /** Creates a log in a database. */
    public TestLog(LogDatabase database) {
        this(database, InstantSource.system());
    }

    /** Creates a log in a database that records entries at the instants of a clock. */
    TestLog(LogDatabase database, InstantSource clock) {
        this.database = database;
        this.pool = database.pool(8);
        this.log = new PostgresLog(pool, clock, LogSettings.DEFAULT, _ -> {});
    }

    /** Returns the pool of the log. */
    public Pool pool() {
        return pool;
    }

    Projector projector(int maxEntries) {
        return projector(maxEntries, ActivityFold::new);
    }

    Projector projector(int maxEntries, Supplier<ActivityFold> folds) {
        return new Projector(pool, UPCASTERS, folds, maxEntries);
    }

    /** Projects all logs up to their heads. */
    public void projectAll() {
        catchUp(projector(1_000));
    }

    static void catchUp(Projector projector) {
        boolean behind = true;
        while (behind) {
            behind = projector.runPass(Set.of()).hasMore();
        }
    }

    ReadModelRebuild rebuild() {
        return new ReadModelRebuild(
                LogDatabase.vertx(),
                path -> LogPool.create(
                        LogDatabase.vertx(),
                        database.uri() + "?search_path=" + path,
                        database.user(),
                        database.password(),
                        3),
                UPCASTERS);
    }

    /** Registers a territory, which creates its log with one entry. */
    public void register(String territory) {
        append(draft(
                territory,
                territory,
                Territory.REGISTERED_TYPE,
                "{\"name\": \"T\", \"kind\": \"city\"}",
                "registration"));
    }

    /** Registers a territory again, with a parent. */
    void registerWithParent(String territory, String parent) {
        var data = "{\"name\": \"T\", \"kind\": \"city\", \"parent\": \"" + parent + "\"}";
        append(draft(territory, territory, Territory.REGISTERED_TYPE, data, "move-" + parent));
    }

    /** Appends one event of an activity. */
    public void append(String territory, String activity, String word, String data) {
        var id = activity + "-" + Instant.now() + "-" + word;
        append(draft(territory, territory + "/" + activity, "org.bitacora." + word, data, id));
    }

    /** Appends random events of a few activities, so that each has several events. */
    public void appendRandomEvents(String territory, Random random, int events) {
        var drafts = new ArrayList<Draft>();
        for (int i = 0; i < events; i++) {
            var type = "org.bitacora." + TYPES.get(random.nextInt(TYPES.size()));
            var data =
                    "{\"title\": \"t%d\", \"start\": \"20%02d\"}".formatted(random.nextInt(4), 10 + random.nextInt(9));
            drafts.add(draft(territory, territory + "/a" + random.nextInt(12), type, data, "e" + random.nextLong()));
        }
        log.append(drafts, AppendMode.EACH).await().atMost(PATIENCE);
    }

    private void append(Draft draft) {
        append(List.of(draft));
    }

    /** Appends events in the mode {@link AppendMode#EACH}. */
    public void append(List<Draft> drafts) {
        log.append(drafts, AppendMode.EACH).await().atMost(PATIENCE);
    }

    /** Returns the log of a territory. */
    public List<Entry> entries(String territory) {
        return log.read(territory, 0, MAX_ENTRIES).await().atMost(PATIENCE);
    }

    private static Draft draft(String territory, String subject, String type, String data, String id) {
        return draft(territory, new EventKey("urn:test", id), type, subject, data);
    }

    /** Returns the draft of an event with JSON data. */
    public static Draft draft(String territory, EventKey key, String type, String subject, String data) {
        Json parsed = JsonReader.parseStored(data);
        return new Draft(
                territory,
                key,
                type,
                Upcasters.CURRENT,
                subject,
                Optional.empty(),
                data,
                Optional.empty(),
                Draft.contentOf(territory, type, subject, parsed),
                Optional.empty(),
                new Draft.Author("test", true, true),
                Optional.empty());
    }

    List<String> activityVersions() throws SQLException {
        return database.texts("select v::text from " + VERSIONS.replace("activity_version", "activity_version v"));
    }

    List<String> rebuiltActivityVersions() throws SQLException {
        return database.texts(
                "select v::text from rebuild." + VERSIONS.replace("activity_version", "activity_version v"));
    }

    List<String> texts(String sql) throws SQLException {
        return database.texts(sql);
    }

    /** Runs a statement that bypasses the application, for example to damage rows. */
    public void execute(String sql) throws SQLException {
        database.execute(sql);
    }
}
