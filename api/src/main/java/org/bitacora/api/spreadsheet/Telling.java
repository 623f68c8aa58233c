package org.bitacora.api.spreadsheet;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.api.intake.CloudEvent;
import org.bitacora.api.intake.Intake;
import org.bitacora.api.intake.Outcome;
import org.bitacora.api.intake.Sent;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.domain.activity.EventType;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.domain.spreadsheet.Restating;
import org.bitacora.domain.spreadsheet.Restating.Posting;
import org.bitacora.domain.spreadsheet.Restating.Said;
import org.bitacora.domain.spreadsheet.Together;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.EventLog;
import org.bitacora.eventlog.Mode;
import org.bitacora.eventlog.json.JsonWriter;
import org.bitacora.eventlog.upcast.Upcasters;

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

    /** What some rows make necessary; nothing where they are wrong. */
    private record Due(Together told, boolean isNew, List<Posting> postings) {}

    /** What becomes of some activities, in their order. */
    Uni<List<RowOutcome>> tell(ImportPlan plan, List<Together> told, boolean dryRun) {
        var subjects = told.stream()
                .filter(it -> it.faults().isEmpty())
                .map(it -> subject(plan, it.activity()))
                .toList();
        return log.about(plan.source(), subjects).flatMap(entries -> {
            var said = said(entries);
            var due = told.stream()
                    .map(it -> due(it, said.getOrDefault(subject(plan, it.activity()), List.of())))
                    .toList();
            return post(plan, due, dryRun);
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

    private static Due due(Together told, List<Said> said) {
        return told.faults().isEmpty()
                ? new Due(told, said.isEmpty(), Restating.of(told.activity(), said, told.steps()))
                : new Due(told, said.isEmpty(), List.of());
    }

    private Uni<List<RowOutcome>> post(ImportPlan plan, List<Due> due, boolean dryRun) {
        var events = due.stream()
                .flatMap(it -> it.postings().stream().map(posting -> event(plan, it.told(), posting)))
                .toList();
        return intake.take(plan.wanted().caller(), events, new Intake.How(Mode.EACH, dryRun))
                .map(outcomes -> {
                    var all = new ArrayList<RowOutcome>();
                    int next = 0;
                    for (var one : due) {
                        int end = next + one.postings().size();
                        all.add(outcome(one, outcomes.subList(next, end), dryRun));
                        next = end;
                    }
                    return all;
                });
    }

    private static Sent event(ImportPlan plan, Together told, Posting posting) {
        return new Sent.Read(new CloudEvent(
                new EventKey(plan.source(), posting.id()),
                posting.type(),
                subject(plan, told.activity()),
                Optional.empty(),
                posting.data(),
                JsonWriter.text(posting.data())));
    }

    private static RowOutcome outcome(Due due, List<Outcome> outcomes, boolean dryRun) {
        var posted = new ArrayList<RowOutcome.Posted>();
        var errors = new ArrayList<RowOutcome.CellError>();
        due.told().faults().forEach(it -> errors.add(RowOutcome.CellError.of(it)));
        for (int i = 0; i < outcomes.size(); i++) {
            var posting = due.postings().get(i);
            switch (outcomes.get(i)) {
                case Outcome.Appended it -> posted.add(posted(posting, dryRun ? 0 : it.position()));
                case Outcome.Duplicate it -> posted.add(posted(posting, it.position()));
                case Outcome.Rejected(var refusal) -> errors.add(error(due.told(), refusal));
                case Outcome.NotStored() -> {}
            }
        }
        return new RowOutcome(due.told().rows(), due.told().activity(), word(due, errors), posted, errors);
    }

    private static RowOutcome.Posted posted(Posting posting, long position) {
        return new RowOutcome.Posted(posting.type(), posting.id(), position == 0 ? null : position);
    }

    private static RowOutcome.CellError error(Together told, Refusal refusal) {
        return new RowOutcome.CellError(told.rows().getFirst(), "", told.activity(), refusal.detail());
    }

    private static String word(Due due, List<RowOutcome.CellError> errors) {
        if (!errors.isEmpty()) {
            return RowOutcome.REJECTED;
        }
        if (due.postings().isEmpty()) {
            return due.told().steps().isEmpty() ? RowOutcome.SKIPPED : RowOutcome.UNCHANGED;
        }
        return due.isNew() ? RowOutcome.NEW : RowOutcome.CORRECTED;
    }
}
