package org.bitacora.projections.indicator.query;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.bitacora.domain.indicator.Period;
import org.bitacora.projections.activity.SqlParameters;
import org.bitacora.projections.indicator.TerritoryScope;

/** SQL for periods and scope, as the common table expressions {@code period} and {@code scope}. */
final class TerritoryScopeSql {

    private TerritoryScopeSql() {}

    static String periodQuery(List<Period> periods, SqlParameters sqlParameters) {
        return "period as (select * from unnest(%s::int[], %s::date[], %s::date[]) period(period_number, first, last))"
                .formatted(
                        sqlParameters.add(
                                IntStream.range(0, periods.size()).boxed().toArray(Integer[]::new)),
                        sqlParameters.add(periods.stream().map(Period::first).toArray(LocalDate[]::new)),
                        sqlParameters.add(periods.stream().map(Period::last).toArray(LocalDate[]::new)));
    }

    static String scopeQuery(TerritoryScope scope, SqlParameters sqlParameters) {
        return """
                scope as (
                    select * from unnest(%s::text[], %s::text[], %s::bigint[], %s::date[], %s::date[])
                        scope(group_code, territory, position, since, until))""".formatted(
                        column(scope, String[]::new, TerritoryScope.ScopeTerritory::group, sqlParameters),
                        column(scope, String[]::new, TerritoryScope.ScopeTerritory::territory, sqlParameters),
                        column(scope, Long[]::new, TerritoryScope.ScopeTerritory::position, sqlParameters),
                        column(scope, LocalDate[]::new, TerritoryScope.ScopeTerritory::since, sqlParameters),
                        column(scope, LocalDate[]::new, TerritoryScope.ScopeTerritory::until, sqlParameters));
    }

    private static <T> String column(
            TerritoryScope scope,
            IntFunction<T[]> array,
            Function<TerritoryScope.ScopeTerritory, T> value,
            SqlParameters sqlParameters) {
        return sqlParameters.add(scope.places().stream().map(value).toArray(array));
    }
}
