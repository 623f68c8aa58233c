package org.bitacora.domain.activity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bitacora.domain.json.Json;

/**
 * The state of an activity, from all that was said of it.
 *
 * @param kind what it is; empty where nobody stated it
 * @param status where it stands
 * @param occasions when each of the transitions that it has made took effect
 * @param data what was said, merged; without {@code on}, which belongs to a transition
 * @param inconsistencies what does not fit together
 */
public record Activity(
        Optional<Kind> kind,
        Status status,
        Map<Transition, Occasion> occasions,
        Json.Obj data,
        Set<Inconsistency> inconsistencies) {

    public Activity {
        occasions = Map.copyOf(occasions);
        inconsistencies = Set.copyOf(inconsistencies);
    }

    /** Its title; empty text where there is none. */
    public String title() {
        return data.text("title").orElse("");
    }

    /** Its beginning. */
    public Optional<PartialDate> start() {
        return data.text("start").flatMap(PartialDate::of);
    }

    /** Its end. */
    public Optional<PartialDate> end() {
        return data.text("end").flatMap(PartialDate::of);
    }

    /** When that transition took effect; empty where it has not. */
    public Optional<Occasion> occasion(Transition transition) {
        return Optional.ofNullable(occasions.get(transition));
    }

    /** Its categories: the one that its kind implies, and those that were said. */
    public Collection<String> categories() {
        var categories = new TreeSet<>(data.texts("categories"));
        kind.flatMap(it -> it.category(data.text("role"))).map(Category::word).ifPresent(categories::add);
        return categories;
    }

    /** The countries of its counterparts. */
    public Collection<String> countries() {
        return ofCounterparts("country");
    }

    /** The names of its counterparts. */
    public Collection<String> counterparts() {
        return ofCounterparts("name");
    }

    /** The types of its counterparts. */
    public Collection<String> counterpartTypes() {
        return ofCounterparts("type");
    }

    /** Its themes. */
    public Collection<String> themes() {
        return new TreeSet<>(data.texts("themes"));
    }

    /** The objectives that it serves. */
    public Collection<String> objectives() {
        return new TreeSet<>(data.texts("objectives"));
    }

    /** The actors that take part in it. */
    public Collection<String> actors() {
        return ofObjects("actors", "actor");
    }

    /** The sustainable development goals that it serves, 1 to 17. */
    public Collection<Integer> sdgs() {
        var goals = new TreeSet<Integer>();
        for (var item : data.items("sdgs")) {
            if (item instanceof Json.Num(var number)) {
                goals.add(number.intValue());
            }
        }
        return goals;
    }

    /** What can be added up, by name. */
    public Json.Obj quantities() {
        var quantities = data.object("quantities");
        return quantities.members().isEmpty() ? quantities : new Json.Obj(new TreeMap<>(quantities.members()));
    }

    /** Money, each with its purpose and currency. */
    public List<Json> amounts() {
        return data.items("amounts");
    }

    private Collection<String> ofCounterparts(String member) {
        return ofObjects("counterparts", member);
    }

    private Collection<String> ofObjects(String list, String member) {
        var items = data.items(list);
        if (items.isEmpty()) {
            return List.of();
        }
        var texts = new TreeSet<String>();
        for (var item : items) {
            if (item instanceof Json.Obj object) {
                object.text(member).ifPresent(texts::add);
            }
        }
        return texts;
    }
}
