package org.bitacora.benchmarks.testbed;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.bitacora.benchmarks.load.Request;
import org.bitacora.benchmarks.load.Web;
import org.bitacora.benchmarks.progress.Progress;
import org.jspecify.annotations.Nullable;

/** The application that is measured, what loads it, and its database for the raw limits. */
public final class Testbed implements AutoCloseable {

    private final Folder folder = Folder.in(Home.scratch());
    private final String key = HexFormat.of().formatHex(SecureRandom.getSeed(32));
    private final Registry registry = new Registry();
    private final Seed seed = new Seed(this);
    private final Copies copies = new Copies(this);
    private final Strategy strategy = new Strategy(this);
    private final AtomicInteger number = new AtomicInteger();
    private final List<Application> others = new ArrayList<>();
    private final Thread hook = new Thread(this::clear);
    private @Nullable Application application;
    private @Nullable Running running;

    private final int partitions;

    private Testbed(int partitions) {
        this.partitions = partitions;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Starts the application on an empty data directory, with a Kafka of so many partitions a topic, or without one. */
    public static Testbed open(int partitions) {
        var bed = new Testbed(partitions);
        try {
            Progress.say("starting the application");
            Progress.say(
                    "ready after %.1f s, its database made anew", bed.start().toMillis() / 1_000.0);
            return bed;
        } catch (RuntimeException e) {
            bed.close();
            throw e;
        }
    }

    private Duration start() {
        var started = Application.start(folder.path(), partitions, key);
        application = started;
        var time = started.ready();
        running = Running.of(started);
        return time;
    }

    /** Stops the application and starts it again on its data; how long it took until it was ready. */
    public Duration restart() {
        stop();
        return start();
    }

    private Running running() {
        return Objects.requireNonNull(running, "The application runs");
    }

    public Application application() {
        return running().application();
    }

    public Database database() {
        return running().database();
    }

    public Web web() {
        return running().web();
    }

    public Request request() {
        return new Request(key);
    }

    /** Sees to it that so many nodes run over one database and one Kafka; answers with the last of them. */
    public Application nodes(int count) {
        while (others.size() < count - 1) {
            var other =
                    application().beside(folder.path().resolve("node-" + number.incrementAndGet()), database(), key);
            others.add(other);
            other.ready();
        }
        return others.isEmpty() ? application() : others.getLast();
    }

    /** Ends the last of several nodes as {@code kill -9} does. */
    public void killLast() {
        others.removeLast().kill();
    }

    public Kafka kafka() {
        return application().kafka();
    }

    public Registry registry() {
        return registry;
    }

    /** What has to be there before something is measured. */
    public Seed seed() {
        return seed;
    }

    /** Territories by the thousand. */
    public Copies copies() {
        return copies;
    }

    /** A territory that has a strategy. */
    public Strategy strategy() {
        return strategy;
    }

    public Projection projection() {
        return new Projection(database());
    }

    /** Shows what the application said last, to whoever wants to know why something failed. */
    public void explain() {
        Progress.say("The application said last:%n%s", Application.lastWords(folder.path()));
    }

    private void stop() {
        others.forEach(Application::close);
        others.clear();
        var ready = running;
        var started = application;
        running = null;
        application = null;
        if (ready != null) {
            ready.close();
        } else if (started != null) {
            started.close();
        }
    }

    /** Leaves no process and no file behind, even when interrupted. */
    private void clear() {
        stop();
        folder.close();
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(hook);
        clear();
    }
}
