package org.bitacora.projections.indicator;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bitacora.domain.indicator.Period;
import org.jspecify.annotations.Nullable;

/**
 * The years of all dates that a territory's log has ever contained, up to one position and up to a later one, and the years
 * of the activities that changed in between. Superseded versions are included, so a year that has once been covered remains
 * covered. A date before 1800, or more than ten years after the year of the last recording, is treated as a typing error
 * and ignored.
 *
 * @param before the first and last year up to the earlier position
 * @param after the first and last year up to the later position
 * @param touched the first and last year of the activities that changed in between
 * @param affectsAllYears whether an event in between may change observations of any year: a report, or an event of an actor
 *     or a definition
 */
public record DatedYears(
        Optional<YearRange> before, Optional<YearRange> after, Optional<YearRange> touched, boolean affectsAllYears) {

    /** The versions {@code v} of activities with each of their dates {@code d}. */
    static final String ACTIVITIES = """
            activity_version v cross join lateral unnest(array[v.planned_from, v.planned_to, v.formalised_from,
                v.formalised_to, v.ended_from, v.ended_to, v.end_to]) d
            """;

    /** The versions {@code v} of reported values with both ends {@code d} of their periods. */
    static final String REPORTS = """
            series_version v cross join lateral unnest(array[v.first, v.last]) d
            """;

    /** The maximum number of years by which a date may follow the last recording. */
    static final int YEARS_AHEAD = 10;

    static final LocalDate EARLIEST = LocalDate.of(1800, 1, 1);

    public static final String SELECT = """
            with known as (
                select max(extract(year from recorded_at)) filter (where position = $2)::int + %1$d as latest_before,
                       max(extract(year from recorded_at)) filter (where position = $3)::int + %1$d as latest
                from log where territory = $1 and position in ($2, $3)),
            dated as (
                select d, v.known_from <= $2 as before, v.known_from > $2 and v.known_from <= $3 or v.known_to > $2 and v.known_to <= $3 as touched
                from %2$s where v.territory = $1 and v.known_from <= $3
                union all
                select d, v.known_from <= $2, false
                from %3$s
                where v.territory = $1 and v.known_from <= $3)
            select extract(year from min(d) filter (where before and d between $4::date and make_date(latest_before, 12, 31)))::int as first_before,
                   extract(year from max(d) filter (where before and d between $4::date and make_date(latest_before, 12, 31)))::int as last_before,
                   extract(year from min(d) filter (where d between $4::date and make_date(latest, 12, 31)))::int as first_after,
                   extract(year from max(d) filter (where d between $4::date and make_date(latest, 12, 31)))::int as last_after,
                   extract(year from min(d) filter (where touched))::int as first_touched,
                   extract(year from max(d) filter (where touched))::int as last_touched,
                   exists (select from log where territory = $1 and position > $2 and position <= $3
                       and type ~ '^org[.]bitacora[.](measure|actor|indicator)[.]') as affects_all_years
            from dated cross join known""".formatted(YEARS_AHEAD, ACTIVITIES, REPORTS);

    /** A range of years, both inclusive. */
    record YearRange(int first, int last) {

        static Optional<YearRange> of(@Nullable Integer first, @Nullable Integer last) {
            return first == null || last == null ? Optional.empty() : Optional.of(new YearRange(first, last));
        }

        boolean contains(int year) {
            return year >= first && year <= last;
        }

        IntStream stream() {
            return IntStream.rangeClosed(first, last);
        }
    }

    /** Returns the parameters of {@link #SELECT}. */
    public static Tuple parameters(String territory, long from, long to) {
        return Tuple.of(territory, from, to, EARLIEST);
    }

    public static DatedYears of(Row row) {
        return new DatedYears(
                YearRange.of(row.getInteger("first_before"), row.getInteger("last_before")),
                YearRange.of(row.getInteger("first_after"), row.getInteger("last_after")),
                YearRange.of(row.getInteger("first_touched"), row.getInteger("last_touched")),
                row.getBoolean("affects_all_years"));
    }

    /** Returns the years and months that are covered at the later position. */
    public List<Period> periods() {
        return periods(_ -> true);
    }

    /** Returns the periods in which values may have changed, including the newly covered ones. */
    public List<Period> affectedPeriods() {
        return periods(year -> isAffected(year, it -> it.contains(year)));
    }

    /** Returns the same for an indicator with a stock measure, where a change affects all later periods. */
    public List<Period> affectedPeriodsOfStock() {
        return periods(year -> isAffected(year, it -> year >= it.first()));
    }

    private boolean isAffected(int year, Predicate<YearRange> isTouched) {
        return affectsAllYears
                || before.filter(it -> it.contains(year)).isEmpty()
                || touched.filter(isTouched).isPresent();
    }

    private List<Period> periods(IntPredicate filter) {
        return after.stream()
                .flatMapToInt(YearRange::stream)
                .filter(filter)
                .mapToObj(year -> "%04d".formatted(year))
                .flatMap(year -> Stream.of(year, year + "-01.." + year + "-12"))
                .flatMap(text -> Period.parse(text).orElseThrow().stream())
                .toList();
    }

    /** Returns whether a period was covered at the earlier position. */
    public boolean wasKnown(Period period) {
        return before.filter(it -> it.contains(period.first().getYear())).isPresent();
    }
}
