package org.bitacora.projections.indicator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bitacora.domain.activity.Occasion;
import org.bitacora.domain.actor.Merges.Meaning;

/**
 * Of whom figures are asked, and as known when: a group of territories for each figure, mostly of one.
 *
 * @param places the territories
 * @param names what the names of actors mean in each territory; none where nothing is asked of them
 */
public record Scope(List<Place> places, Map<String, Map<String, Meaning>> names) {

    /**
     * A territory as known at a position of its log, within a group.
     *
     * @param group what the figure is of
     * @param since the first day on which it belongs to the group
     * @param until the last
     * @param saidBy the subject of the events that say so; empty where nobody has to
     */
    public record Place(
            String group, String territory, long position, LocalDate since, LocalDate until, String saidBy) {
        /** One that always belongs. */
        public Place(String group, String territory, long position) {
            this(group, territory, position, Occasion.EVER_FROM, Occasion.EVER_TO, "");
        }
    }

    public Scope {
        places = List.copyOf(places);
        names = Map.copyOf(names);
    }

    /** Those, before anything is asked of actors. */
    public Scope(List<Place> places) {
        this(places, Map.of());
    }

    public Scope with(Map<String, Map<String, Meaning>> meanings) {
        return new Scope(places, meanings);
    }

    public Map<String, Meaning> names(String territory) {
        return names.getOrDefault(territory, Map.of());
    }

    /** One territory by itself. */
    public static Scope of(String territory, long position) {
        return new Scope(List.of(new Place(territory, territory, position)));
    }

    /** The groups, in their order. */
    public List<String> groups() {
        return places.stream().map(Place::group).distinct().toList();
    }

    /** The position of each territory. */
    public Map<String, Long> positions() {
        return places.stream().collect(Collectors.toMap(Place::territory, Place::position, Math::max));
    }

    /** The same in parts of at most so many groups, each whole: no figure is of two of them. */
    public List<Scope> parts(int most) {
        Map<String, List<Place>> byGroup = new LinkedHashMap<>();
        places.forEach(it ->
                byGroup.computeIfAbsent(it.group(), _ -> new ArrayList<>()).add(it));
        var groups = List.copyOf(byGroup.values());
        return IntStream.iterate(0, from -> from < groups.size(), from -> from + most)
                .mapToObj(from -> groups.subList(from, Math.min(from + most, groups.size())))
                .map(part -> part(part.stream().flatMap(List::stream).toList()))
                .toList();
    }

    private Scope part(List<Place> of) {
        Map<String, Map<String, Meaning>> their = new HashMap<>();
        of.forEach(it -> their.put(it.territory(), names(it.territory())));
        their.values().removeIf(Map::isEmpty);
        return new Scope(of, their);
    }

    /** Whether a figure is of several territories, which may name the same activity. */
    public boolean isRolledUp() {
        return groups().size() < places.size();
    }
}
