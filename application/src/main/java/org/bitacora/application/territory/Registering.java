package org.bitacora.application.territory;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.bitacora.application.access.Caller;
import org.bitacora.application.intake.Stating;
import org.bitacora.domain.territory.Territory;
import org.bitacora.domain.territory.TerritoryCode;
import org.bitacora.projections.territory.Territories;
import org.bitacora.projections.territory.TerritoryRow;

/** Registers a territory: the first entry of its log, and a further one for every change. */
@Singleton
public class Registering {

    private final Stating stating;
    private final Territories territories;

    Registering(Stating stating, Territories territories) {
        this.stating = stating;
        this.territories = territories;
    }

    /** What became of a registration: whether it is the first, and the territory as it can be read now. */
    public record Registered(boolean first, TerritoryRow row) {}

    /** Registers, unless the territory is registered just so; answers when it can be read. */
    public Uni<Registered> register(Caller caller, Territory territory) {
        var code = territory.code().value();
        return territories.find(code).flatMap(before -> before.filter(row -> same(row, territory))
                .map(row -> Uni.createFrom().item(new Registered(false, row)))
                .orElseGet(() -> append(caller, territory, before)));
    }

    private Uni<Registered> append(Caller caller, Territory territory, Optional<TerritoryRow> before) {
        var code = territory.code().value();
        long after = before.map(row -> row.position).orElse(0L);
        var statement =
                new Stating.Statement(code, Territory.REGISTERED, code, "registration-" + after, territory.toJson());
        return stating.state(caller, statement)
                .flatMap(_ -> territories.find(code))
                .map(row -> new Registered(before.isEmpty(), row.orElseThrow()));
    }

    private static boolean same(TerritoryRow row, Territory territory) {
        return row.name.equals(territory.name())
                && row.kind.equals(territory.kind().word())
                && Optional.ofNullable(row.country).equals(territory.country())
                && row.timezone.equals(territory.timezone().getId())
                && Optional.ofNullable(row.parent).equals(territory.parent().map(TerritoryCode::value));
    }
}
