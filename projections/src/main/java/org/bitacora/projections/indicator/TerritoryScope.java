package org.bitacora.projections.indicator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bitacora.domain.activity.EffectiveDate;
import org.bitacora.domain.actor.ActorAliases.ResolvedActor;
import org.bitacora.domain.identifier.Subject;

/**
 * The territories and positions of observations. Each observation is of a group, which usually has one territory.
 *
 * @param places the territories of all groups
 * @param names for each territory, the registered actor that each name resolves to; empty if no measure counts actors
 */
public record TerritoryScope(List<ScopeTerritory> places, Map<String, Map<String, ResolvedActor>> names) {

    /**
     * A territory of a group, as of a position of its log.
     *
     * @param group the code of the group that the observation is of
     * @param since the first day of the territory's membership in the group
     * @param until the last day of the membership
     * @param membershipSubject the subject of the events that state the membership; empty if no membership is necessary
     */
    public record ScopeTerritory(
            String group,
            String territory,
            long position,
            LocalDate since,
            LocalDate until,
            Optional<Subject> membershipSubject) {
        /** Creates a territory that is a member at all times. */
        public ScopeTerritory(String group, String territory, long position) {
            this(group, territory, position, EffectiveDate.MIN_DATE, EffectiveDate.MAX_DATE, Optional.empty());
        }
    }

    public TerritoryScope {
        places = List.copyOf(places);
        names = Map.copyOf(names);
    }

    /** Creates a scope without names of actors. */
    public TerritoryScope(List<ScopeTerritory> places) {
        this(places, Map.of());
    }

    public TerritoryScope withActorNames(Map<String, Map<String, ResolvedActor>> names) {
        return new TerritoryScope(places, names);
    }

    public Map<String, ResolvedActor> names(String territory) {
        return names.getOrDefault(territory, Map.of());
    }

    /** Returns the scope of one territory as of a position. */
    public static TerritoryScope of(String territory, long position) {
        return new TerritoryScope(List.of(new ScopeTerritory(territory, territory, position)));
    }

    /** Returns the codes of the groups, in order. */
    public List<String> groups() {
        return places.stream().map(ScopeTerritory::group).distinct().toList();
    }

    /** Returns the position of each territory. */
    public Map<String, Long> positions() {
        return places.stream()
                .collect(Collectors.toMap(ScopeTerritory::territory, ScopeTerritory::position, Math::max));
    }

    /** Divides the scope into parts of at most {@code maxGroups} groups. No group is divided. */
    public List<TerritoryScope> split(int maxGroups) {
        Map<String, List<ScopeTerritory>> byGroup = new LinkedHashMap<>();
        places.forEach(it ->
                byGroup.computeIfAbsent(it.group(), _ -> new ArrayList<>()).add(it));
        var groups = List.copyOf(byGroup.values());
        return IntStream.iterate(0, from -> from < groups.size(), from -> from + maxGroups)
                .mapToObj(from -> groups.subList(from, Math.min(from + maxGroups, groups.size())))
                .map(part -> restrictedTo(part.stream().flatMap(List::stream).toList()))
                .toList();
    }

    private TerritoryScope restrictedTo(List<ScopeTerritory> territories) {
        Map<String, Map<String, ResolvedActor>> namesByTerritory = new HashMap<>();
        territories.forEach(it -> namesByTerritory.put(it.territory(), names(it.territory())));
        namesByTerritory.values().removeIf(Map::isEmpty);
        return new TerritoryScope(territories, namesByTerritory);
    }

    /** Returns whether a group has several territories, which may state the same joint activity. */
    public boolean isRolledUp() {
        return groups().size() < places.size();
    }
}
