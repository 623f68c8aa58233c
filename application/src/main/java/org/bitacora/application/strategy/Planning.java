package org.bitacora.application.strategy;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitacora.application.access.Caller;
import org.bitacora.application.intake.Stating;
import org.bitacora.application.request.Problem;
import org.bitacora.application.request.ProblemException;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Violation;
import org.bitacora.domain.strategy.Codes;
import org.bitacora.domain.strategy.Soundness;
import org.bitacora.domain.strategy.Strategy;
import org.bitacora.domain.strategy.StrategyDocument;
import org.bitacora.domain.strategy.StrategyDocument.Saying;
import org.bitacora.domain.strategy.StrategyEvent;
import org.bitacora.projections.strategy.Strategies;
import org.bitacora.projections.strategy.StrategyVersion;

/** Revises strategies: states what leads from the version that is known to the one that is wanted, or nothing of it. */
@Singleton
public class Planning {

    private final Stating stating;
    private final Strategies strategies;
    private final Gauging gauging;

    Planning(Stating stating, Strategies strategies, Gauging gauging) {
        this.stating = stating;
        this.strategies = strategies;
        this.gauging = gauging;
    }

    /**
     * Which strategy is meant, and by whom.
     *
     * @param ifMatch the version that it must still be at; empty where any will do
     */
    public record Which(Caller caller, String territory, String code, Optional<String> ifMatch) {}

    /** The strategy as it can be read now, and whether it was there before and is another now. */
    public record Outcome(StrategyVersion version, boolean isNew, boolean isChanged) {}

    /** What is said of a strategy that may be there. */
    interface Said {
        List<Saying> after(StrategyDocument before);
    }

    /** The problem 404 for a strategy that a territory does not have. */
    public static ProblemException notFound(String code) {
        return ProblemException.notFound("There is no strategy " + code + ".");
    }

    /** Makes it what is wanted: all that is planned, as it must fit together. */
    public Uni<Outcome> make(Which which, StrategyDocument wanted) {
        return gauging.definitions(which.territory())
                .invoke(definitions -> Planned.refuse(unknown(wanted, definitions)))
                .invoke(() ->
                        Planned.refuse(Soundness.violations(Strategy.of(wanted).orElseThrow())))
                .chain(() -> say(which, before -> before.until(wanted)));
    }

    /** Says something of it; what does not fit what is there is refused, except for weights, which change one by one. */
    Uni<Outcome> change(Which which, Said said) {
        return gauging.definitions(which.territory())
                .flatMap(definitions -> say(which, before -> {
                    var sayings = said.after(before);
                    var after = after(before, sayings);
                    var old = unknown(before, definitions);
                    old.addAll(contradictions(before));
                    var found = unknown(after, definitions);
                    found.addAll(contradictions(after));
                    found.removeAll(old);
                    Planned.refuse(found);
                    return sayings;
                }));
    }

    private static List<Violation> contradictions(StrategyDocument document) {
        return Strategy.of(document).map(Soundness::contradictions).orElseGet(List::of);
    }

    private static StrategyDocument after(StrategyDocument before, List<Saying> sayings) {
        var after = before;
        for (var saying : sayings) {
            after = after.after(StrategyEvent.of(saying.type()).orElseThrow(), saying.data());
        }
        return after;
    }

    private static List<Violation> unknown(StrategyDocument document, Gauging.Definitions definitions) {
        var found = new ArrayList<Violation>();
        Strategy.of(document)
                .ifPresent(strategy -> strategy.objectives().forEach(objective -> objective.measures().stream()
                        .filter(it -> !definitions.has(it))
                        .forEach(it -> found.add(new Violation(
                                Pointer.ROOT.child("objectives").child(objective.code()),
                                "Measure " + it.code() + ": there is no such indicator or rubric.")))));
        return found;
    }

    private Uni<Outcome> say(Which which, Said said) {
        check(which);
        return find(which).flatMap(before -> {
            matches(which, before);
            var sayings = said.after(before.map(StrategyVersion::document).orElse(StrategyDocument.NOTHING));
            check(which, sayings);
            return sayings.isEmpty() && before.isPresent()
                    ? Uni.createFrom().item(new Outcome(before.get(), false, false))
                    : stating.stateInTurn(which.caller(), statements(which, before, sayings))
                            .flatMap(_ -> find(which))
                            .map(now -> new Outcome(now.orElseThrow(), before.isEmpty(), true));
        });
    }

    private Uni<Optional<StrategyVersion>> find(Which which) {
        return strategies.find(which.territory(), which.code(), Long.MAX_VALUE);
    }

    private static void check(Which which) {
        if (!Codes.isCode(which.code())) {
            throw ProblemException.invalid("/code", "A code of letters, digits, dots and hyphens is wanted.");
        }
    }

    private static void matches(Which which, Optional<StrategyVersion> before) {
        var wanted = which.ifMatch();
        if (wanted.isPresent()
                && before.filter(it -> StrategyTag.matches(it, wanted.get())).isEmpty()) {
            throw ProblemException.of(Problem.of(
                    412, "changed-meanwhile", "The strategy is at another version than If-Match says.", List.of()));
        }
    }

    private static void check(Which which, List<Saying> sayings) {
        var caller = which.caller();
        if (!caller.isEditor()) {
            throw ProblemException.forbidden("This needs the role editor.");
        }
        for (var saying : sayings) {
            caller.refuses(caller.source(), which.territory(), saying.type()).ifPresent(refusal -> {
                throw ProblemException.of(Problem.of(refusal));
            });
        }
    }

    private static List<Stating.Statement> statements(
            Which which, Optional<StrategyVersion> before, List<Saying> sayings) {
        var subject = StrategyVersion.subject(which.territory(), which.code());
        var after = "strategy-" + which.code() + "-"
                + before.map(StrategyVersion::position).orElse(0L);
        return sayings.stream()
                .map(it -> new Stating.Statement(which.territory(), it.type(), subject, after, it.data()))
                .toList();
    }
}
