package org.bitacora.api.intake;

import java.util.ArrayList;
import java.util.List;
import org.bitacora.application.intake.Outcome;
import org.bitacora.application.request.Problem;
import org.bitacora.application.request.ProblemException;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.domain.refusal.Violation;
import org.bitacora.eventlog.Mode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of a batch.
 *
 * @param appended how many events were appended
 * @param duplicates how many were there already
 * @param rejected how many were refused
 * @param results what became of each, in the order sent
 */
@Schema(
        description = "What became of a batch",
        requiredProperties = {"appended", "duplicates", "rejected", "results"})
public record BatchTaken(
        @Schema(examples = "2") int appended,
        @Schema(examples = "1") int duplicates,
        @Schema(examples = "1") int rejected,
        List<Taken> results) {

    /** A problem 422 that names every bad item where an atomic batch has one. */
    public static BatchTaken of(List<Outcome> outcomes, Mode mode) {
        if (mode == Mode.ATOMIC && outcomes.stream().anyMatch(Outcome.Rejected.class::isInstance)) {
            throw spoilt(outcomes);
        }
        return new BatchTaken(
                count(outcomes, Outcome.Appended.class),
                count(outcomes, Outcome.Duplicate.class),
                count(outcomes, Outcome.Rejected.class),
                outcomes.stream().map(Taken::of).toList());
    }

    private static int count(List<Outcome> outcomes, Class<?> what) {
        return (int) outcomes.stream().filter(what::isInstance).count();
    }

    private static ProblemException spoilt(List<Outcome> outcomes) {
        var found = new ArrayList<Violation>();
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.Rejected(var refusal)) {
                found.addAll(placed(Pointer.ROOT.child(i), refusal));
            }
        }
        return ProblemException.of(Problem.of(
                422, "atomic-batch", "Nothing of the batch is stored: some of its events are refused.", found));
    }

    private static List<Violation> placed(Pointer item, Refusal refusal) {
        if (refusal.violations().isEmpty()) {
            return List.of(new Violation(item, refusal.detail()));
        }
        return refusal.violations().stream()
                .map(it -> new Violation(new Pointer(item.value() + it.pointer().value()), it.detail()))
                .toList();
    }
}
