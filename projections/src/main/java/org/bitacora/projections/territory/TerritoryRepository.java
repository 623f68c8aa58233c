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

/** Reads the registered territories. */
public final class TerritoryRepository {

    private final Mutiny.SessionFactory sessions;

    /** Creates a repository that reads through sessions of the factory. */
    public TerritoryRepository(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** Returns the territories whose code comes after another, ordered by code, at most {@code limit}. */
    public Uni<List<TerritoryRow>> listAfter(String code, int limit) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "from Territory where code > :code order by code", TerritoryRow.class)
                .setParameter("code", code)
                .setMaxResults(limit)
                .getResultList());
    }

    /** Returns the names of territories, by code. */
    public Uni<Map<String, String>> names(Collection<String> codes) {
        return sessions.withSession(
                session -> session.createSelectionQuery("from Territory where code in :codes", TerritoryRow.class)
                        .setParameter("codes", codes)
                        .getResultList()
                        .map(rows -> rows.stream().collect(Collectors.toMap(it -> it.code, it -> it.name))));
    }

    /** Returns the territory with a code; empty if it is not registered. */
    public Uni<Optional<TerritoryRow>> find(String code) {
        return sessions.withSession(session -> session.find(TerritoryRow.class, code))
                .map(Optional::ofNullable);
    }

    /** A territory and the latest year in which one of its activities took effect. */
    public record LatestActivityYear(TerritoryRow territory, int year) {}

    /**
     * Returns at most {@code limit} territories, each with the latest year in which an activity took effect, not later than the
     * year of the instant; that year is also the default.
     */
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

    /** Selects the column for the territory's current year: the latest year of all time zones, or the year before it. */
    private static LatestActivityYear latestYear(
            TerritoryRow territory, Instant now, int latestYear, @Nullable Object[] row) {
        int thisYear = TerritoryCalendar.of(territory.timezone).dayOf(now).getYear();
        var found = thisYear == latestYear ? row[1] : row[2];
        return new LatestActivityYear(territory, found == null ? thisYear : (Integer) found);
    }
}
