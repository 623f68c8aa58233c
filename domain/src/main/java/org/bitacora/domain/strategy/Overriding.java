package org.bitacora.domain.strategy;

import java.time.LocalDate;
import java.util.List;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.json.Members;

/**
 * That somebody sees a status otherwise than it was computed. It stands beside that one, and expires.
 *
 * @param of the code of a measure, an objective or a perspective
 * @param period in which
 * @param status as they see it
 * @param author who
 * @param reason why
 * @param until the last day on which it holds
 */
public record Overriding(String of, Period period, Status status, String author, String reason, LocalDate until) {

    /** Whether it says something of that one, in that period, on that day. */
    public boolean holds(String code, Period in, LocalDate day) {
        return of.equals(code) && Target.isSame(period, in) && !day.isAfter(until);
    }

    static Overriding read(Members at) {
        at.only(List.of("of", "period", "status", "author", "reason", "until"));
        if (!at.has("status")) {
            at.wrong("status", "One of green, amber, red is wanted.");
        }
        return new Overriding(
                Codes.read(at, "of"),
                PartReader.period(at),
                at.word("status", List.of(Status.GREEN, Status.AMBER, Status.RED), Status::word, Status.RED),
                at.text("author", true),
                at.text("reason", true),
                PartReader.day(at, "until"));
    }
}
