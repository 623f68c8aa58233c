package org.bitacora.application.territory;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.bitacora.application.access.Caller;
import org.bitacora.application.intake.CommandAppender;
import org.bitacora.domain.territory.Territory;
import org.bitacora.domain.territory.TerritoryCode;
import org.bitacora.projections.territory.TerritoryRepository;
import org.bitacora.projections.territory.TerritoryRow;

/** Registers a territory: the first entry of its log, and a further one for every change. */
@Singleton
public class TerritoryService {

    private final CommandAppender commandAppender;
    private final TerritoryRepository territoryRepository;

    TerritoryService(CommandAppender commandAppender, TerritoryRepository territoryRepository) {
        this.commandAppender = commandAppender;
        this.territoryRepository = territoryRepository;
    }

    /** What became of a registration: whether it is the first, and the territory as it can be read now. */
    public record TerritoryRegistrationResult(boolean created, TerritoryRow territory) {}

    /** Registers, unless the territory is registered just so; answers when it can be read. */
    public Uni<TerritoryRegistrationResult> register(Caller caller, Territory territory) {
        var code = territory.code().value();
        return territoryRepository.find(code).flatMap(before -> before.filter(row -> isUnchanged(row, territory))
                .map(row -> Uni.createFrom().item(new TerritoryRegistrationResult(false, row)))
                .orElseGet(() -> append(caller, territory, before)));
    }

    private Uni<TerritoryRegistrationResult> append(Caller caller, Territory territory, Optional<TerritoryRow> before) {
        var code = territory.code().value();
        long after = before.map(row -> row.position).orElse(0L);
        var eventCommand = new CommandAppender.EventCommand(
                code, Territory.REGISTERED_TYPE, code, "registration-" + after, territory.toJson());
        return commandAppender
                .append(caller, eventCommand)
                .flatMap(_ -> territoryRepository.find(code))
                .map(row -> new TerritoryRegistrationResult(before.isEmpty(), row.orElseThrow()));
    }

    private static boolean isUnchanged(TerritoryRow row, Territory territory) {
        return row.name.equals(territory.name())
                && row.kind.equals(territory.kind().word())
                && Optional.ofNullable(row.country).equals(territory.country())
                && row.timezone.equals(territory.timezone().getId())
                && Optional.ofNullable(row.parent).equals(territory.parent().map(TerritoryCode::value));
    }
}
