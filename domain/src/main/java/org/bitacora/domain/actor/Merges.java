package org.bitacora.domain.actor;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** What names came to mean by being merged: along all merges, so that no activity counts under two of them. */
public final class Merges {

    private final Map<String, String> into = new HashMap<>();

    private Merges(List<Actor> registered) {
        registered.forEach(actor -> actor.aliases().stream()
                .filter(it -> !it.equals(actor.code()))
                .forEach(it -> into.put(it, actor.code())));
    }

    /**
     * The code that each merged name leads to in the end; who was merged into nobody is not in it. A name that was merged
     * into itself is left as it is, and those that were merged in a circle are all the first of them by code.
     */
    public static Map<String, String> codes(List<Actor> registered) {
        var merges = new Merges(registered);
        Map<String, String> codes = new HashMap<>();
        for (var name : merges.into.keySet()) {
            var code = merges.end(name);
            if (!code.equals(name)) {
                codes.put(name, code);
            }
        }
        return codes;
    }

    private String end(String name) {
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
