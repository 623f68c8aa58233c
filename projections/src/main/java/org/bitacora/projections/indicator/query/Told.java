package org.bitacora.projections.indicator.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bitacora.projections.indicator.query.Seen.Rows;

/**
 * What is to be told of rows so that each of several leaves can take its own.
 *
 * @param ofAll what all of them need: rows without it are not looked at
 * @param ofActivities what some need of an activity
 * @param ofElements what some need of a thing that it names
 * @param rows which rows they take
 */
record Told(List<Need> ofAll, List<Need> ofActivities, List<Need> ofElements, Set<Rows> rows) {

    static Told to(Collection<Leaf> leaves) {
        var needs = new LinkedHashSet<Need>();
        var ofAll = new HashSet<>(Need.of(leaves.iterator().next()));
        var rows = EnumSet.noneOf(Rows.class);
        for (var leaf : leaves) {
            needs.addAll(Need.of(leaf));
            ofAll.retainAll(Need.of(leaf));
            rows.add(Rows.of(leaf));
        }
        ofAll.removeIf(Need.OfElement.class::isInstance);
        needs.removeAll(ofAll);
        var byKind = needs.stream().collect(Collectors.partitioningBy(Need.OfActivity.class::isInstance));
        return new Told(
                List.copyOf(ofAll), byKind.getOrDefault(true, List.of()), byKind.getOrDefault(false, List.of()), rows);
    }

    /** How many bits tell of it. */
    int size() {
        return ofActivities.size() + ofElements.size();
    }

    /** The bits of all that a leaf needs. */
    long bits(Leaf leaf) {
        var told = new ArrayList<>(ofActivities);
        told.addAll(ofElements);
        return Need.of(leaf).stream()
                .filter(need -> !ofAll.contains(need))
                .mapToLong(need -> 1L << told.indexOf(need))
                .sum();
    }
}
