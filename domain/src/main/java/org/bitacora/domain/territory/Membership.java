package org.bitacora.domain.territory;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Violation;

/**
 * That a territory belongs to another: a city to its metropolitan area, or to a network.
 *
 * @param member which territory belongs
 * @param from since which day; empty where it always has
 * @param to until which day, the last; empty where it still does
 */
public record Membership(TerritoryCode member, Optional<LocalDate> from, Optional<LocalDate> to) {

    /** The type of the event that says so. */
    public static final String MEMBER_NAMED_TYPE = "org.bitacora.territory.member-named";

    /** The subject of the events on a member of a territory. */
    public static String subject(String territory, String member) {
        return territory + "/members/" + member;
    }

    /** The same for a membership that is a document by itself. */
    public static List<Violation> validate(Json.Obj data) {
        return validate(Pointer.ROOT, data);
    }

    /** What is wrong with a membership, as the members of {@link #toJson} but the code, each with its place below {@code at}. */
    public static List<Violation> validate(Pointer at, Json.Obj data) {
        var found = new ArrayList<Violation>();
        for (var name : List.of("from", "to")) {
            if (data.get(name).isPresent() && day(data, name).isEmpty()) {
                found.add(new Violation(at.child(name), "A day is wanted, such as 2014-01-01."));
            }
        }
        var from = day(data, "from");
        if (from.isPresent() && day(data, "to").filter(from.get()::isAfter).isPresent()) {
            found.add(new Violation(at.child("to"), "It ends before it begins."));
        }
        data.members().keySet().stream()
                .filter(name -> !name.equals("from") && !name.equals("to"))
                .forEach(name ->
                        found.add(new Violation(at.child(name), "There is no such field here; there are from, to.")));
        return found;
    }

    /** The membership of data that {@link #validate} found nothing wrong with. */
    public static Membership of(TerritoryCode member, Json.Obj data) {
        return new Membership(member, day(data, "from"), day(data, "to"));
    }

    /** The membership as the data of an event. */
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
