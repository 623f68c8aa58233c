package org.bitacora.domain.actor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who takes part, with how many activities, and how that differs from a baseline: a later map should show more actors, or
 * stronger ones (cuaderno, Step 2).
 */
public record ActorMap(List<MappedActor> actors) {

    public ActorMap {
        actors = List.copyOf(actors);
    }

    /** How somebody's part differs from the baseline. */
    public enum ParticipationChange {
        /** Took no part then. */
        NEW,
        /** Took part more. */
        GREW,
        /** Took part as much. */
        SAME,
        /** Took part less. */
        FELL,
        /** Took part then, and no more since. */
        SILENT,
        /** Takes no part, and took none. */
        NONE;

        /** The word of the contract. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What an actor did.
     *
     * @param sector as the activities say; empty where none does
     * @param activities in how many it took part
     */
    public record Participation(String sector, int activities) {}

    /**
     * Where somebody is on the map.
     *
     * @param isRegistered whether somebody registered it, or activities alone name it
     * @param baselineActivities in how many activities of the baseline it took part
     */
    public record MappedActor(
            Actor actor, boolean isRegistered, int activities, int baselineActivities, ParticipationChange change) {}

    /**
     * The map.
     *
     * @param took by the codes that {@link ActorAliases} lead to
     * @param before the same of the baseline
     * @param since whether the baseline is the same map earlier, so that who took no further part fell silent
     */
    public static ActorMap of(
            List<Actor> registered, Map<String, Participation> took, Map<String, Participation> before, boolean since) {
        var codes = ActorAliases.resolvedCodes(registered);
        var places = new ArrayList<MappedActor>();
        registered.stream()
                .filter(actor -> !codes.containsKey(actor.code()))
                .map(actor -> withKnownSector(actor, took, before))
                .forEach(actor -> places.add(mappedActor(actor, true, took, before, since)));
        Map<String, Participation> others = new TreeMap<>(before);
        others.putAll(took);
        registered.forEach(actor -> others.remove(actor.code()));
        others.forEach((name, of) -> places.add(mappedActor(unregistered(name, of), false, took, before, since)));
        places.sort(Comparator.comparing((MappedActor it) -> it.actor().sector())
                .thenComparing(Comparator.comparingInt(MappedActor::activities).reversed())
                .thenComparing(it -> it.actor().code()));
        return new ActorMap(places);
    }

    /** Of a sector that activities say, where none is registered. */
    private static Actor withKnownSector(
            Actor actor, Map<String, Participation> took, Map<String, Participation> before) {
        var said = took.getOrDefault(actor.code(), before.getOrDefault(actor.code(), new Participation("", 0)));
        return actor.sector().isEmpty() ? actor.of(said.sector()) : actor;
    }

    private static Actor unregistered(String name, Participation participation) {
        return new Actor(name, name, participation.sector(), "", List.of(), List.of(), List.of());
    }

    private static MappedActor mappedActor(
            Actor actor,
            boolean isRegistered,
            Map<String, Participation> now,
            Map<String, Participation> then,
            boolean since) {
        int activities =
                now.getOrDefault(actor.code(), new Participation("", 0)).activities();
        int before = then.getOrDefault(actor.code(), new Participation("", 0)).activities();
        return new MappedActor(actor, isRegistered, activities, before, change(activities, before, since));
    }

    private static ParticipationChange change(int now, int before, boolean since) {
        if (before == 0) {
            return now == 0 ? ParticipationChange.NONE : ParticipationChange.NEW;
        }
        if (now == 0 || (since && now == before)) {
            return ParticipationChange.SILENT;
        }
        return now > before
                ? ParticipationChange.GREW
                : now < before ? ParticipationChange.FELL : ParticipationChange.SAME;
    }
}
