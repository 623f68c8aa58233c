package org.bitacora.exchange.spreadsheet;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.application.intake.CloudEvent;
import org.bitacora.application.intake.Intake;
import org.bitacora.application.intake.Outcome;
import org.bitacora.application.intake.Sent;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.domain.activity.EventType;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.EventLog;
import org.bitacora.eventlog.Mode;
import org.bitacora.eventlog.upcast.Upcasters;
import org.bitacora.exchange.spreadsheet.Restating.Posting;
import org.bitacora.exchange.spreadsheet.Restating.Said;
import org.bitacora.exchange.spreadsheet.mapping.Fault;
import org.bitacora.exchange.spreadsheet.mapping.Together;

/** Tells the log what rows say: compares it with what their source said last, and posts what differs. */
@Singleton
class Telling {

    private final EventLog log;
    private final Upcasters upcasters;
    private final Intake intake;

    Telling(EventLog log, Upcasters upcasters, Intake intake) {
        this.log = log;
        this.upcasters = upcasters;
        this.intake = intake;
    }

    /**
     * What the rows of an activity make necessary.
     *
     * @param rows their numbers
     * @param activity its name
     * @param faults what is wrong with them
     * @param isStep whether they tell a step at all
     * @param isNew whether their source said nothing of it before
     * @param postings what is posted; nothing where anything is wrong
     */
    private record Due(
            List<Integer> rows,
            String activity,
            List<Fault> faults,
            boolean isStep,
            boolean isNew,
            List<RowOutcome.Posted> postings) {}

    /** What becomes of some activities, in their order. */
    Uni<List<RowOutcome>> tell(ImportPlan plan, Reading reading, List<Unread> activities, boolean dryRun) {
        var subjects = activities.stream()
                .map(Unread::activity)
                .filter(it -> !it.isEmpty())
                .map(it -> subject(plan, it))
                .toList();
        return log.about(plan.source(), subjects)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .flatMap(entries -> {
                    var said = said(entries);
                    var taking = intake.begin(new Intake.How(Mode.EACH, dryRun));
                    var due = activities.stream()
                            .map(reading::read)
                            .map(it ->
                                    due(plan, it, said.getOrDefault(subject(plan, it.activity()), List.of()), taking))
                            .toList();
                    return taking.end().map(outcomes -> outcomes(due, outcomes, dryRun));
                });
    }

    private static String subject(ImportPlan plan, String activity) {
        return plan.wanted().territory() + "/" + activity;
    }

    private Map<String, List<Said>> said(List<Entry> entries) {
        Map<String, List<Said>> said = new HashMap<>();
        for (var entry : entries) {
            EventType.of(entry.type()).ifPresent(type -> said.computeIfAbsent(entry.subject(), _ -> new ArrayList<>())
                    .add(new Said(entry.position(), entry.key(), type, upcasters.data(entry))));
        }
        return said;
    }

    private static Due due(ImportPlan plan, Together told, List<Said> said, Intake.Taking taking) {
        List<Posting> postings =
                told.faults().isEmpty() ? Restating.of(told.activity(), said, told.steps()) : List.of();
        postings.forEach(it -> taking.add(plan.wanted().caller(), event(plan, told.activity(), it)));
        return new Due(
                told.rows(),
                told.activity(),
                told.faults(),
                !told.steps().isEmpty(),
                said.isEmpty(),
                postings.stream()
                        .map(it -> new RowOutcome.Posted(it.type(), it.id(), null))
                        .toList());
    }

    private static List<RowOutcome> outcomes(List<Due> due, List<Outcome> outcomes, boolean dryRun) {
        var all = new ArrayList<RowOutcome>();
        int next = 0;
        for (var one : due) {
            int end = next + one.postings().size();
            all.add(outcome(one, outcomes.subList(next, end), dryRun));
            next = end;
        }
        return all;
    }

    private static Sent event(ImportPlan plan, String activity, Posting posting) {
        return new Sent.Read(new CloudEvent(
                new EventKey(plan.source(), posting.id()),
                posting.type(),
                subject(plan, activity),
                Optional.empty(),
                posting.data(),
                Optional.empty()));
    }

    private static RowOutcome outcome(Due due, List<Outcome> outcomes, boolean dryRun) {
        var posted = new ArrayList<RowOutcome.Posted>();
        var errors = new ArrayList<RowOutcome.CellError>();
        due.faults().forEach(it -> errors.add(RowOutcome.CellError.of(it)));
        for (int i = 0; i < outcomes.size(); i++) {
            var posting = due.postings().get(i);
            switch (outcomes.get(i)) {
                case Outcome.Appended it -> posted.add(posted(posting, dryRun ? 0 : it.position()));
                case Outcome.Duplicate it -> posted.add(posted(posting, it.position()));
                case Outcome.Rejected(var refusal) -> errors.add(error(due, refusal));
                case Outcome.NotStored() -> {}
            }
        }
        return new RowOutcome(due.rows(), due.activity(), word(due, errors), posted, errors);
    }

    private static RowOutcome.Posted posted(RowOutcome.Posted posting, long position) {
        return new RowOutcome.Posted(posting.type(), posting.id(), position == 0 ? null : position);
    }

    private static RowOutcome.CellError error(Due due, Refusal refusal) {
        return new RowOutcome.CellError(due.rows().getFirst(), "", due.activity(), refusal.detail());
    }

    private static String word(Due due, List<RowOutcome.CellError> errors) {
        if (!errors.isEmpty()) {
            return RowOutcome.REJECTED;
        }
        if (due.postings().isEmpty()) {
            return due.isStep() ? RowOutcome.UNCHANGED : RowOutcome.SKIPPED;
        }
        return due.isNew() ? RowOutcome.NEW : RowOutcome.CORRECTED;
    }
}
