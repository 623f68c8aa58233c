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
import org.bitacora.domain.refusal.Detail;
import org.bitacora.http.problem.ProblemException;
import org.jboss.logging.Logger;

/** Runs imports, several at a time. When the server stops, running imports stop between two batches. */
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

    /** Returns whether an import waits or runs on this node. */
    boolean isActive(String id) {
        return activeIds.contains(id);
    }

    /** Checks a file and starts its import. The returned future completes when the import ends. */
    Uni<CompletableFuture<Void>> start(ImportPlan plan) {
        if (activeIds.size() >= limits.running() + limits.waiting()) {
            delete(plan.path());
            throw ProblemException.unavailable(
                    Detail.of("Too many imports are waiting (the limit is {0}). Try again later.", limits.waiting()));
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
     * The result of inspecting a file before its import.
     *
     * @param total the number of rows
     * @param names the activity names; empty if the import has to wait for others. A waiting import keeps no names in
     *     memory and reads them when it starts
     */
    record FileInspection(int total, Optional<ActivityNameIndex> names) {}

    private FileInspection inspect(ImportPlan plan) {
        try {
            if (activeIds.size() > limits.running()) {
                return new FileInspection(ActivityNameIndex.countRows(plan, limits.rows()), Optional.empty());
            }
            var activityNameIndex = ActivityNameIndex.build(plan, limits.rows());
            activityNameIndex.keepRecordedNames(names -> importAppender.findRecorded(plan, names));
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
            LOG.errorf(e, "Could not store the status of import %s", plan.id());
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
            LOG.warnf("Could not delete the uploaded file %s of an import", file);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        isStopped = true;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("An import did not stop in time and was interrupted");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
