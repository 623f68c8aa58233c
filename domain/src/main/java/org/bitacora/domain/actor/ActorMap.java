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
public record ActorMap(List<Place> places) {

    public ActorMap {
        places = List.copyOf(places);
    }

    /** How somebody's part differs from the baseline. */
    public enum Change {
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
    public record Took(String sector, int activities) {}

    /**
     * Where somebody is on the map.
     *
     * @param isRegistered whether somebody registered it, or activities alone name it
     * @param before in how many activities of the baseline it took part
     */
    public record Place(Actor actor, boolean isRegistered, int activities, int before, Change change) {}

    /**
     * The map.
     *
     * @param took by the codes that {@link Merges} lead to
     * @param before the same of the baseline
     * @param since whether the baseline is the same map earlier, so that who took no further part fell silent
     */
    public static ActorMap of(List<Actor> registered, Map<String, Took> took, Map<String, Took> before, boolean since) {
        var codes = Merges.codes(registered);
        var places = new ArrayList<Place>();
        registered.stream()
                .filter(actor -> !codes.containsKey(actor.code()))
                .map(actor -> placed(actor, took, before))
                .forEach(actor -> places.add(place(actor, true, took, before, since)));
        Map<String, Took> others = new TreeMap<>(before);
        others.putAll(took);
        registered.forEach(actor -> others.remove(actor.code()));
        others.forEach((name, of) -> places.add(place(unregistered(name, of), false, took, before, since)));
        places.sort(Comparator.comparing((Place it) -> it.actor().sector())
                .thenComparing(Comparator.comparingInt(Place::activities).reversed())
                .thenComparing(it -> it.actor().code()));
        return new ActorMap(places);
    }

    /** Of a sector that activities say, where none is registered. */
    private static Actor placed(Actor actor, Map<String, Took> took, Map<String, Took> before) {
        var said = took.getOrDefault(actor.code(), before.getOrDefault(actor.code(), new Took("", 0)));
        return actor.sector().isEmpty() ? actor.of(said.sector()) : actor;
    }

    private static Actor unregistered(String name, Took took) {
        return new Actor(name, name, took.sector(), "", List.of(), List.of(), List.of());
    }

    private static Place place(
            Actor actor, boolean isRegistered, Map<String, Took> now, Map<String, Took> then, boolean since) {
        int activities = now.getOrDefault(actor.code(), new Took("", 0)).activities();
        int before = then.getOrDefault(actor.code(), new Took("", 0)).activities();
        return new Place(actor, isRegistered, activities, before, change(activities, before, since));
    }

    private static Change change(int now, int before, boolean since) {
        if (before == 0) {
            return now == 0 ? Change.NONE : Change.NEW;
        }
        if (now == 0 || (since && now == before)) {
            return Change.SILENT;
        }
        return now > before ? Change.GREW : now < before ? Change.FELL : Change.SAME;
    }
}
