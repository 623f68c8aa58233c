package org.bitacora.exchange.spreadsheet;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.bitacora.http.problem.ProblemException;
import org.jboss.logging.Logger;

/** Runs imports, some at a time; those that still run when the server stops are stopped between two batches. */
@Singleton
class ImportExecutor {

    private static final Logger LOG = Logger.getLogger(ImportExecutor.class);
    private static final int ID_BYTES = 8;
    private static final int PATIENCE_SECONDS = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ImportAppender importAppender;
    private final ImportRepository importRepository;
    private final ImportConfiguration limits;
    private final InstantSource clock;
    private final ExecutorService threads;
    private final Set<String> activeIds = ConcurrentHashMap.newKeySet();
    private volatile boolean isStopped;

    ImportExecutor(
            ImportAppender importAppender,
            ImportRepository importRepository,
            ImportConfiguration limits,
            InstantSource clock) {
        this.importAppender = importAppender;
        this.importRepository = importRepository;
        this.limits = limits;
        this.clock = clock;
        this.threads = Executors.newFixedThreadPool(
                limits.running(),
                Thread.ofPlatform().name("import-", 0).daemon().factory());
    }

    static String newId() {
        var bytes = new byte[ID_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Whether an import waits or runs on this node. */
    boolean isActive(String id) {
        return activeIds.contains(id);
    }

    /** Looks a file through and begins its import; then completes when that has ended. */
    Uni<CompletableFuture<Void>> start(ImportPlan plan) {
        if (activeIds.size() >= limits.running() + limits.waiting()) {
            delete(plan.path());
            throw ProblemException.unavailable("Too many files wait to be imported.");
        }
        activeIds.add(plan.id());
        var fileInspection = inspect(plan);
        return importRepository
                .insert(plan, fileInspection.total(), clock.instant().minus(limits.kept()))
                .map(_ -> CompletableFuture.runAsync(
                        () -> run(
                                new ImportRun(
                                        plan,
                                        fileInspection,
                                        importAppender,
                                        importRepository,
                                        limits,
                                        () -> isStopped),
                                plan),
                        threads))
                .onFailure()
                .invoke(() -> release(plan));
    }

    /**
     * What is known of a file before it is run.
     *
     * @param total how many rows it has
     * @param names what they name; empty where it waits for others, as that takes memory
     */
    record FileInspection(int total, Optional<ActivityNameIndex> names) {}

    private FileInspection inspect(ImportPlan plan) {
        try {
            if (activeIds.size() > limits.running()) {
                return new FileInspection(ActivityNameIndex.countRows(plan, limits.rows()), Optional.empty());
            }
            var activityNameIndex = ActivityNameIndex.build(plan, limits.rows());
            return new FileInspection(activityNameIndex.total(), Optional.of(activityNameIndex));
        } catch (IOException e) {
            release(plan);
            throw FileProblems.problem(e);
        } catch (RuntimeException e) {
            release(plan);
            throw e;
        }
    }

    private void run(ImportRun importRun, ImportPlan plan) {
        try {
            importRun.run();
        } catch (RuntimeException e) {
            LOG.errorf(e, "What became of import %s could not be noted", plan.id());
        } finally {
            release(plan);
        }
    }

    private void release(ImportPlan plan) {
        activeIds.remove(plan.id());
        delete(plan.path());
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warnf("A file of an import is left over: %s", file);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        isStopped = true;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("An import was cut off");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
