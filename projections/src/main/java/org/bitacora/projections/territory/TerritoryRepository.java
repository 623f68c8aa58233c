package org.bitacora.projections.territory;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bitacora.domain.territory.TerritoryCalendar;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The territories that are registered. */
public final class TerritoryRepository {

    private final Mutiny.SessionFactory sessions;

    /** Territories as the sessions of that factory see them. */
    public TerritoryRepository(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** Those whose code comes after another, in the order of codes, at most so many. */
    public Uni<List<TerritoryRow>> listAfter(String code, int limit) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "from Territory where code > :code order by code", TerritoryRow.class)
                .setParameter("code", code)
                .setMaxResults(limit)
                .getResultList());
    }

    /** What those are called, by their codes. */
    public Uni<Map<String, String>> names(Collection<String> codes) {
        return sessions.withSession(
                session -> session.createSelectionQuery("from Territory where code in :codes", TerritoryRow.class)
                        .setParameter("codes", codes)
                        .getResultList()
                        .map(rows -> rows.stream().collect(Collectors.toMap(it -> it.code, it -> it.name))));
    }

    /** The one of that code. */
    public Uni<Optional<TerritoryRow>> find(String code) {
        return sessions.withSession(session -> session.find(TerritoryRow.class, code))
                .map(Optional::ofNullable);
    }

    /** A territory and the latest year in which something of it took effect. */
    public record LatestActivityYear(TerritoryRow territory, int year) {}

    /** The territories, at most so many, each with its latest year up to that of the instant, which is also the default. */
    public Uni<List<LatestActivityYear>> latestYears(int limit, Instant now) {
        int latestYear = TerritoryCalendar.latestYear(now);
        return sessions.withSession(session -> session.createSelectionQuery("""
                        select t, (select max(year(v.formalisedFrom)) from ActivityVersion v
                                   where v.territory = t.code and v.knownTo is null
                                     and year(v.formalisedFrom) <= :latestYear),
                                  (select max(year(v.formalisedFrom)) from ActivityVersion v
                                   where v.territory = t.code and v.knownTo is null
                                     and year(v.formalisedFrom) < :latestYear)
                        from Territory t order by t.code""", Object[].class)
                .setParameter("latestYear", latestYear)
                .setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> latestYear((TerritoryRow) row[0], now, latestYear, row))
                        .toList()));
    }

    /** Where the latest year of all zones has begun, else where the one before it has not ended. */
    private static LatestActivityYear latestYear(
            TerritoryRow territory, Instant now, int latestYear, @Nullable Object[] row) {
        int thisYear = TerritoryCalendar.of(territory.timezone).dayOf(now).getYear();
        var found = thisYear == latestYear ? row[1] : row[2];
        return new LatestActivityYear(territory, found == null ? thisYear : (Integer) found);
    }
}
