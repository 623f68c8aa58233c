package org.bitacora.projections.indicator.reference;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a measure comes to, worked out by hand: a number or a reason, and the same of its parts. */
public record Figure(
        Optional<BigDecimal> number,
        Optional<String> reason,
        Set<String> missing,
        Map<List<String>, Figure> parts,
        long unplaced,
        long inSeveral,
        long inNone,
        Optional<String> currency) {

    /** What an activity adds: a thing that counts once, an amount, the parts it is in, whether it is of the period. */
    record Share(
            String activity,
            String thing,
            Optional<BigDecimal> amount,
            Optional<String> missing,
            List<List<String>> keys,
            boolean placed) {}

    static Figure of(BigDecimal number) {
        return known(number, Set.of());
    }

    static Figure known(BigDecimal number, Set<String> missing) {
        return new Figure(Optional.of(number), Optional.empty(), missing, Map.of(), 0, 0, 0, Optional.empty());
    }

    static Figure none(String reason, Set<String> missing) {
        return new Figure(Optional.empty(), Optional.of(reason), missing, Map.of(), 0, 0, 0, Optional.empty());
    }

    /** One divided by the other, part by part. */
    static Figure ratio(Figure above, Figure below, BigDecimal scale) {
        var members = new ArrayList<>(above.parts().keySet());
        members.addAll(below.parts().keySet());
        Map<List<String>, Figure> parts = new HashMap<>();
        members.forEach(it -> parts.put(it, divided(part(above, it), part(below, it), scale)));
        var whole = divided(above, below, scale);
        return new Figure(
                whole.number(),
                whole.reason(),
                whole.missing(),
                parts,
                Math.max(above.unplaced(), below.unplaced()),
                Math.max(above.inSeveral(), below.inSeveral()),
                Math.max(above.inNone(), below.inNone()),
                Optional.empty());
    }

    private static Figure part(Figure of, List<String> member) {
        var none = of.reason().isPresent() ? none(of.reason().get(), of.missing()) : of(BigDecimal.ZERO);
        return of.parts().getOrDefault(member, none);
    }

    private static Figure divided(Figure above, Figure below, BigDecimal scale) {
        var missing = new TreeSet<>(above.missing());
        missing.addAll(below.missing());
        if (above.reason().isPresent() || below.reason().isPresent()) {
            return none(above.reason().or(below::reason).orElseThrow(), missing);
        }
        if (above.currency().isPresent()
                && below.currency().isPresent()
                && !above.currency().equals(below.currency())) {
            return none("other-unit", missing);
        }
        if (below.number().orElseThrow().signum() == 0) {
            return none("zero-denominator", missing);
        }
        var quotient = above.number()
                .orElseThrow()
                .multiply(scale)
                .divide(below.number().get(), MathContext.DECIMAL64);
        return known(quotient, missing);
    }

    /** What shares come to: added up, or their distinct things counted. */
    static Figure tallied(List<Share> shares, boolean distinct) {
        var placed = shares.stream().filter(Share::placed).toList();
        var whole = total(placed, distinct);
        Map<List<String>, Figure> parts = new LinkedHashMap<>();
        placed.stream()
                .flatMap(it -> it.keys().stream())
                .distinct()
                .forEach(key -> parts.put(
                        key,
                        total(
                                placed.stream()
                                        .filter(it -> it.keys().contains(key))
                                        .toList(),
                                distinct)));
        Map<String, Set<List<String>>> byThing = new HashMap<>();
        placed.forEach(
                it -> byThing.computeIfAbsent(it.thing(), _ -> new HashSet<>()).addAll(it.keys()));
        return new Figure(
                whole.number(),
                whole.reason(),
                whole.missing(),
                parts,
                shares.stream()
                        .filter(it -> !it.placed())
                        .map(Share::activity)
                        .distinct()
                        .count(),
                byThing.values().stream().filter(it -> it.size() > 1).count(),
                byThing.values().stream().filter(Set::isEmpty).count(),
                Optional.empty());
    }

    private static Figure total(List<Share> shares, boolean distinct) {
        if (distinct) {
            return of(BigDecimal.valueOf(
                    shares.stream().map(Share::thing).distinct().count()));
        }
        var missing = new TreeSet<String>();
        shares.forEach(it -> it.missing().ifPresent(missing::add));
        if (!missing.isEmpty() && shares.stream().allMatch(it -> it.amount().isEmpty())) {
            return none("no-exchange-rate", missing);
        }
        var sum = shares.stream().flatMap(it -> it.amount().stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return known(sum, missing);
    }
}
