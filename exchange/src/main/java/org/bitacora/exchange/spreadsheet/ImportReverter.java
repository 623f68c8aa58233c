package org.bitacora.exchange.spreadsheet;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitacora.application.access.Caller;
import org.bitacora.application.background.BlockingCalls;
import org.bitacora.application.intake.CloudEvent;
import org.bitacora.application.intake.IntakeResult;
import org.bitacora.application.intake.IntakeService;
import org.bitacora.application.intake.ParsedEvent;
import org.bitacora.domain.activity.ActivityEventType;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.domain.json.Json;
import org.bitacora.eventlog.AppendMode;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.EventLog;
import org.bitacora.eventlog.upcast.Upcasters;
import org.bitacora.http.problem.ProblemException;

/**
 * Undoes imports: the last event first, each statement and correction is withdrawn, each withdrawal is reversed by a
 * reinstatement and each reinstatement by a withdrawal. The ids of these events follow from the import, so that an
 * import that is undone twice is undone once. Later events of the same activities stay.
 */
@Singleton
class ImportReverter {

    private static final int AT_ONCE = 500;
    private static final String EVENT = "event";

    private final ImportRepository importRepository;
    private final EventLog log;
    private final Upcasters upcasters;
    private final IntakeService intakeService;
    private final ImportAppender importAppender;

    ImportReverter(
            ImportRepository importRepository,
            EventLog log,
            Upcasters upcasters,
            IntakeService intakeService,
            ImportAppender importAppender) {
        this.importRepository = importRepository;
        this.log = log;
        this.upcasters = upcasters;
        this.intakeService = intakeService;
        this.importAppender = importAppender;
    }

    /** Undoes an import and waits until observations show it. */
    Uni<ImportUndoResponse> undo(Caller caller, String territory, String id) {
        return importRepository
                .positions(id, territory)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(positions -> undo(caller, territory, id, positions));
    }

    private ImportUndoResponse undo(Caller caller, String territory, String id, List<Long> positions) {
        long last = 0;
        var descending = positions.reversed();
        for (int from = 0; from < descending.size(); from += AT_ONCE) {
            var some = descending.subList(from, Math.min(descending.size(), from + AT_ONCE));
            last = Math.max(last, undoSome(caller, territory, id, some));
        }
        if (last > 0) {
            importAppender.awaitObservations(territory, last);
        }
        return new ImportUndoResponse(id, positions.size(), last == 0 ? null : last);
    }

    private long undoSome(Caller caller, String territory, String id, List<Long> positions) {
        var eventBatch = intakeService.beginBatch(IntakeService.IntakeOptions.storing(AppendMode.ATOMIC));
        entries(territory, positions).forEach(entry -> eventBatch.add(caller, reversal(id, entry)));
        var results = BlockingCalls.await(eventBatch::submit);
        for (var result : results) {
            if (result instanceof IntakeResult.Rejected(var refusal)) {
                throw ProblemException.of(refusal);
            }
        }
        return results.stream().mapToLong(ImportReverter::position).max().orElse(0);
    }

    private static long position(IntakeResult result) {
        return switch (result) {
            case IntakeResult.Appended it -> it.position();
            case IntakeResult.Duplicate it -> it.position();
            case IntakeResult.Rejected _, IntakeResult.NotStored _ -> 0;
        };
    }

    private List<Entry> entries(String territory, List<Long> positions) {
        var entries = new ArrayList<Entry>(positions.size());
        for (var position : positions) {
            entries.addAll(BlockingCalls.await(() -> log.read(territory, position - 1, 1)));
        }
        return entries;
    }

    private ParsedEvent reversal(String id, Entry entry) {
        var type = ActivityEventType.of(entry.type());
        var data = upcasters.data(entry);
        var reversed = data.get(EVENT).isPresent() ? Json.Obj.EMPTY.with(EVENT, data.object(EVENT)) : Json.Obj.EMPTY;
        var word =
                switch (type.orElse(null)) {
                    case ActivityEventType.Withdrawal _ -> "reinstated";
                    case null, default -> "withdrawn";
                };
        boolean isReversible = type.filter(it ->
                        it instanceof ActivityEventType.Withdrawal || it instanceof ActivityEventType.Reinstatement)
                .isPresent();
        return new ParsedEvent.ValidEvent(new CloudEvent(
                new EventKey(entry.key().source(), "undo:" + id + ":" + entry.position()),
                ActivityEventType.PREFIX + "activity." + word,
                entry.subject(),
                Optional.empty(),
                isReversible ? reversed : reference(entry.key()),
                Json.Obj.EMPTY,
                Optional.empty()));
    }

    private static Json.Obj reference(EventKey key) {
        return Json.Obj.EMPTY.with(
                EVENT, Json.Obj.EMPTY.with("source", Json.of(key.source())).with("id", Json.of(key.id())));
    }
}
