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

/** The application that is measured, what loads it, and its database for the raw limits. */
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

    /** Starts the application on an empty data directory, with a Kafka of so many partitions a topic, or without one. */
    public static Testbed open(int partitions) {
        var bed = new Testbed(partitions);
        try {
            ProgressLog.print("starting the application");
            ProgressLog.print(
                    "ready after %.1f s, its database made anew", bed.start().toMillis() / 1_000.0);
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

    /** Stops the application and starts it again on its data; how long it took until it was ready. */
    public Duration restart() {
        stop();
        return start();
    }

    private ApplicationSession session() {
        return Objects.requireNonNull(session, "The application runs");
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

    /** Sees to it that so many nodes run over one database and one Kafka; answers with the last of them. */
    public ApplicationProcess ensureNodes(int count) {
        while (otherNodes.size() < count - 1) {
            var other = application()
                    .startNode(scratchFolder.path().resolve("node-" + nodeNumber.incrementAndGet()), database(), key);
            otherNodes.add(other);
            other.awaitReady();
        }
        return otherNodes.isEmpty() ? application() : otherNodes.getLast();
    }

    /** Ends the last of several nodes as {@code kill -9} does. */
    public void killLastNode() {
        otherNodes.removeLast().kill();
    }

    public ApplicationBroker broker() {
        return application().broker();
    }

    public EventGenerator events() {
        return events;
    }

    /** What has to be there before something is measured. */
    public TestbedSeeder seeder() {
        return seeder;
    }

    /** Territories by the thousand. */
    public TerritoryCopies copies() {
        return territoryCopies;
    }

    /** A territory that has a strategy. */
    public StrategyFixture strategy() {
        return strategyFixture;
    }

    public ProjectorBacklog projector() {
        return new ProjectorBacklog(database());
    }

    /** Shows what the application said last, to whoever wants to know why something failed. */
    public void printApplicationLog() {
        ProgressLog.print("The application said last:%n%s", ApplicationProcess.lastLogLines(scratchFolder.path()));
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

    /** Leaves no process and no file behind, even when interrupted. */
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
