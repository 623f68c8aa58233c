package org.bitacora.domain.actor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The participating actors, the number of activities of each, and the change from a baseline. A later map should show
 * more actors or more active ones (cuaderno, Step 2).
 */
public record ActorMap(List<MappedActor> actors) {

    public ActorMap {
        actors = List.copyOf(actors);
    }

    /** The change in the participation of an actor from the baseline. */
    public enum ParticipationChange {
        /** Active now, but not in the baseline. */
        NEW,
        /** More activities than in the baseline. */
        GREW,
        /** The same number of activities as in the baseline. */
        SAME,
        /** Fewer activities than in the baseline. */
        FELL,
        /** Active in the baseline, but not since. */
        SILENT,
        /** Active neither now nor in the baseline. */
        NONE;

        /** The name that the contract uses for this change. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The participation of an actor.
     *
     * @param sector the sector stated by activities; an empty string if no activity states one
     * @param activities the number of activities in which the actor takes part
     */
    public record Participation(String sector, int activities) {}

    /** What a map is compared with. */
    public enum MapBaseline {
        /** The actors of an earlier map that took no further part are silent. */
        EARLIER_STATE,
        /** The map of another period. */
        OTHER_PERIOD
    }

    /**
     * An actor on the map.
     *
     * @param isRegistered whether the actor is registered; if not, it is only named in activities
     * @param activities the number of activities in which the actor takes part
     * @param baselineActivities the number of activities of the baseline in which the actor takes part
     */
    public record MappedActor(
            Actor actor, boolean isRegistered, int activities, int baselineActivities, ParticipationChange change) {}

    /**
     * Builds the map.
     *
     * @param took the current participation, by the codes to which {@link ActorAliases} resolves names
     * @param before the participation in the baseline, by the same codes
     * @param baseline whether the current participation includes the baseline
     */
    public static ActorMap of(
            List<Actor> registered,
            Map<String, Participation> took,
            Map<String, Participation> before,
            MapBaseline baseline) {
        var codes = ActorAliases.resolvedCodes(registered);
        var mappedActors = new ArrayList<MappedActor>();
        registered.stream()
                .filter(actor -> !codes.containsKey(actor.code()))
                .map(actor -> withKnownSector(actor, took, before))
                .forEach(actor -> mappedActors.add(mappedActor(actor, true, took, before, baseline)));
        Map<String, Participation> others = new TreeMap<>(before);
        others.putAll(took);
        registered.forEach(actor -> others.remove(actor.code()));
        others.forEach(
                (name, of) -> mappedActors.add(mappedActor(unregistered(name, of), false, took, before, baseline)));
        mappedActors.sort(Comparator.comparing((MappedActor it) -> it.actor().sector())
                .thenComparing(Comparator.comparingInt(MappedActor::activities).reversed())
                .thenComparing(it -> it.actor().code()));
        return new ActorMap(mappedActors);
    }

    /** The actor with the sector stated by activities if no sector is registered. */
    private static Actor withKnownSector(
            Actor actor, Map<String, Participation> current, Map<String, Participation> baseline) {
        var stated = current.getOrDefault(actor.code(), baseline.getOrDefault(actor.code(), new Participation("", 0)));
        return actor.sector().isEmpty() ? actor.of(stated.sector()) : actor;
    }

    private static Actor unregistered(String name, Participation participation) {
        return new Actor(name, name, participation.sector(), "", List.of(), List.of(), List.of());
    }

    private static MappedActor mappedActor(
            Actor actor,
            boolean isRegistered,
            Map<String, Participation> now,
            Map<String, Participation> then,
            MapBaseline baseline) {
        int activities =
                now.getOrDefault(actor.code(), new Participation("", 0)).activities();
        int before = then.getOrDefault(actor.code(), new Participation("", 0)).activities();
        return new MappedActor(actor, isRegistered, activities, before, change(activities, before, baseline));
    }

    private static ParticipationChange change(int now, int before, MapBaseline baseline) {
        if (before == 0) {
            return now == 0 ? ParticipationChange.NONE : ParticipationChange.NEW;
        }
        if (now == 0 || (baseline == MapBaseline.EARLIER_STATE && now == before)) {
            return ParticipationChange.SILENT;
        }
        return now > before
                ? ParticipationChange.GREW
                : now < before ? ParticipationChange.FELL : ParticipationChange.SAME;
    }
}
