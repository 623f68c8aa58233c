package org.bitacora.exchange.spreadsheet;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bitacora.application.background.BlockingCalls;
import org.bitacora.application.intake.CloudEvent;
import org.bitacora.application.intake.IntakeResult;
import org.bitacora.application.intake.IntakeService;
import org.bitacora.application.intake.ParsedEvent;
import org.bitacora.domain.activity.ActivityEventType;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.domain.identifier.Subject;
import org.bitacora.domain.json.Json;
import org.bitacora.eventlog.AppendMode;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.EventLog;
import org.bitacora.eventlog.upcast.Upcasters;
import org.bitacora.exchange.spreadsheet.ImportDiff.PendingEvent;
import org.bitacora.exchange.spreadsheet.ImportDiff.RecordedStatement;
import org.bitacora.exchange.spreadsheet.mapping.CellFault;
import org.bitacora.exchange.spreadsheet.mapping.RowGroup;
import org.bitacora.http.language.DetailRenderer;
import org.bitacora.projections.projector.ProjectionTracker;

/**
 * Appends the events of spreadsheet rows to the log. The rows of an activity are compared with the statements that
 * their source recorded before; events are posted for the differences.
 */
@Singleton
class ImportAppender {

    private static final int LOOKED_UP_AT_ONCE = 500;

    private final EventLog log;
    private final Upcasters upcasters;
    private final IntakeService intakeService;
    private final ProjectionTracker projectionTracker;

    ImportAppender(
            EventLog log, Upcasters upcasters, IntakeService intakeService, ProjectionTracker projectionTracker) {
        this.log = log;
        this.upcasters = upcasters;
        this.intakeService = intakeService;
        this.projectionTracker = projectionTracker;
    }

    /** Waits some seconds until observations include a position. Returns whether they do. Blocks. */
    boolean awaitObservations(String territory, long position) {
        return BlockingCalls.await(() -> projectionTracker.awaitPosition(territory, position))
                .isPresent();
    }

    /**
     * The rows of an activity and the events to post for them.
     *
     * @param rows the row numbers
     * @param activity the name of the activity
     * @param repeatedRows the rows that state the same as an earlier row
     * @param faults the faults of the rows
     * @param hasSteps whether the rows state any step
     * @param isNew whether the source has recorded nothing about the activity before
     * @param postings the events to post; empty if there are faults
     */
    private record PreparedActivity(
            List<Integer> rows,
            String activity,
            List<Integer> repeatedRows,
            List<CellFault> faults,
            boolean hasSteps,
            boolean isNew,
            List<ImportRowResult.ImportedEvent> postings) {}

    /** Appends the events of some activities and returns the result of each, in order. */
    Uni<List<ImportRowResult>> append(
            ImportPlan plan, RowGroupReader rowGroupReader, List<UnparsedRows> activities, boolean dryRun) {
        var subjects = activities.stream()
                .map(UnparsedRows::activity)
                .filter(it -> !it.isEmpty())
                .map(it -> subject(plan, it))
                .toList();
        return log.findBySource(plan.source(), subjects)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .flatMap(entries -> {
                    var recorded = recordedStatements(entries);
                    var eventBatch =
                            intakeService.beginBatch(new IntakeService.IntakeOptions(AppendMode.EACH, dryRun, false));
                    var due = activities.stream()
                            .map(rowGroupReader::readGroup)
                            .map(it -> prepare(plan, it, recorded.getOrDefault(it.activity(), List.of()), eventBatch))
                            .toList();
                    return eventBatch
                            .submit()
                            .map(outcomes -> outcomes(
                                    due, outcomes, dryRun, plan.parameters().detailRenderer()));
                });
    }

    /** Returns the given activities about which the source of the import has recorded events. Blocks. */
    Set<String> findRecorded(ImportPlan plan, Collection<String> activities) {
        var recorded = new HashSet<String>();
        var subjects = activities.stream().map(it -> subject(plan, it)).toList();
        for (int from = 0; from < subjects.size(); from += LOOKED_UP_AT_ONCE) {
            var some = subjects.subList(from, Math.min(subjects.size(), from + LOOKED_UP_AT_ONCE));
            BlockingCalls.await(() -> log.findBySource(plan.source(), some))
                    .forEach(entry -> recorded.add(
                            Subject.parse(entry.subject()).orElseThrow().path()));
        }
        return recorded;
    }

    private static String subject(ImportPlan plan, String activity) {
        return new Subject.ActivitySubject(plan.parameters().territory(), activity).text();
    }

    /** Returns the recorded statements by activity name. */
    private Map<String, List<RecordedStatement>> recordedStatements(List<Entry> entries) {
        Map<String, List<RecordedStatement>> recorded = new HashMap<>();
        for (var entry : entries) {
            var activity = Subject.parse(entry.subject()).orElseThrow().path();
            ActivityEventType.of(entry.type())
                    .ifPresent(type -> recorded.computeIfAbsent(activity, _ -> new ArrayList<>())
                            .add(new RecordedStatement(entry.position(), entry.key(), type, upcasters.data(entry))));
        }
        return recorded;
    }

    private static PreparedActivity prepare(
            ImportPlan plan, RowGroup rowGroup, List<RecordedStatement> recorded, IntakeService.EventBatch eventBatch) {
        List<PendingEvent> postings = rowGroup.faults().isEmpty()
                ? ImportDiff.events(rowGroup.activity(), recorded, rowGroup.steps())
                : List.of();
        postings.forEach(it -> eventBatch.add(plan.parameters().caller(), event(plan, rowGroup.activity(), it)));
        return new PreparedActivity(
                rowGroup.rows(),
                rowGroup.activity(),
                rowGroup.repeatedRows(),
                rowGroup.faults(),
                !rowGroup.steps().isEmpty(),
                recorded.isEmpty(),
                postings.stream()
                        .map(it -> new ImportRowResult.ImportedEvent(it.type(), it.id(), null))
                        .toList());
    }

    private static List<ImportRowResult> outcomes(
            List<PreparedActivity> due, List<IntakeResult> outcomes, boolean dryRun, DetailRenderer detailRenderer) {
        var all = new ArrayList<ImportRowResult>();
        int next = 0;
        for (var one : due) {
            int end = next + one.postings().size();
            all.add(outcome(one, outcomes.subList(next, end), dryRun, detailRenderer));
            next = end;
        }
        return all;
    }

    private static ParsedEvent event(ImportPlan plan, String activity, PendingEvent pendingEvent) {
        return new ParsedEvent.ValidEvent(new CloudEvent(
                new EventKey(plan.source(), pendingEvent.id()),
                pendingEvent.type(),
                subject(plan, activity),
                Optional.empty(),
                pendingEvent.data(),
                Json.Obj.EMPTY,
                Optional.empty()));
    }

    private static ImportRowResult outcome(
            PreparedActivity preparedActivity,
            List<IntakeResult> outcomes,
            boolean dryRun,
            DetailRenderer detailRenderer) {
        var posted = new ArrayList<ImportRowResult.ImportedEvent>();
        var errors = new ArrayList<ImportRowResult.CellError>();
        preparedActivity.faults().forEach(it -> errors.add(ImportRowResult.CellError.of(it, detailRenderer)));
        for (int i = 0; i < outcomes.size(); i++) {
            var posting = preparedActivity.postings().get(i);
            switch (outcomes.get(i)) {
                case IntakeResult.Appended it -> posted.add(posted(posting, dryRun ? 0 : it.position()));
                case IntakeResult.Duplicate it -> posted.add(posted(posting, it.position()));
                case IntakeResult.Rejected(var refusal) ->
                    errors.add(error(preparedActivity, detailRenderer.render(refusal.detail())));
                case IntakeResult.NotStored() -> {}
            }
        }
        return new ImportRowResult(
                preparedActivity.rows(),
                preparedActivity.activity(),
                outcomeWord(preparedActivity, errors),
                posted,
                errors,
                preparedActivity.repeatedRows());
    }

    private static ImportRowResult.ImportedEvent posted(ImportRowResult.ImportedEvent posting, long position) {
        return new ImportRowResult.ImportedEvent(posting.type(), posting.id(), position == 0 ? null : position);
    }

    private static ImportRowResult.CellError error(PreparedActivity preparedActivity, String reason) {
        return new ImportRowResult.CellError(
                preparedActivity.rows().getFirst(), "", preparedActivity.activity(), reason);
    }

    private static String outcomeWord(PreparedActivity preparedActivity, List<ImportRowResult.CellError> errors) {
        if (!errors.isEmpty()) {
            return ImportRowResult.REJECTED;
        }
        if (preparedActivity.postings().isEmpty()) {
            return preparedActivity.hasSteps() ? ImportRowResult.UNCHANGED : ImportRowResult.SKIPPED;
        }
        return preparedActivity.isNew() ? ImportRowResult.NEW : ImportRowResult.CORRECTED;
    }
}
