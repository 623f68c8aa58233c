package org.bitacora.projections.indicator.query;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.bitacora.domain.indicator.Period;
import org.bitacora.projections.activity.Parameters;
import org.bitacora.projections.indicator.Scope;

/** Of whom and of when figures are asked, as the named queries {@code period} and {@code scope}. */
final class AskedSql {

    private AskedSql() {}

    static String periods(List<Period> periods, Parameters parameters) {
        return "period as (select * from unnest(%s::int[], %s::date[], %s::date[]) period(n, first, last))"
                .formatted(
                        parameters.add(
                                IntStream.range(0, periods.size()).boxed().toArray(Integer[]::new)),
                        parameters.add(periods.stream().map(Period::first).toArray(LocalDate[]::new)),
                        parameters.add(periods.stream().map(Period::last).toArray(LocalDate[]::new)));
    }

    static String scope(Scope scope, Parameters parameters) {
        return """
                scope as (
                    select * from unnest(%s::text[], %s::text[], %s::bigint[], %s::date[], %s::date[])
                        scope(g, territory, position, since, until))""".formatted(
                        column(scope, String[]::new, Scope.Place::group, parameters),
                        column(scope, String[]::new, Scope.Place::territory, parameters),
                        column(scope, Long[]::new, Scope.Place::position, parameters),
                        column(scope, LocalDate[]::new, Scope.Place::since, parameters),
                        column(scope, LocalDate[]::new, Scope.Place::until, parameters));
    }

    private static <T> String column(
            Scope scope, IntFunction<T[]> array, Function<Scope.Place, T> value, Parameters parameters) {
        return parameters.add(scope.places().stream().map(value).toArray(array));
    }
}
