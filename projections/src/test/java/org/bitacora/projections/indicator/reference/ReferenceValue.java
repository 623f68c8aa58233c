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

/** A reference value of a measure: a number or a reason, and the values of the breakdown's parts. */
public record ReferenceValue(
        Optional<BigDecimal> number,
        Optional<String> reason,
        Set<String> missing,
        Map<List<String>, ReferenceValue> parts,
        long unplaced,
        long inSeveral,
        long unclassified,
        Optional<String> currency) {

    /** The contribution of an activity: a thing that counts once, an amount, its parts, and whether it is placed in the period. */
    record ActivityShare(
            String activity,
            String countedThing,
            Optional<BigDecimal> amount,
            Optional<String> missing,
            List<List<String>> keys,
            boolean placed) {}

    static ReferenceValue ofNumber(BigDecimal number) {
        return known(number, Set.of());
    }

    static ReferenceValue known(BigDecimal number, Set<String> missing) {
        return new ReferenceValue(Optional.of(number), Optional.empty(), missing, Map.of(), 0, 0, 0, Optional.empty());
    }

    static ReferenceValue unknown(String reason, Set<String> missing) {
        return new ReferenceValue(Optional.empty(), Optional.of(reason), missing, Map.of(), 0, 0, 0, Optional.empty());
    }

    /** Returns the ratio of two values and of their parts. */
    static ReferenceValue ratio(ReferenceValue above, ReferenceValue below, BigDecimal scale) {
        var members = new ArrayList<>(above.parts().keySet());
        members.addAll(below.parts().keySet());
        Map<List<String>, ReferenceValue> parts = new HashMap<>();
        members.forEach(it -> parts.put(it, divided(part(above, it), part(below, it), scale)));
        var whole = divided(above, below, scale);
        return new ReferenceValue(
                whole.number(),
                whole.reason(),
                whole.missing(),
                parts,
                Math.max(above.unplaced(), below.unplaced()),
                Math.max(above.inSeveral(), below.inSeveral()),
                Math.max(above.unclassified(), below.unclassified()),
                Optional.empty());
    }

    private static ReferenceValue part(ReferenceValue of, List<String> member) {
        var none = of.reason().isPresent() ? unknown(of.reason().get(), of.missing()) : ofNumber(BigDecimal.ZERO);
        return of.parts().getOrDefault(member, none);
    }

    private static ReferenceValue divided(ReferenceValue above, ReferenceValue below, BigDecimal scale) {
        var missing = new TreeSet<>(above.missing());
        missing.addAll(below.missing());
        if (above.reason().isPresent() || below.reason().isPresent()) {
            return unknown(above.reason().or(below::reason).orElseThrow(), missing);
        }
        if (above.currency().isPresent()
                && below.currency().isPresent()
                && !above.currency().equals(below.currency())) {
            return unknown("other-unit", missing);
        }
        if (below.number().orElseThrow().signum() == 0) {
            return unknown("zero-denominator", missing);
        }
        var quotient = above.number()
                .orElseThrow()
                .multiply(scale)
                .divide(below.number().get(), MathContext.DECIMAL64);
        return known(quotient, missing);
    }

    /** Returns the sum of the contributions, or the number of their distinct things. */
    static ReferenceValue ofContributions(List<ActivityShare> shares, boolean distinct) {
        var placed = shares.stream().filter(ActivityShare::placed).toList();
        var whole = total(placed, distinct);
        Map<List<String>, ReferenceValue> parts = new LinkedHashMap<>();
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
        placed.forEach(it ->
                byThing.computeIfAbsent(it.countedThing(), _ -> new HashSet<>()).addAll(it.keys()));
        return new ReferenceValue(
                whole.number(),
                whole.reason(),
                whole.missing(),
                parts,
                shares.stream()
                        .filter(it -> !it.placed())
                        .map(ActivityShare::activity)
                        .distinct()
                        .count(),
                byThing.values().stream().filter(it -> it.size() > 1).count(),
                byThing.values().stream().filter(Set::isEmpty).count(),
                Optional.empty());
    }

    private static ReferenceValue total(List<ActivityShare> shares, boolean distinct) {
        if (distinct) {
            return ofNumber(BigDecimal.valueOf(
                    shares.stream().map(ActivityShare::countedThing).distinct().count()));
        }
        var missing = new TreeSet<String>();
        shares.forEach(it -> it.missing().ifPresent(missing::add));
        if (!missing.isEmpty() && shares.stream().allMatch(it -> it.amount().isEmpty())) {
            return unknown("no-exchange-rate", missing);
        }
        var sum = shares.stream().flatMap(it -> it.amount().stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return known(sum, missing);
    }
}
