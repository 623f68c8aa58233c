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
import org.bitacora.application.background.BlockingCalls;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.exchange.spreadsheet.ImportPlan.ImportMode;
import org.bitacora.exchange.spreadsheet.file.UnreadableFileException;
import org.bitacora.exchange.spreadsheet.mapping.ColumnSurvey;
import org.jboss.logging.Logger;

/** Runs one import from its first row to its last. Every step blocks, so it never runs on an event loop. */
final class ImportRun {

    private static final Logger LOG = Logger.getLogger(ImportRun.class);

    /** How often the end of an import waits for observations, some seconds each time. */
    private static final int MAX_WAITS = 120;

    private static final int AHEAD = 3;
    private static final int MOST_UNNOTED = 1_000;
    private static final Executor TELLERS = Executors.newVirtualThreadPerTaskExecutor();

    private final ImportPlan plan;
    private final ImportExecutor.FileInspection inspection;
    private final ImportAppender importAppender;
    private final ImportRepository importRepository;
    private final ImportConfiguration limits;
    private final BooleanSupplier isStopped;
    private ImportProgress importProgress;
    private final List<ImportRowResult> unsavedResults = new ArrayList<>();
    private int savedChunks;
    private CompletableFuture<Void> pendingSave = CompletableFuture.completedFuture(null);

    ImportRun(
            ImportPlan plan,
            ImportExecutor.FileInspection fileInspection,
            ImportAppender importAppender,
            ImportRepository importRepository,
            ImportConfiguration limits,
            BooleanSupplier isStopped) {
        this.plan = plan;
        this.inspection = fileInspection;
        this.importAppender = importAppender;
        this.importRepository = importRepository;
        this.limits = limits;
        this.isStopped = isStopped;
        this.importProgress = ImportProgress.start(fileInspection.total());
    }

    /** Runs the import and stores its final status. */
    void run() {
        try {
            var status = importFile();
            awaitObservations();
            end(status, Optional.empty());
        } catch (UnreadableFileException e) {
            end(ImportStatus.FAILED, Optional.of(e.reason()));
        } catch (IOException | RuntimeException e) {
            LOG.errorf(e, "Import %s failed", plan.id());
            end(
                    ImportStatus.FAILED,
                    Optional.of(
                            Detail.of("The import failed with an internal error; post the file again to continue.")));
        }
    }

    /** Waits until observations include the file: whoever sees that the import has ended reads complete values. */
    private void awaitObservations() {
        long position = importProgress.position();
        boolean isIncluded = position == 0;
        for (int i = 0; i < MAX_WAITS && !isIncluded && !isStopped.getAsBoolean(); i++) {
            isIncluded = importAppender.awaitObservations(plan.parameters().territory(), position);
        }
    }

    private void end(ImportStatus status, Optional<Detail> detail) {
        BlockingCalls.await(() -> importRepository.updateStatus(
                plan.id(), status, detail.map(plan.parameters()::render), importProgress));
    }

    /** Imports the file. With mode {@code all} a dry run over the whole file precedes the import. */
    private ImportStatus importFile() throws IOException {
        BlockingCalls.await(
                () -> importRepository.updateStatus(plan.id(), ImportStatus.RUNNING, Optional.empty(), importProgress));
        var activityNameIndex = inspection.names().isPresent()
                ? inspection.names().get()
                : ActivityNameIndex.build(plan, limits.rows());
        activityNameIndex.keepRecordedNames(names -> importAppender.findRecorded(plan, names));
        boolean dryRun = plan.parameters().dryRun();
        if (plan.parameters().mode() == ImportMode.ALL && !dryRun) {
            boolean isThrough = pass(activityNameIndex, true, false);
            if (!isThrough || importProgress.rejected() > 0) {
                return isThrough ? refused(activityNameIndex) : ImportStatus.INTERRUPTED;
            }
            importProgress = ImportProgress.start(inspection.total());
        }
        return pass(activityNameIndex, dryRun, true) ? ImportStatus.DONE : ImportStatus.INTERRUPTED;
    }

    /** Repeats the dry run of a refused import to store its row results. */
    private ImportStatus refused(ActivityNameIndex activityNameIndex) throws IOException {
        importProgress = ImportProgress.start(inspection.total());
        return pass(activityNameIndex, true, true) ? ImportStatus.REFUSED : ImportStatus.INTERRUPTED;
    }

    /** A batch of activities that is being appended, and the number of rows without data among them. */
    private record ImportBatch(int emptyRows, CompletableFuture<List<ImportRowResult>> results) {}

    /**
     * Processes the file. The next batches are read while earlier ones are appended. Returns whether the end of the
     * file was reached.
     */
    private boolean pass(ActivityNameIndex activityNameIndex, boolean dryRun, boolean isKept) throws IOException {
        var under = new ArrayDeque<ImportBatch>();
        var rowGroupReader = new RowGroupReader(plan, activityNameIndex);
        var columnSurvey = plan.parameters().dryRun()
                ? ColumnSurvey.ofListedColumns(plan.mapping(), plan.header())
                : ColumnSurvey.ofColumnsWithValues(plan.mapping(), plan.header());
        boolean isThrough = false;
        try (var rowGrouper = new RowGrouper(plan, activityNameIndex, columnSurvey)) {
            while (!isThrough && !isStopped.getAsBoolean()) {
                var unparsedBatch = rowGrouper.nextBatch(limits.batch());
                under.add(new ImportBatch(
                        unparsedBatch.emptyRows(), appendAsync(rowGroupReader, unparsedBatch.groups(), dryRun)));
                isThrough = unparsedBatch.isLast();
                while (under.size() > AHEAD) {
                    settle(under.remove(), isKept);
                }
            }
            while (!under.isEmpty()) {
                settle(under.remove(), isKept);
            }
            saveProgress(isKept);
            pendingSave.join();
            importProgress = importProgress.with(report(columnSurvey));
        } catch (IOException | RuntimeException e) {
            settleAll(under, isKept, e);
            throw e;
        }
        return isThrough;
    }

    private ImportReport report(ColumnSurvey columnSurvey) {
        var parameters = plan.parameters();
        var warnings = new ArrayList<ImportWarning>();
        if (parameters.dryRun()) {
            plan.mappingWarnings().forEach(it -> warnings.add(ImportWarning.ofMapping(parameters.render(it))));
        }
        columnSurvey
                .unlistedTexts()
                .forEach(it ->
                        warnings.add(ImportWarning.ofTexts(it, parameters.render(ImportWarning.unlistedTexts()))));
        var columnValues = parameters.dryRun()
                ? columnSurvey.contents().stream().map(ImportColumnValues::of).toList()
                : List.<ImportColumnValues>of();
        return importProgress.report().with(warnings, columnValues);
    }

    /** Waits for all pending batches and stores their results as far as possible before the failure is reported. */
    private void settleAll(Collection<ImportBatch> under, boolean isKept, Exception failure) {
        for (var importBatch : under) {
            attempt(() -> settle(importBatch, isKept), failure);
        }
        attempt(() -> saveProgress(isKept), failure);
        attempt(() -> pendingSave.join(), failure);
    }

    private static void attempt(Runnable step, Exception failure) {
        try {
            step.run();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private CompletableFuture<List<ImportRowResult>> appendAsync(
            RowGroupReader rowGroupReader, List<UnparsedRows> activities, boolean dryRun) {
        return CompletableFuture.supplyAsync(
                () -> BlockingCalls.await(() -> importAppender.append(plan, rowGroupReader, activities, dryRun)),
                TELLERS);
    }

    /**
     * Records the results of a batch. They are stored while the next batches are appended; if storing is slower,
     * several batches are stored together.
     */
    private void settle(ImportBatch importBatch, boolean isKept) {
        var outcomes = importBatch.results().join();
        importProgress = importProgress.plus(outcomes, importBatch.emptyRows());
        unsavedResults.addAll(outcomes);
        if (pendingSave.isDone() || unsavedResults.size() >= MOST_UNNOTED) {
            saveProgress(isKept);
        }
    }

    /** Stores the pending results. A failed save is reported once and does not prevent the next one. */
    private void saveProgress(boolean isKept) {
        var before = pendingSave;
        pendingSave = CompletableFuture.completedFuture(null);
        before.join();
        if (unsavedResults.isEmpty()) {
            return;
        }
        var outcomes = List.copyOf(unsavedResults);
        unsavedResults.clear();
        int number = savedChunks++;
        var now = importProgress;
        pendingSave = CompletableFuture.runAsync(
                () -> BlockingCalls.await(() -> isKept
                        ? importRepository.saveResults(plan.id(), number, outcomes, now)
                        : importRepository.updateStatus(plan.id(), ImportStatus.RUNNING, Optional.empty(), now)),
                TELLERS);
    }
}
