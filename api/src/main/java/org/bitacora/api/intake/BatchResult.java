package org.bitacora.api.intake;

import java.util.ArrayList;
import java.util.List;
import org.bitacora.application.intake.IntakeResult;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.domain.refusal.Violation;
import org.bitacora.eventlog.AppendMode;
import org.bitacora.http.language.DetailRenderer;
import org.bitacora.http.problem.Problem;
import org.bitacora.http.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The result of a batch.
 *
 * @param appended the number of events that were appended
 * @param duplicates the number of events that were already recorded
 * @param rejected the number of events that were rejected
 * @param results the result of each event, in the order sent
 */
@Schema(description = "The result of a batch")
public record BatchResult(
        @Schema(examples = "2") int appended,
        @Schema(examples = "1") int duplicates,
        @Schema(examples = "1") int rejected,
        List<EventResult> results) {

    /**
     * Returns the result of a batch. If an event of an atomic batch was rejected, the result is a problem
     * 422 that names every rejected event.
     */
    public static BatchResult of(List<IntakeResult> outcomes, AppendMode appendMode, DetailRenderer detailRenderer) {
        if (appendMode == AppendMode.ATOMIC && outcomes.stream().anyMatch(IntakeResult.Rejected.class::isInstance)) {
            throw atomicBatchProblem(outcomes);
        }
        return new BatchResult(
                count(outcomes, IntakeResult.Appended.class),
                count(outcomes, IntakeResult.Duplicate.class),
                count(outcomes, IntakeResult.Rejected.class),
                outcomes.stream().map(it -> EventResult.of(it, detailRenderer)).toList());
    }

    private static int count(List<IntakeResult> outcomes, Class<?> what) {
        return (int) outcomes.stream().filter(what::isInstance).count();
    }

    private static ProblemException atomicBatchProblem(List<IntakeResult> outcomes) {
        var found = new ArrayList<Violation>();
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof IntakeResult.Rejected(var refusal)) {
                found.addAll(withItemPointer(Pointer.ROOT.child(i), refusal));
            }
        }
        return ProblemException.of(Problem.of(
                422,
                "atomic-batch",
                Detail.of("The batch was not stored, because at least one event was rejected."),
                found));
    }

    private static List<Violation> withItemPointer(Pointer item, Refusal refusal) {
        if (refusal.violations().isEmpty()) {
            return List.of(new Violation(item, refusal.detail()));
        }
        return refusal.violations().stream()
                .map(it -> new Violation(new Pointer(item.value() + it.pointer().value()), it.detail()))
                .toList();
    }
}
