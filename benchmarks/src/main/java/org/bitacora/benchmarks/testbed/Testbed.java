package org.bitacora.benchmarks.testbed;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.bitacora.benchmarks.load.LoadClient;
import org.bitacora.benchmarks.load.LoadRequestRenderer;
import org.bitacora.benchmarks.progress.ProgressLog;
import org.jspecify.annotations.Nullable;

/** The measured application, its load client and its database for the raw limits. */
public final class Testbed implements AutoCloseable {

    private final ScratchFolder scratchFolder = ScratchFolder.createIn(ApplicationHome.scratchFolder());
    private final String key = HexFormat.of().formatHex(SecureRandom.getSeed(32));
    private final EventGenerator events = new EventGenerator();
    private final TestbedSeeder seeder = new TestbedSeeder(this);
    private final TerritoryCopies territoryCopies = new TerritoryCopies(this);
    private final StrategyFixture strategyFixture = new StrategyFixture(this);
    private final AtomicInteger nodeNumber = new AtomicInteger();
    private final List<ApplicationProcess> otherNodes = new ArrayList<>();
    private final Thread shutdownHook = new Thread(this::cleanUp);
    private @Nullable ApplicationProcess applicationProcess;
    private @Nullable ApplicationSession session;

    private final int partitions;

    private Testbed(int partitions) {
        this.partitions = partitions;
        Runtime.getRuntime().addShutdownHook(shutdownHook);
    }

    /**
     * Starts the application on an empty data directory. With {@code partitions} above 0 it has a Kafka broker with
     * that number of partitions per topic.
     */
    public static Testbed open(int partitions) {
        var bed = new Testbed(partitions);
        try {
            ProgressLog.print("starting the application");
            ProgressLog.print(
                    "ready after %.1f s with a new database", bed.start().toMillis() / 1_000.0);
            return bed;
        } catch (RuntimeException e) {
            bed.close();
            throw e;
        }
    }

    private Duration start() {
        var started = ApplicationProcess.start(scratchFolder.path(), partitions, key);
        applicationProcess = started;
        var time = started.awaitReady();
        session = ApplicationSession.connect(started);
        return time;
    }

    /** Restarts the application on its data and returns the time until it was ready. */
    public Duration restart() {
        stop();
        return start();
    }

    private ApplicationSession session() {
        return Objects.requireNonNull(session, "The application is not running");
    }

    public ApplicationProcess application() {
        return session().application();
    }

    public ApplicationDatabase database() {
        return session().database();
    }

    public LoadClient client() {
        return session().client();
    }

    public LoadRequestRenderer requests() {
        return new LoadRequestRenderer(key);
    }

    /** Ensures that {@code count} nodes run over one database and one Kafka broker, and returns the last of them. */
    public ApplicationProcess ensureNodes(int count) {
        while (otherNodes.size() < count - 1) {
            var other = application()
                    .startNode(scratchFolder.path().resolve("node-" + nodeNumber.incrementAndGet()), database(), key);
            otherNodes.add(other);
            other.awaitReady();
        }
        return otherNodes.isEmpty() ? application() : otherNodes.getLast();
    }

    /** Kills the last node like {@code kill -9}. */
    public void killLastNode() {
        otherNodes.removeLast().kill();
    }

    public ApplicationBroker broker() {
        return application().broker();
    }

    public EventGenerator events() {
        return events;
    }

    /** Returns the seeder of test data. */
    public TestbedSeeder seeder() {
        return seeder;
    }

    /** Returns the copied territories. */
    public TerritoryCopies copies() {
        return territoryCopies;
    }

    /** Returns the territory with a strategy. */
    public StrategyFixture strategy() {
        return strategyFixture;
    }

    public ProjectorBacklog projector() {
        return new ProjectorBacklog(database());
    }

    /** Prints the last log lines of the application, to explain a failure. */
    public void printApplicationLog() {
        ProgressLog.print(
                "Last log lines of the application:%n%s", ApplicationProcess.lastLogLines(scratchFolder.path()));
    }

    private void stop() {
        otherNodes.forEach(ApplicationProcess::close);
        otherNodes.clear();
        var ready = session;
        var started = applicationProcess;
        session = null;
        applicationProcess = null;
        if (ready != null) {
            ready.close();
        } else if (started != null) {
            started.close();
        }
    }

    /** Stops all processes and deletes all files, even after an interruption. */
    private void cleanUp() {
        stop();
        scratchFolder.close();
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(shutdownHook);
        cleanUp();
    }
}
