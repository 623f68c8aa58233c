package org.bitacora.domain.series;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.json.TextLength;
import org.bitacora.domain.json.UnknownMember;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Violation;

/**
 * A reported value of a series.
 *
 * @param period the period of the value
 * @param value the value; empty if the report retracts an earlier value
 * @param unit the unit of the value
 * @param isProvisional whether the reporter expects to revise the value
 * @param revision the revision, starting at 0; among several reports for a period the highest revision applies
 */
public record ReportedValue(
        Period period, Optional<BigDecimal> value, String unit, boolean isProvisional, long revision) {

    /** The event type of a report. */
    public static final String REPORTED_TYPE = "org.bitacora.measure.reported";

    private static final int DIGITS = 30;
    private static final List<String> MEMBERS = List.of("period", "value", "unit", "status", "revision");
    private static final List<String> STATUSES = List.of("provisional", "final");

    /** The violations in the data of a report, with pointers below {@code at}; empty if the data is valid. */
    public static List<Violation> validate(Pointer at, Json.Obj data) {
        var found = new ArrayList<Violation>();
        if (data.text("period").flatMap(Period::parseOne).isEmpty()) {
            found.add(new Violation(
                    at.child("period"),
                    Detail.of("Expected one period, for example 2014, 2014-S1, 2014-Q1, 2014-05 or a day.")));
        }
        if (!data.members().containsKey("value")
                || (data.get("value").isPresent() && number(data).isEmpty())) {
            found.add(new Violation(at.child("value"), Detail.of("Expected a number, or null to retract the value.")));
        }
        if (data.text("unit")
                .filter(it -> !it.isBlank() && TextLength.of(it) <= 100)
                .isEmpty()) {
            found.add(new Violation(
                    at.child("unit"),
                    Detail.of("Expected a unit of 1 to 100 characters, for example persons or BRL.")));
        }
        if (data.get("status").isPresent()
                && data.text("status").filter(STATUSES::contains).isEmpty()) {
            found.add(new Violation(at.child("status"), Detail.of("Expected one of provisional, final.")));
        }
        if (data.get("revision").isPresent() && revision(data).isEmpty()) {
            found.add(new Violation(at.child("revision"), Detail.of("Expected a whole number of 0 or more.")));
        }
        return found;
    }

    /** The violations of the members whose names the contract does not state; own members start with {@code x-}. */
    public static List<Violation> findUnknownMembers(Pointer at, Json.Obj data) {
        return data.members().keySet().stream()
                .filter(it -> !MEMBERS.contains(it) && !it.equals("private") && !it.startsWith("x-"))
                .map(it -> new Violation(at.child(it), UnknownMember.describe(it, MEMBERS)))
                .toList();
    }

    /** The report in data without violations according to {@link #validate}. */
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
