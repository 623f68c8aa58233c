package org.bitacora.projections.indicator.query;

import org.bitacora.projections.activity.ActivityConditionSql;

/**
 * SQL for amounts in the currency of a measure. They are converted with a reported series such as
 * {@code exchange-rate.BRL.USD} (US dollars for one real), or with the series of the inverse rate. Currencies are ISO 4217
 * codes, validated when the measure was created, so they can be inserted into the SQL text.
 */
final class MoneySql {

    /** The converted amount of an element of {@code amounts}; null if there is no rate. */
    static final String AMOUNT = "(e.item ->> 0)::numeric * r.times / r.per";

    private MoneySql() {}

    /** Returns the rates of all currencies by period; {@code inverse} is 1 if the inverse rate was reported. */
    static String rates(String currency) {
        return """

                rate as (
                    select s.territory, split_part(v.series, '.', 2) as currency, v.first, v.last, v.value, 0 as inverse
                    from scope s join series_version v on %1$s and v.series like 'exchange-rate.%%.%2$s' and v.value > 0
                    union all
                    select s.territory, split_part(v.series, '.', 3), v.first, v.last, v.value, 1
                    from scope s join series_version v on %1$s and v.series like 'exchange-rate.%2$s.%%' and v.value > 0)""".formatted(ActivityConditionSql.knownAt("s.territory", "s.position"), currency);
    }

    /** Returns a join with the rate of the shortest period that contains the activity's date entirely. */
    static String rate(String currency, String date) {
        return """

                left join lateral (
                    select 1::numeric as times, 1::numeric as per where e.item ->> 1 = '%2$s'
                    union all
                    (select case rate.inverse when 0 then rate.value else 1 end,
                            case rate.inverse when 0 then 1 else rate.value end
                     from rate
                     where rate.territory = v.territory and rate.currency = e.item ->> 1 and e.item ->> 1 <> '%2$s'
                         and rate.first <= v.%1$s_from and rate.last >= v.%1$s_to
                     order by rate.last - rate.first, rate.inverse limit 1)) r on true""".formatted(date, currency);
    }

    /** Returns an expression for the series that is missing to convert an element. */
    static String missing(String currency) {
        return "case when r.times is null then 'exchange-rate.' || (e.item ->> 1) || '." + currency + "' end";
    }
}
