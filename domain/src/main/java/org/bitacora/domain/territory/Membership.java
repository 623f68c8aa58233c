package org.bitacora.domain.territory;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.domain.identifier.TerritoryCode;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Violation;

/**
 * The membership of a territory in another one: a city in its metropolitan area, or in a network.
 *
 * @param member the code of the member
 * @param from the first day of the membership; empty if it has no beginning
 * @param to the last day of the membership, inclusive; empty if it has no end
 */
public record Membership(TerritoryCode member, Optional<LocalDate> from, Optional<LocalDate> to) {

    /** The event type that states a membership. */
    public static final String MEMBER_NAMED_TYPE = "org.bitacora.territory.member-named";

    /** The violations in a membership that is a document of its own. */
    public static List<Violation> validate(Json.Obj data) {
        return validate(Pointer.ROOT, data);
    }

    /**
     * The violations in the data of a membership, with pointers below {@code at}. The data has the members of
     * {@link #toJson} without the code.
     */
    public static List<Violation> validate(Pointer at, Json.Obj data) {
        var found = new ArrayList<Violation>();
        for (var name : List.of("from", "to")) {
            if (data.get(name).isPresent() && day(data, name).isEmpty()) {
                found.add(new Violation(at.child(name), Detail.of("Expected a day, for example 2014-01-01.")));
            }
        }
        var from = day(data, "from");
        if (from.isPresent() && day(data, "to").filter(from.get()::isAfter).isPresent()) {
            found.add(new Violation(at.child("to"), Detail.of("The last day is before the first day.")));
        }
        data.members().keySet().stream()
                .filter(name -> !name.equals("from") && !name.equals("to"))
                .forEach(name -> found.add(new Violation(
                        at.child(name), Detail.of("Unknown field {0}. Allowed fields: `from`, `to`.", name))));
        return found;
    }

    /** The membership in data without violations according to {@link #validate}. */
    public static Membership of(TerritoryCode member, Json.Obj data) {
        return new Membership(member, day(data, "from"), day(data, "to"));
    }

    /** The membership as event data. */
    public Json.Obj toJson() {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("member", Json.of(member.value()));
        from.ifPresent(it -> members.put("from", Json.of(it.toString())));
        to.ifPresent(it -> members.put("to", Json.of(it.toString())));
        return new Json.Obj(members);
    }

    private static Optional<LocalDate> day(Json.Obj data, String name) {
        try {
            return data.text(name).map(LocalDate::parse);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
