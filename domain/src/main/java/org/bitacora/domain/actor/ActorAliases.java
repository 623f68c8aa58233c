package org.bitacora.domain.actor;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Resolves actor names to registered actors. Merges are followed to their end, so that no actor is counted under two
 * names.
 */
public final class ActorAliases {

    /**
     * The actor to which a name in an activity resolves.
     *
     * @param code the code of the actor
     * @param sector the registered sector of the actor; an empty string if the actor is not registered
     */
    public record ResolvedActor(String code, String sector) {}

    private final Map<String, String> targets = new HashMap<>();

    private ActorAliases(List<Actor> registered) {
        registered.forEach(actor -> actor.aliases().stream()
                .filter(it -> !it.equals(actor.code()))
                .forEach(it -> targets.put(it, actor.code())));
    }

    /**
     * The code to which each merged name finally resolves. Names that were not merged are not in the map. A name merged
     * into itself is unchanged. Names merged in a circle all resolve to the first of them in the order of codes.
     */
    public static Map<String, String> resolvedCodes(List<Actor> registered) {
        var actorAliases = new ActorAliases(registered);
        Map<String, String> codes = new HashMap<>();
        for (var name : actorAliases.targets.keySet()) {
            var code = actorAliases.resolve(name);
            if (!code.equals(name)) {
                codes.put(name, code);
            }
        }
        return codes;
    }

    /** All names that resolve to the same actor as a name: the code of the actor and the names merged into it. */
    public static Set<String> namesOf(List<Actor> registered, String name) {
        var codes = resolvedCodes(registered);
        var resolved = codes.getOrDefault(name, name);
        var names = new TreeSet<String>();
        names.add(resolved);
        codes.forEach((other, code) -> {
            if (code.equals(resolved)) {
                names.add(other);
            }
        });
        return names;
    }

    /** The resolved actor of each registered or merged name. Any other name stands for itself. */
    public static Map<String, ResolvedActor> resolvedActors(List<Actor> registered) {
        var codes = resolvedCodes(registered);
        Map<String, String> sectors = new HashMap<>();
        registered.forEach(actor -> sectors.put(actor.code(), actor.sector()));
        Map<String, ResolvedActor> resolvedActors = new HashMap<>();
        Stream.concat(codes.keySet().stream(), sectors.keySet().stream()).forEach(name -> {
            var code = codes.getOrDefault(name, name);
            resolvedActors.put(name, new ResolvedActor(code, sectors.getOrDefault(code, "")));
        });
        return resolvedActors;
    }

    private String resolve(String name) {
        var visited = new LinkedHashSet<String>();
        var at = name;
        while (visited.add(at)) {
            var next = targets.get(at);
            if (next == null) {
                return at;
            }
            at = next;
        }
        var repeated = at;
        return Collections.min(
                visited.stream().dropWhile(it -> !it.equals(repeated)).toList());
    }
}
