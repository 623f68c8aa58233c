package org.bitacora.application.territory;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.Optional;
import org.bitacora.application.RefusalException;
import org.bitacora.application.access.Caller;
import org.bitacora.application.intake.CommandAppender;
import org.bitacora.domain.identifier.Subject;
import org.bitacora.domain.identifier.TerritoryCode;
import org.bitacora.domain.territory.Territory;
import org.bitacora.domain.territory.TerritoryDecider;
import org.bitacora.domain.territory.TerritoryEvent;
import org.bitacora.domain.territory.TerritoryKind;
import org.bitacora.projections.territory.TerritoryRepository;
import org.bitacora.projections.territory.TerritoryRow;

/** Registers territories. The first registration creates the log of the territory; every change adds an entry. */
@Singleton
public class TerritoryService {

    private final CommandAppender commandAppender;
    private final TerritoryRepository territoryRepository;

    TerritoryService(CommandAppender commandAppender, TerritoryRepository territoryRepository) {
        this.commandAppender = commandAppender;
        this.territoryRepository = territoryRepository;
    }

    /** The result of a registration: whether it is the first, and the territory as it can be read now. */
    public record TerritoryRegistrationResult(boolean created, TerritoryRow territory) {}

    /**
     * Registers a territory, unless it is already registered with the same data. Completes when the territory can be
     * read.
     */
    public Uni<TerritoryRegistrationResult> register(Caller caller, Territory territory) {
        var code = territory.code().value();
        return territoryRepository.find(code).flatMap(before -> {
            var events = RefusalException.requireEvents(
                    TerritoryDecider.register(before.map(TerritoryService::toTerritory), territory));
            return events.isEmpty()
                    ? Uni.createFrom().item(new TerritoryRegistrationResult(false, before.orElseThrow()))
                    : append(caller, code, events.getFirst(), before);
        });
    }

    private Uni<TerritoryRegistrationResult> append(
            Caller caller, String code, TerritoryEvent event, Optional<TerritoryRow> before) {
        long after = before.map(row -> row.position).orElse(0L);
        var eventCommand = new CommandAppender.EventCommand(
                new Subject.TerritorySubject(new TerritoryCode(code)), "registration-" + after, event);
        return commandAppender
                .append(caller, eventCommand)
                .flatMap(_ -> territoryRepository.find(code))
                .map(row -> new TerritoryRegistrationResult(before.isEmpty(), row.orElseThrow()));
    }

    private static Territory toTerritory(TerritoryRow row) {
        return new Territory(
                new TerritoryCode(row.code),
                row.name,
                TerritoryKind.of(row.kind).orElseThrow(),
                Optional.ofNullable(row.country),
                ZoneId.of(row.timezone),
                Optional.ofNullable(row.parent).map(TerritoryCode::new));
    }
}
