package org.bitacora.domain.strategy;

import java.time.LocalDate;
import java.util.List;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.json.JsonObjectReader;
import org.bitacora.domain.refusal.Detail;

/**
 * A manual status that differs from the computed one. Both are shown, and the override expires.
 *
 * @param elementCode the code of a measure, an objective or a perspective
 * @param period the period
 * @param status the manual status
 * @param author the author of the override
 * @param reason the reason
 * @param until the last day on which the override applies
 */
public record StatusOverride(
        String elementCode, Period period, AttainmentStatus status, String author, String reason, LocalDate until) {

    /** Whether the override applies to an element in a period on a day. */
    public boolean appliesTo(String code, Period in, LocalDate day) {
        return elementCode.equals(code) && Target.haveSameDays(period, in) && !day.isAfter(until);
    }

    static StatusOverride read(JsonObjectReader at) {
        at.allowOnly(List.of("of", "period", "status", "author", "reason", "until"));
        if (!at.has("status")) {
            at.addViolation("status", Detail.of("Expected one of green, amber, red."));
        }
        return new StatusOverride(
                StrategyCodes.readCode(at, "of"),
                StrategySectionReader.period(at),
                at.oneOf(
                        "status",
                        List.of(AttainmentStatus.GREEN, AttainmentStatus.AMBER, AttainmentStatus.RED),
                        AttainmentStatus::word,
                        AttainmentStatus.RED),
                at.requiredText("author"),
                at.requiredText("reason"),
                StrategySectionReader.day(at, "until"));
    }
}
