package org.bitacora.domain.activity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Violation;

/**
 * Finds data of an activity event that is valid but unlikely, such as a date in the year 3026. The log records what was
 * said, so such an event is accepted with warnings, unless its sender asks for a refusal.
 */
public final class PlausibilityPolicy {

    private static final int YEARS_AHEAD = 30;
    private static final int FIRST_YEAR = 1800;
    private static final List<String> DATES = List.of("on", "start", "end");

    private final LocalDate today;

    /** Creates a policy for events that are received on a day. */
    public PlausibilityPolicy(LocalDate today) {
        this.today = today;
    }

    /** The warnings about valid data of an event, with pointers below {@code at}. */
    public List<Violation> warnings(ActivityEventType type, Pointer at, Json.Obj data) {
        var found = new ArrayList<Violation>();
        DATES.forEach(name -> checkYear(at.child(name), date(data, name), found));
        if (found.isEmpty() && type instanceof ActivityEventType.Statement statement) {
            checkFuture(statement.transition(), at, data, found);
        }
        checkAmounts(at.child("amounts"), data.items("amounts"), found);
        return List.copyOf(found);
    }

    private void checkYear(Pointer at, Optional<PartialDate> date, List<Violation> found) {
        date.filter(it ->
                        it.earliest().getYear() < FIRST_YEAR || it.earliest().getYear() > today.getYear() + YEARS_AHEAD)
                .ifPresent(it -> found.add(new Violation(at, Detail.of("The year of {0} is unlikely.", it.text()))));
    }

    /** A day of tolerance allows for the time zones of territories. */
    private void checkFuture(Transition transition, Pointer at, Json.Obj data, List<Violation> found) {
        if (transition != Transition.FORMALISED) {
            return;
        }
        var name = date(data, "on").isPresent() ? "on" : "start";
        date(data, name)
                .filter(it -> it.earliest().isAfter(today.plusDays(1)))
                .ifPresent(it -> found.add(new Violation(
                        at.child(name),
                        Detail.of(
                                "{0} is in the future, but the event states that the activity has taken place.",
                                it.text()))));
    }

    /** Equal amounts are two amounts, or one amount stated twice: only an id tells them apart. */
    private static void checkAmounts(Pointer at, List<Json> amounts, List<Violation> found) {
        var known = new HashSet<Json>();
        for (int i = 0; i < amounts.size(); i++) {
            if (amounts.get(i) instanceof Json.Obj amount && amount.get("id").isEmpty() && !known.add(amount)) {
                found.add(new Violation(
                        at.child(i),
                        Detail.of("The amount equals an earlier one and is counted as a further one. State an `id` for"
                                + " each amount.")));
            }
        }
    }

    private static Optional<PartialDate> date(Json.Obj data, String name) {
        return data.text(name).flatMap(PartialDate::of);
    }
}
