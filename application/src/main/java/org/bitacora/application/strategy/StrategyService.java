package org.bitacora.application.strategy;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitacora.application.access.Caller;
import org.bitacora.application.intake.CommandAppender;
import org.bitacora.application.request.Problem;
import org.bitacora.application.request.ProblemException;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Violation;
import org.bitacora.domain.strategy.Strategy;
import org.bitacora.domain.strategy.StrategyCodes;
import org.bitacora.domain.strategy.StrategyDocument;
import org.bitacora.domain.strategy.StrategyDocument.StrategyChange;
import org.bitacora.domain.strategy.StrategyEvent;
import org.bitacora.domain.strategy.StrategyValidator;
import org.bitacora.projections.strategy.StrategyRepository;
import org.bitacora.projections.strategy.StrategyVersion;

/** Revises strategies: states what leads from the version that is known to the one that is wanted, or nothing of it. */
@Singleton
public class StrategyService {

    private final CommandAppender commandAppender;
    private final StrategyRepository strategyRepository;
    private final MeasureReadingService measureReadingService;

    StrategyService(
            CommandAppender commandAppender,
            StrategyRepository strategyRepository,
            MeasureReadingService measureReadingService) {
        this.commandAppender = commandAppender;
        this.strategyRepository = strategyRepository;
        this.measureReadingService = measureReadingService;
    }

    /**
     * Which strategy is meant, and by whom.
     *
     * @param ifMatch the version that it must still be at; empty where any will do
     */
    public record StrategyRevisionContext(Caller caller, String territory, String code, Optional<String> ifMatch) {}

    /** The strategy as it can be read now, and whether it was there before and is another now. */
    public record StrategyRevisionResult(StrategyVersion version, boolean isNew, boolean isChanged) {}

    /** What is said of a strategy that may be there. */
    interface StrategyChangeDecider {
        List<StrategyChange> decide(StrategyDocument before);
    }

    /** The problem 404 for a strategy that a territory does not have. */
    public static ProblemException notFound(String code) {
        return ProblemException.notFound("There is no strategy " + code + ".");
    }

    /** Makes it what is wanted: all that is planned, as it must fit together. */
    public Uni<StrategyRevisionResult> adopt(StrategyRevisionContext strategyRevisionContext, StrategyDocument wanted) {
        return measureReadingService
                .measureSources(strategyRevisionContext.territory())
                .invoke(measureSources -> StrategyParser.rejectViolations(unknownSources(wanted, measureSources)))
                .invoke(() -> StrategyParser.rejectViolations(
                        StrategyValidator.violations(Strategy.of(wanted).orElseThrow())))
                .chain(() -> append(strategyRevisionContext, before -> before.changesTo(wanted)));
    }

    /** Says something of it; what does not fit what is there is refused, except for weights, which change one by one. */
    Uni<StrategyRevisionResult> change(
            StrategyRevisionContext strategyRevisionContext, StrategyChangeDecider strategyChangeDecider) {
        return measureReadingService
                .measureSources(strategyRevisionContext.territory())
                .flatMap(measureSources -> append(strategyRevisionContext, before -> {
                    var sayings = strategyChangeDecider.decide(before);
                    var after = apply(before, sayings);
                    var old = unknownSources(before, measureSources);
                    old.addAll(contradictions(before));
                    var found = unknownSources(after, measureSources);
                    found.addAll(contradictions(after));
                    found.removeAll(old);
                    StrategyParser.rejectViolations(found);
                    return sayings;
                }));
    }

    private static List<Violation> contradictions(StrategyDocument document) {
        return Strategy.of(document).map(StrategyValidator::contradictions).orElseGet(List::of);
    }

    private static StrategyDocument apply(StrategyDocument before, List<StrategyChange> sayings) {
        var after = before;
        for (var strategyChange : sayings) {
            after = after.apply(StrategyEvent.of(strategyChange.type()).orElseThrow(), strategyChange.data());
        }
        return after;
    }

    private static List<Violation> unknownSources(
            StrategyDocument document, MeasureReadingService.MeasureSources measureSources) {
        var found = new ArrayList<Violation>();
        Strategy.of(document)
                .ifPresent(strategy -> strategy.objectives().forEach(objective -> objective.measures().stream()
                        .filter(it -> !measureSources.canRead(it))
                        .forEach(it -> found.add(new Violation(
                                Pointer.ROOT.child("objectives").child(objective.code()),
                                "Measure " + it.code() + ": there is no such indicator or rubric.")))));
        return found;
    }

    private Uni<StrategyRevisionResult> append(
            StrategyRevisionContext strategyRevisionContext, StrategyChangeDecider strategyChangeDecider) {
        check(strategyRevisionContext);
        return find(strategyRevisionContext).flatMap(before -> {
            checkIfMatch(strategyRevisionContext, before);
            var sayings = strategyChangeDecider.decide(
                    before.map(StrategyVersion::document).orElse(StrategyDocument.EMPTY));
            check(strategyRevisionContext, sayings);
            return sayings.isEmpty() && before.isPresent()
                    ? Uni.createFrom().item(new StrategyRevisionResult(before.get(), false, false))
                    : commandAppender
                            .appendInSequence(
                                    strategyRevisionContext.caller(),
                                    toStatements(strategyRevisionContext, before, sayings))
                            .flatMap(_ -> find(strategyRevisionContext))
                            .map(now -> new StrategyRevisionResult(now.orElseThrow(), before.isEmpty(), true));
        });
    }

    private Uni<Optional<StrategyVersion>> find(StrategyRevisionContext strategyRevisionContext) {
        return strategyRepository.find(
                strategyRevisionContext.territory(), strategyRevisionContext.code(), Long.MAX_VALUE);
    }

    private static void check(StrategyRevisionContext strategyRevisionContext) {
        if (!StrategyCodes.isCode(strategyRevisionContext.code())) {
            throw ProblemException.invalid("/code", "A code of letters, digits, dots and hyphens is wanted.");
        }
    }

    private static void checkIfMatch(
            StrategyRevisionContext strategyRevisionContext, Optional<StrategyVersion> before) {
        var wanted = strategyRevisionContext.ifMatch();
        if (wanted.isPresent()
                && before.filter(it -> StrategyVersionTag.matches(it, wanted.get()))
                        .isEmpty()) {
            throw ProblemException.of(Problem.of(
                    412, "changed-meanwhile", "The strategy is at another version than If-Match says.", List.of()));
        }
    }

    private static void check(StrategyRevisionContext strategyRevisionContext, List<StrategyChange> sayings) {
        var caller = strategyRevisionContext.caller();
        if (!caller.isEditor()) {
            throw ProblemException.forbidden("This needs the role editor.");
        }
        for (var strategyChange : sayings) {
            caller.writeRefusal(caller.source(), strategyRevisionContext.territory(), strategyChange.type())
                    .ifPresent(refusal -> {
                        throw ProblemException.of(Problem.of(refusal));
                    });
        }
    }

    private static List<CommandAppender.EventCommand> toStatements(
            StrategyRevisionContext strategyRevisionContext,
            Optional<StrategyVersion> before,
            List<StrategyChange> sayings) {
        var subject = StrategyVersion.subject(strategyRevisionContext.territory(), strategyRevisionContext.code());
        var after = "strategy-" + strategyRevisionContext.code() + "-"
                + before.map(StrategyVersion::position).orElse(0L);
        return sayings.stream()
                .map(it -> new CommandAppender.EventCommand(
                        strategyRevisionContext.territory(), it.type(), subject, after, it.data()))
                .toList();
    }
}
