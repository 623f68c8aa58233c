package org.bitacora.domain.actor;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What names mean by what is registered: along all merges, so that nobody counts under two of them. */
public final class ActorAliases {

    /**
     * What a name in an activity means.
     *
     * @param code of the one that it leads to
     * @param sector as that one is registered; empty where it is not
     */
    public record ResolvedActor(String code, String sector) {}

    private final Map<String, String> into = new HashMap<>();

    private ActorAliases(List<Actor> registered) {
        registered.forEach(actor -> actor.aliases().stream()
                .filter(it -> !it.equals(actor.code()))
                .forEach(it -> into.put(it, actor.code())));
    }

    /**
     * The code that each merged name leads to in the end; who was merged into nobody is not in it. A name that was merged
     * into itself is left as it is, and those that were merged in a circle are all the first of them by code.
     */
    public static Map<String, String> resolvedCodes(List<Actor> registered) {
        var actorAliases = new ActorAliases(registered);
        Map<String, String> codes = new HashMap<>();
        for (var name : actorAliases.into.keySet()) {
            var code = actorAliases.resolve(name);
            if (!code.equals(name)) {
                codes.put(name, code);
            }
        }
        return codes;
    }

    /** All names under which activities can name whoever is meant by that one: with a code, those merged into it. */
    public static Set<String> namesOf(List<Actor> registered, String name) {
        var codes = resolvedCodes(registered);
        var meant = codes.getOrDefault(name, name);
        var names = new TreeSet<String>();
        names.add(meant);
        codes.forEach((other, code) -> {
            if (code.equals(meant)) {
                names.add(other);
            }
        });
        return names;
    }

    /** What every name means that is registered or was merged; any other means itself. */
    public static Map<String, ResolvedActor> resolvedActors(List<Actor> registered) {
        var codes = resolvedCodes(registered);
        Map<String, String> sectors = new HashMap<>();
        registered.forEach(actor -> sectors.put(actor.code(), actor.sector()));
        Map<String, ResolvedActor> meanings = new HashMap<>();
        Stream.concat(codes.keySet().stream(), sectors.keySet().stream()).forEach(name -> {
            var code = codes.getOrDefault(name, name);
            meanings.put(name, new ResolvedActor(code, sectors.getOrDefault(code, "")));
        });
        return meanings;
    }

    private String resolve(String name) {
        var passed = new LinkedHashSet<String>();
        var at = name;
        while (passed.add(at)) {
            var next = into.get(at);
            if (next == null) {
                return at;
            }
            at = next;
        }
        var again = at;
        return Collections.min(
                passed.stream().dropWhile(it -> !it.equals(again)).toList());
    }
}
