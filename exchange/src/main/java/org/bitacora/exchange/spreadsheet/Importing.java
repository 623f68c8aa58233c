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
import org.bitacora.application.request.ProblemException;
import org.jboss.logging.Logger;

/** Runs imports, some at a time; those that still run when the server stops are stopped between two batches. */
@Singleton
class Importing {

    private static final Logger LOG = Logger.getLogger(Importing.class);
    private static final int ID_BYTES = 8;
    private static final int PATIENCE_SECONDS = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Telling telling;
    private final Ledger ledger;
    private final ImportLimits limits;
    private final InstantSource clock;
    private final ExecutorService threads;
    private final Set<String> here = ConcurrentHashMap.newKeySet();
    private volatile boolean isStopped;

    Importing(Telling telling, Ledger ledger, ImportLimits limits, InstantSource clock) {
        this.telling = telling;
        this.ledger = ledger;
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
    boolean isHere(String id) {
        return here.contains(id);
    }

    /** Looks a file through and begins its import; then completes when that has ended. */
    Uni<CompletableFuture<Void>> begin(ImportPlan plan) {
        if (here.size() >= limits.running() + limits.waiting()) {
            delete(plan.path());
            throw ProblemException.later("Too many files wait to be imported.");
        }
        here.add(plan.id());
        var looked = look(plan);
        return ledger.begin(plan, looked.total(), clock.instant().minus(limits.kept()))
                .map(_ -> CompletableFuture.runAsync(
                        () -> run(new Run(plan, looked, telling, ledger, limits, () -> isStopped), plan), threads))
                .onFailure()
                .invoke(() -> forget(plan));
    }

    /**
     * What is known of a file before it is run.
     *
     * @param total how many rows it has
     * @param names what they name; empty where it waits for others, as that takes memory
     */
    record Looked(int total, Optional<Names> names) {}

    private Looked look(ImportPlan plan) {
        try {
            if (here.size() > limits.running()) {
                return new Looked(Names.count(plan, limits.rows()), Optional.empty());
            }
            var names = Names.of(plan, limits.rows());
            return new Looked(names.total(), Optional.of(names));
        } catch (IOException e) {
            forget(plan);
            throw BadFiles.problem(e);
        } catch (RuntimeException e) {
            forget(plan);
            throw e;
        }
    }

    private void run(Run run, ImportPlan plan) {
        try {
            run.run();
        } catch (RuntimeException e) {
            LOG.errorf(e, "What became of import %s could not be noted", plan.id());
        } finally {
            forget(plan);
        }
    }

    private void forget(ImportPlan plan) {
        here.remove(plan.id());
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
