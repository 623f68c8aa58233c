package org.bitacora.projections.indicator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bitacora.domain.activity.EffectiveDate;
import org.bitacora.domain.actor.ActorAliases.ResolvedActor;

/**
 * Of whom figures are asked, and as known when: a group of territories for each figure, mostly of one.
 *
 * @param places the territories
 * @param names what the names of actors mean in each territory; none where nothing is asked of them
 */
public record Scope(List<ScopeTerritory> places, Map<String, Map<String, ResolvedActor>> names) {

    /**
     * A territory as known at a position of its log, within a group.
     *
     * @param group what the figure is of
     * @param since the first day on which it belongs to the group
     * @param until the last
     * @param membershipSubject the subject of the events that say so; empty where nobody has to
     */
    public record ScopeTerritory(
            String group, String territory, long position, LocalDate since, LocalDate until, String membershipSubject) {
        /** One that always belongs. */
        public ScopeTerritory(String group, String territory, long position) {
            this(group, territory, position, EffectiveDate.MIN_DATE, EffectiveDate.MAX_DATE, "");
        }
    }

    public Scope {
        places = List.copyOf(places);
        names = Map.copyOf(names);
    }

    /** Those, before anything is asked of actors. */
    public Scope(List<ScopeTerritory> places) {
        this(places, Map.of());
    }

    public Scope withActorNames(Map<String, Map<String, ResolvedActor>> meanings) {
        return new Scope(places, meanings);
    }

    public Map<String, ResolvedActor> names(String territory) {
        return names.getOrDefault(territory, Map.of());
    }

    /** One territory by itself. */
    public static Scope of(String territory, long position) {
        return new Scope(List.of(new ScopeTerritory(territory, territory, position)));
    }

    /** The groups, in their order. */
    public List<String> groups() {
        return places.stream().map(ScopeTerritory::group).distinct().toList();
    }

    /** The position of each territory. */
    public Map<String, Long> positions() {
        return places.stream()
                .collect(Collectors.toMap(ScopeTerritory::territory, ScopeTerritory::position, Math::max));
    }

    /** The same in parts of at most so many groups, each whole: no figure is of two of them. */
    public List<Scope> split(int most) {
        Map<String, List<ScopeTerritory>> byGroup = new LinkedHashMap<>();
        places.forEach(it ->
                byGroup.computeIfAbsent(it.group(), _ -> new ArrayList<>()).add(it));
        var groups = List.copyOf(byGroup.values());
        return IntStream.iterate(0, from -> from < groups.size(), from -> from + most)
                .mapToObj(from -> groups.subList(from, Math.min(from + most, groups.size())))
                .map(part -> restrictedTo(part.stream().flatMap(List::stream).toList()))
                .toList();
    }

    private Scope restrictedTo(List<ScopeTerritory> of) {
        Map<String, Map<String, ResolvedActor>> their = new HashMap<>();
        of.forEach(it -> their.put(it.territory(), names(it.territory())));
        their.values().removeIf(Map::isEmpty);
        return new Scope(of, their);
    }

    /** Whether a figure is of several territories, which may name the same activity. */
    public boolean isRolledUp() {
        return groups().size() < places.size();
    }
}
