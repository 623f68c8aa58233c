package org.bitacora.application.strategy;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bitacora.application.RefusalException;
import org.bitacora.application.access.Caller;
import org.bitacora.application.intake.CommandAppender;
import org.bitacora.application.territory.TerritoryCodeParser;
import org.bitacora.domain.event.Decision;
import org.bitacora.domain.identifier.Subject;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.domain.strategy.StrategyCodes;
import org.bitacora.domain.strategy.StrategyDecider;
import org.bitacora.domain.strategy.StrategyDocument;
import org.bitacora.domain.strategy.StrategyEvent;
import org.bitacora.projections.strategy.StrategyRepository;
import org.bitacora.projections.strategy.StrategyVersion;

/** Revises strategies: records the events that lead from the current version to the requested one, all or none. */
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
     * The strategy that a command revises, and the caller that sends the command.
     *
     * @param expectedVersion the precondition on the current version
     */
    public record StrategyRevisionContext(
            Caller caller, String territory, String code, ExpectedVersion expectedVersion) {}

    /** The result of a revision: the strategy as it can be read now, whether it is new, and whether it changed. */
    public record StrategyRevisionResult(StrategyVersion version, boolean isNew, boolean isChanged) {
        private static StrategyRevisionResult unchanged(StrategyVersion version) {
            return new StrategyRevisionResult(version, false, false);
        }

        private static StrategyRevisionResult changed(StrategyVersion version, Optional<StrategyVersion> before) {
            return new StrategyRevisionResult(version, before.isEmpty(), true);
        }
    }

    /** A command on a strategy that may exist. */
    interface StrategyCommand {
        Decision<StrategyEvent> decide(StrategyDecider decider, StrategyDocument before);
    }

    /** Returns the refusal for a strategy that the territory does not have. */
    public static Refusal notFound(String code) {
        return new Refusal.NotFound(Detail.of("There is no strategy {0}.", code));
    }

    /** Adopts the requested strategy as a whole. The document must be consistent. */
    public Uni<StrategyRevisionResult> adopt(StrategyRevisionContext strategyRevisionContext, StrategyDocument wanted) {
        return change(strategyRevisionContext, (decider, before) -> decider.adopt(before, wanted));
    }

    /** Records the events that a command results in; fails with a refusal if the command is declined. */
    Uni<StrategyRevisionResult> change(StrategyRevisionContext strategyRevisionContext, StrategyCommand command) {
        return measureReadingService
                .measureSources(strategyRevisionContext.territory())
                .map(measureSources -> new StrategyDecider(strategyRevisionContext.code(), measureSources::canRead))
                .flatMap(decider -> append(strategyRevisionContext, before -> command.decide(decider, before)));
    }

    private Uni<StrategyRevisionResult> append(
            StrategyRevisionContext strategyRevisionContext,
            Function<StrategyDocument, Decision<StrategyEvent>> command) {
        if (!StrategyCodes.isCode(strategyRevisionContext.code())) {
            return Uni.createFrom()
                    .failure(new RefusalException(new Refusal.InvalidDocument(
                            "/code", Detail.of("Invalid code. Expected letters, digits, dots and hyphens."))));
        }
        return find(strategyRevisionContext).flatMap(before -> {
            RefusalException.throwIfPresent(findVersionRefusal(strategyRevisionContext, before));
            var events = RefusalException.requireEvents(
                    command.apply(before.map(StrategyVersion::document).orElse(StrategyDocument.EMPTY)));
            RefusalException.throwIfPresent(findWriteRefusal(strategyRevisionContext, events));
            return events.isEmpty() && before.isPresent()
                    ? Uni.createFrom().item(StrategyRevisionResult.unchanged(before.get()))
                    : commandAppender
                            .appendInSequence(
                                    strategyRevisionContext.caller(),
                                    toStatements(strategyRevisionContext, before, events))
                            .flatMap(_ -> find(strategyRevisionContext))
                            .map(now -> StrategyRevisionResult.changed(now.orElseThrow(), before));
        });
    }

    private Uni<Optional<StrategyVersion>> find(StrategyRevisionContext strategyRevisionContext) {
        return strategyRepository.find(
                strategyRevisionContext.territory(), strategyRevisionContext.code(), Long.MAX_VALUE);
    }

    private static Optional<Refusal> findVersionRefusal(
            StrategyRevisionContext strategyRevisionContext, Optional<StrategyVersion> before) {
        return strategyRevisionContext.expectedVersion().allows(before)
                ? Optional.empty()
                : Optional.of(new Refusal.ChangedMeanwhile(
                        Detail.of("If-Match does not match the current version of the strategy.")));
    }

    private static Optional<Refusal> findWriteRefusal(
            StrategyRevisionContext strategyRevisionContext, List<StrategyEvent> events) {
        var caller = strategyRevisionContext.caller();
        return caller.editorRefusal().or(() -> events.stream()
                .flatMap(it ->
                        caller.writeRefusal(caller.source(), strategyRevisionContext.territory(), it.type()).stream())
                .findFirst());
    }

    private static List<CommandAppender.EventCommand> toStatements(
            StrategyRevisionContext strategyRevisionContext,
            Optional<StrategyVersion> before,
            List<StrategyEvent> events) {
        var subject = new Subject.StrategySubject(
                TerritoryCodeParser.parse(strategyRevisionContext.territory()), strategyRevisionContext.code());
        var after = "strategy-" + strategyRevisionContext.code() + "-"
                + before.map(StrategyVersion::position).orElse(0L);
        return events.stream()
                .map(it -> new CommandAppender.EventCommand(subject, after, it))
                .toList();
    }
}
