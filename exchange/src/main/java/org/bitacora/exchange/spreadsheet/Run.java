package org.bitacora.exchange.spreadsheet;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.bitacora.application.background.Waiting;
import org.bitacora.exchange.spreadsheet.ImportPlan.Mode;
import org.jboss.logging.Logger;

/** One import, from its first row to its last; waits for each step, so never on an event loop. */
final class Run {

    private static final Logger LOG = Logger.getLogger(Run.class);
    private static final int AHEAD = 3;
    private static final int MOST_UNNOTED = 1_000;
    private static final Executor TELLERS = Executors.newVirtualThreadPerTaskExecutor();

    private final ImportPlan plan;
    private final Importing.Looked looked;
    private final Telling telling;
    private final Ledger ledger;
    private final ImportLimits limits;
    private final BooleanSupplier isStopped;
    private Progress progress;
    private final List<RowOutcome> unnoted = new ArrayList<>();
    private int notes;
    private CompletableFuture<Void> noting = CompletableFuture.completedFuture(null);

    Run(
            ImportPlan plan,
            Importing.Looked looked,
            Telling telling,
            Ledger ledger,
            ImportLimits limits,
            BooleanSupplier isStopped) {
        this.plan = plan;
        this.looked = looked;
        this.telling = telling;
        this.ledger = ledger;
        this.limits = limits;
        this.isStopped = isStopped;
        this.progress = Progress.of(looked.total());
    }

    /** Runs it to its end, and notes that. */
    void run() {
        try {
            end(imported(), Optional.empty());
        } catch (BadFile e) {
            end(ImportStatus.FAILED, Optional.of(e.reason()));
        } catch (IOException | RuntimeException e) {
            LOG.errorf(e, "Import %s failed", plan.id());
            end(ImportStatus.FAILED, Optional.of("It could not be ended; post the file again to go on."));
        }
    }

    private void end(ImportStatus status, Optional<String> detail) {
        Waiting.on(() -> ledger.move(plan.id(), status, detail, progress));
    }

    /** Where all or none are wanted, the whole file is gone through once before anything is stored. */
    private ImportStatus imported() throws IOException {
        Waiting.on(() -> ledger.move(plan.id(), ImportStatus.RUNNING, Optional.empty(), progress));
        var names = looked.names().isPresent() ? looked.names().get() : Names.of(plan, limits.rows());
        boolean dryRun = plan.wanted().dryRun();
        if (plan.wanted().mode() == Mode.ALL && !dryRun) {
            boolean isThrough = pass(names, true, false);
            if (!isThrough || progress.rejected() > 0) {
                return isThrough ? refused(names) : ImportStatus.INTERRUPTED;
            }
            progress = Progress.of(looked.total());
        }
        return pass(names, dryRun, true) ? ImportStatus.DONE : ImportStatus.INTERRUPTED;
    }

    /** What became of each row is still to be told: once more, for the notes. */
    private ImportStatus refused(Names names) throws IOException {
        progress = Progress.of(looked.total());
        return pass(names, true, true) ? ImportStatus.REFUSED : ImportStatus.INTERRUPTED;
    }

    /** Some activities that are being told, and how many rows beside them say nothing. */
    private record Batch(int silent, CompletableFuture<List<RowOutcome>> outcomes) {}

    /** Goes through the file, reading on while what was read before is told; whether it came to the end. */
    private boolean pass(Names names, boolean dryRun, boolean isKept) throws IOException {
        var under = new ArrayDeque<Batch>();
        var reading = new Reading(plan, names);
        boolean isThrough = false;
        try (var gathering = new Gathering(plan, names)) {
            while (!isThrough && !isStopped.getAsBoolean()) {
                var gathered = gathering.next(limits.batch());
                under.add(new Batch(gathered.silent(), tell(reading, gathered.activities(), dryRun)));
                isThrough = gathered.isLast();
                while (under.size() > AHEAD) {
                    settle(under.remove(), isKept);
                }
            }
            while (!under.isEmpty()) {
                settle(under.remove(), isKept);
            }
            note(isKept);
            noting.join();
        } catch (IOException | RuntimeException e) {
            settleAll(under, isKept, e);
            throw e;
        }
        return isThrough;
    }

    /** What is under way is waited for and noted as far as it can be, and only then the failure is told. */
    private void settleAll(Collection<Batch> under, boolean isKept, Exception failure) {
        for (var batch : under) {
            attempt(() -> settle(batch, isKept), failure);
        }
        attempt(() -> note(isKept), failure);
        attempt(() -> noting.join(), failure);
    }

    private static void attempt(Runnable step, Exception failure) {
        try {
            step.run();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private CompletableFuture<List<RowOutcome>> tell(Reading reading, List<Unread> activities, boolean dryRun) {
        return CompletableFuture.supplyAsync(
                () -> Waiting.on(() -> telling.tell(plan, reading, activities, dryRun)), TELLERS);
    }

    /** What became of rows is noted while the next are told: together, where the noting before takes longer. */
    private void settle(Batch batch, boolean isKept) {
        var outcomes = batch.outcomes().join();
        progress = progress.after(outcomes, batch.silent());
        unnoted.addAll(outcomes);
        if (noting.isDone() || unnoted.size() >= MOST_UNNOTED) {
            note(isKept);
        }
    }

    /** A noting that failed is told once, and does not keep the next from being tried. */
    private void note(boolean isKept) {
        var before = noting;
        noting = CompletableFuture.completedFuture(null);
        before.join();
        if (unnoted.isEmpty()) {
            return;
        }
        var outcomes = List.copyOf(unnoted);
        unnoted.clear();
        int number = notes++;
        var now = progress;
        noting = CompletableFuture.runAsync(
                () -> Waiting.on(() -> isKept
                        ? ledger.keep(plan.id(), number, outcomes, now)
                        : ledger.move(plan.id(), ImportStatus.RUNNING, Optional.empty(), now)),
                TELLERS);
    }
}
