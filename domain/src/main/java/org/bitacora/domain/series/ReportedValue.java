package org.bitacora.domain.series;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Violation;

/**
 * A reported value of a series.
 *
 * @param period of which period
 * @param value the value; empty where one that was reported is taken back
 * @param unit what it is counted in
 * @param isProvisional whether whoever reports it expects to revise it
 * @param revision 0 for the first; of several reports for a period that of the highest revision holds
 */
public record ReportedValue(
        Period period, Optional<BigDecimal> value, String unit, boolean isProvisional, long revision) {

    /** The type of the event that reports. */
    public static final String REPORTED_TYPE = "org.bitacora.measure.reported";

    private static final int DIGITS = 30;
    private static final List<String> STATUSES = List.of("provisional", "final");

    /** What is wrong with the data of a report, each with its place below {@code at}; empty where nothing is. */
    public static List<Violation> validate(Pointer at, Json.Obj data) {
        var found = new ArrayList<Violation>();
        if (data.text("period").flatMap(Period::parseOne).isEmpty()) {
            found.add(new Violation(
                    at.child("period"), "One period is wanted: 2014, 2014-S1, 2014-Q1, 2014-05 or a day."));
        }
        if (!data.members().containsKey("value")
                || (data.get("value").isPresent() && number(data).isEmpty())) {
            found.add(new Violation(at.child("value"), "A number is wanted, or null to take it back."));
        }
        if (data.text("unit").filter(it -> !it.isBlank() && it.length() <= 100).isEmpty()) {
            found.add(new Violation(
                    at.child("unit"), "A unit of 1 to 100 characters is wanted, such as persons or BRL."));
        }
        if (data.get("status").isPresent()
                && data.text("status").filter(STATUSES::contains).isEmpty()) {
            found.add(new Violation(at.child("status"), "One of provisional, final is wanted."));
        }
        if (data.get("revision").isPresent() && revision(data).isEmpty()) {
            found.add(new Violation(at.child("revision"), "A whole number from 0 on is wanted."));
        }
        return found;
    }

    /** The report of data that {@link #validate} found nothing wrong with. */
    public static ReportedValue of(Json.Obj data) {
        return new ReportedValue(
                data.text("period").flatMap(Period::parseOne).orElseThrow(),
                number(data),
                data.text("unit").orElseThrow(),
                data.text("status").filter("provisional"::equals).isPresent(),
                revision(data).orElse(0L));
    }

    private static Optional<BigDecimal> number(Json.Obj data) {
        return data.get("value")
                .flatMap(value -> switch (value) {
                    case Json.Num(var number) -> Optional.of(number);
                    case Json.Str(var text)
                    when text.matches("-?\\d{1,20}(\\.\\d{1,10})?") -> Optional.of(new BigDecimal(text));
                    case Json.Str _, Json.Arr _, Json.Obj _, Json.Bool _, Json.Null _ -> Optional.empty();
                })
                .filter(it -> it.precision() <= DIGITS && Math.abs(it.scale()) <= DIGITS);
    }

    private static Optional<Long> revision(Json.Obj data) {
        return data.get("revision")
                .flatMap(value -> value instanceof Json.Num(var number) ? Optional.of(number) : Optional.empty())
                .filter(it -> it.signum() >= 0 && it.stripTrailingZeros().scale() <= 0 && it.precision() <= 12)
                .map(BigDecimal::longValueExact);
    }
}
