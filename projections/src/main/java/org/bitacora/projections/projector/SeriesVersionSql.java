package org.bitacora.projections.projector;

import io.vertx.sqlclient.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.bitacora.domain.series.ReportedValue;
import org.bitacora.projections.series.SeriesVersion;
import org.jspecify.annotations.Nullable;

/** The SQL statements that write the versions of series. */
final class SeriesVersionSql {

    static final String INSERT = """
            insert into series_version (territory, series, first, last, known_from, known_to, recorded_at, source, id,
                period, value, unit, provisional, revision)
            select * from unnest($1::text[], $2::text[], $3::date[], $4::date[], $5::bigint[], $6::bigint[],
                $7::timestamptz[], $8::text[], $9::text[], $10::text[], $11::numeric[], $12::text[], $13::boolean[],
                $14::bigint[])""";

    /** Runs before the insertions, because at most one report for a period is in effect. */
    static final String CLOSE = """
            update series_version v set known_to = closed.position
            from unnest($1::text[], $2::text[], $3::date[], $4::date[], $5::bigint[])
                closed(territory, series, first, last, position)
            where v.territory = closed.territory and v.series = closed.series and v.first = closed.first
                and v.last = closed.last and v.known_to is null""";

    static final String DELETE = "delete from series_version where territory = $1 and series = $2";

    private SeriesVersionSql() {}

    static Tuple insertParameters(List<SeriesVersion> versions) {
        return Tuple.tuple()
                .addValue(column(versions, String[]::new, SeriesVersion::territory))
                .addValue(column(versions, String[]::new, SeriesVersion::series))
                .addValue(column(
                        versions, LocalDate[]::new, it -> it.report().period().first()))
                .addValue(column(
                        versions, LocalDate[]::new, it -> it.report().period().last()))
                .addValue(column(versions, Long[]::new, SeriesVersion::knownFrom))
                .addValue(column(
                        versions,
                        Long[]::new,
                        it -> it.knownTo().isPresent() ? it.knownTo().getAsLong() : null))
                .addValue(column(
                        versions, OffsetDateTime[]::new, it -> it.recordedAt().atOffset(ZoneOffset.UTC)))
                .addValue(column(versions, String[]::new, it -> it.key().source()))
                .addValue(column(versions, String[]::new, it -> it.key().id()))
                .addValue(reports(versions, String[]::new, it -> it.period().name()))
                .addValue(reports(versions, BigDecimal[]::new, it -> it.value().orElse(null)))
                .addValue(reports(versions, String[]::new, ReportedValue::unit))
                .addValue(reports(versions, Boolean[]::new, ReportedValue::isProvisional))
                .addValue(reports(versions, Long[]::new, ReportedValue::revision));
    }

    static Tuple closeParameters(List<SeriesVersion> closing) {
        return Tuple.tuple()
                .addValue(column(closing, String[]::new, SeriesVersion::territory))
                .addValue(column(closing, String[]::new, SeriesVersion::series))
                .addValue(column(
                        closing, LocalDate[]::new, it -> it.report().period().first()))
                .addValue(column(
                        closing, LocalDate[]::new, it -> it.report().period().last()))
                .addValue(column(closing, Long[]::new, SeriesVersion::knownFrom));
    }

    private static <V> @Nullable V[] reports(
            List<SeriesVersion> of, IntFunction<@Nullable V[]> array, Function<ReportedValue, @Nullable V> value) {
        return column(of, array, it -> value.apply(it.report()));
    }

    private static <V> @Nullable V[] column(
            List<SeriesVersion> of, IntFunction<@Nullable V[]> array, Function<SeriesVersion, @Nullable V> value) {
        return of.stream().map(value).toArray(array);
    }
}
