package org.bitacora.domain.strategy;

import java.time.LocalDate;
import java.util.List;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.json.JsonObjectReader;

/**
 * That somebody sees a status otherwise than it was computed. It stands beside that one, and expires.
 *
 * @param elementCode the code of a measure, an objective or a perspective
 * @param period in which
 * @param status as they see it
 * @param author who
 * @param reason why
 * @param until the last day on which it holds
 */
public record StatusOverride(
        String elementCode, Period period, AttainmentStatus status, String author, String reason, LocalDate until) {

    /** Whether it says something of that one, in that period, on that day. */
    public boolean appliesTo(String code, Period in, LocalDate day) {
        return elementCode.equals(code) && Target.haveSameDays(period, in) && !day.isAfter(until);
    }

    static StatusOverride read(JsonObjectReader at) {
        at.allowOnly(List.of("of", "period", "status", "author", "reason", "until"));
        if (!at.has("status")) {
            at.addViolation("status", "One of green, amber, red is wanted.");
        }
        return new StatusOverride(
                StrategyCodes.readCode(at, "of"),
                StrategySectionReader.period(at),
                at.oneOf(
                        "status",
                        List.of(AttainmentStatus.GREEN, AttainmentStatus.AMBER, AttainmentStatus.RED),
                        AttainmentStatus::word,
                        AttainmentStatus.RED),
                at.text("author", true),
                at.text("reason", true),
                StrategySectionReader.day(at, "until"));
    }
}
