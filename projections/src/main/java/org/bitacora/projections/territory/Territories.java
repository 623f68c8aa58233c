package org.bitacora.projections.territory;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The territories that are registered. */
public final class Territories {

    private final Mutiny.SessionFactory sessions;

    /** Territories as the sessions of that factory see them. */
    public Territories(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** Those whose code comes after another, in the order of codes, at most so many. */
    public Uni<List<TerritoryRow>> after(String code, int limit) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "from Territory where code > :code order by code", TerritoryRow.class)
                .setParameter("code", code)
                .setMaxResults(limit)
                .getResultList());
    }

    /** The one of that code. */
    public Uni<Optional<TerritoryRow>> find(String code) {
        return sessions.withSession(session -> session.find(TerritoryRow.class, code))
                .map(Optional::ofNullable);
    }
}
