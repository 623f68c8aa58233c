package org.bitacora.domain.activity;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.bitacora.domain.json.Json;

/**
 * The state of an activity: the result of folding all its events.
 *
 * @param kind the kind of the activity; empty if no event states one
 * @param status the status of the activity
 * @param effectiveDates the date on which each transition took effect, for the transitions that the activity has made
 * @param data the merged data of the events, without {@code on}, which belongs to a transition
 * @param levels the latest level assessed for each rubric
 * @param inconsistencies the contradictions between the events
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

    /** The title; an empty string if there is none. */
    public String title() {
        return data.text("title").orElse("");
    }

    /** The start date; empty if there is none. */
    public Optional<PartialDate> start() {
        return data.text("start").flatMap(PartialDate::of);
    }

    /** The end date; empty if there is none. */
    public Optional<PartialDate> end() {
        return data.text("end").flatMap(PartialDate::of);
    }

    /** The date on which a transition took effect; empty if the activity has not made the transition. */
    public Optional<EffectiveDate> effectiveDate(Transition transition) {
        return Optional.ofNullable(effectiveDates.get(transition));
    }

    /** The categories: the category that the kind implies and the categories in the data. */
    public Collection<String> categories() {
        var categories = new TreeSet<>(data.texts("categories"));
        kind.flatMap(it -> it.category(data.text("role"))).map(Category::word).ifPresent(categories::add);
        return categories;
    }

    /** The countries of the counterparts. */
    public Collection<String> countries() {
        return ofCounterparts("country");
    }

    /** The distinct counterparts. */
    public Collection<Participant> counterparts() {
        return parties(
                "counterparts",
                item -> new Participant(text(item, "name"), text(item, "type"), text(item, "country"), ""));
    }

    /** The types of the counterparts. */
    public Collection<String> counterpartTypes() {
        return ofCounterparts("type");
    }

    /** The themes that are not blank. */
    public Collection<String> themes() {
        return distinct("themes");
    }

    /** The codes of the strategic objectives that the activity serves. */
    public Collection<String> objectives() {
        return distinct("objectives");
    }

    private Collection<String> distinct(String list) {
        var texts = data.texts(list).stream().filter(it -> !it.isBlank()).toList();
        return texts.size() < 2 ? texts : new TreeSet<>(texts);
    }

    /** Whether the activity serves at least one strategic objective. */
    public boolean isAligned() {
        return data.texts("objectives").stream().anyMatch(it -> !it.isBlank());
    }

    /** The distinct participating actors; an actor with several sectors or roles occurs once for each. */
    public Collection<Participant> actors() {
        return parties(
                "actors", item -> new Participant(text(item, "actor"), text(item, "sector"), "", text(item, "role")));
    }

    /**
     * The places of the activity: its country, and {@code country/city}. Without a city, the second one ends with the
     * slash, so that a filter can also select the activities whose city is unknown.
     */
    public Collection<String> places() {
        var place = data.object("place");
        return place.text("country")
                .map(country -> List.of(country, country + "/" + text(place, "city")))
                .orElse(List.of());
    }

    /** The Sustainable Development Goals that the activity serves, as numbers from 1 to 17. */
    public Collection<Integer> sdgs() {
        var goals = new TreeSet<Integer>();
        for (var item : data.items("sdgs")) {
            if (item instanceof Json.Num(var number)) {
                goals.add(number.intValue());
            }
        }
        return goals;
    }

    /** The additive quantities, sorted by name. */
    public Json.Obj quantities() {
        var quantities = data.object("quantities");
        return quantities.members().isEmpty() ? quantities : new Json.Obj(new TreeMap<>(quantities.members()));
    }

    /** The amounts of money. Of several amounts with the same id, the last applies. */
    public List<Money> amounts() {
        var amounts = new LinkedHashMap<String, Money>();
        for (var item : data.items("amounts")) {
            Money.of(item).ifPresent(it -> amounts.put(idOf(item, amounts.size()), it));
        }
        return List.copyOf(amounts.values());
    }

    /** The key of an amount: its id, or its number if it has none, so that equal amounts without an id stay distinct. */
    private static String idOf(Json item, int number) {
        return item instanceof Json.Obj amount
                ? amount.text("id").map(it -> "id " + it).orElse("number " + number)
                : "number " + number;
    }

    private Collection<Participant> parties(String list, Function<Json.Obj, Participant> toParticipant) {
        var items = data.items(list);
        if (items.isEmpty()) {
            return List.of();
        }
        var parties = new TreeSet<Participant>();
        for (var item : items) {
            if (item instanceof Json.Obj party) {
                parties.add(toParticipant.apply(party));
            }
        }
        return parties;
    }

    /** The text of a member; empty if it is missing or blank. */
    private static String text(Json.Obj of, String member) {
        return of.text(member).filter(it -> !it.isBlank()).orElse("");
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
