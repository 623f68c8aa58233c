package org.bitacora.domain.activity;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bitacora.domain.json.Json;

/**
 * The state of an activity, from all that was said of it.
 *
 * @param kind what it is; empty where nobody stated it
 * @param status where it stands
 * @param effectiveDates when each of the transitions that it has made took effect
 * @param data what was said, merged; without {@code on}, which belongs to a transition
 * @param levels the latest judgement by each rubric
 * @param inconsistencies what does not fit together
 */
public record Activity(
        Optional<ActivityKind> kind,
        ActivityStatus status,
        Map<Transition, EffectiveDate> effectiveDates,
        Json.Obj data,
        SortedMap<String, Integer> levels,
        Set<Inconsistency> inconsistencies) {

    public Activity {
        levels = Collections.unmodifiableSortedMap(new TreeMap<>(levels));
        effectiveDates = Map.copyOf(effectiveDates);
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
    public Optional<EffectiveDate> effectiveDate(Transition transition) {
        return Optional.ofNullable(effectiveDates.get(transition));
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

    /** Its counterparts, each once. */
    public Collection<Participant> counterparts() {
        return parties("counterparts", "name", "type");
    }

    /** The types of its counterparts. */
    public Collection<String> counterpartTypes() {
        return ofCounterparts("type");
    }

    /** Its themes. */
    public Collection<String> themes() {
        return distinct("themes");
    }

    /** The objectives that it serves. */
    public Collection<String> objectives() {
        return distinct("objectives");
    }

    private Collection<String> distinct(String list) {
        var texts = data.texts(list);
        return texts.size() < 2 ? texts : new TreeSet<>(texts);
    }

    /** Whether it serves an objective. */
    public boolean isAligned() {
        return data.texts("objectives").stream().anyMatch(it -> !it.isBlank());
    }

    /** The actors that take part in it, each once in each of its sectors. */
    public Collection<Participant> actors() {
        return parties("actors", "actor", "sector");
    }

    /** Where it takes place: a country, and a city of it with the country before it. */
    public Collection<String> places() {
        var place = data.object("place");
        return place.text("country")
                .map(country -> place.text("city")
                        .map(city -> List.of(country, country + "/" + city))
                        .orElse(List.of(country)))
                .orElse(List.of());
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

    /** Its money. */
    public List<Money> amounts() {
        return data.items("amounts").stream()
                .map(Money::of)
                .flatMap(Optional::stream)
                .toList();
    }

    private Collection<Participant> parties(String list, String name, String type) {
        var items = data.items(list);
        if (items.isEmpty()) {
            return List.of();
        }
        var parties = new TreeSet<Participant>();
        for (var item : items) {
            if (item instanceof Json.Obj party) {
                parties.add(new Participant(text(party, name), text(party, type), text(party, "country")));
            }
        }
        return parties;
    }

    private static String text(Json.Obj of, String member) {
        return of.text(member).orElse("");
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
