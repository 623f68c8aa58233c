package org.bitacora.projections.indicator.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bitacora.projections.indicator.query.SharedRow.SharedRowKind;

/**
 * What is to be told of rows so that each of several leaves can take its own.
 *
 * @param commonPredicates what all of them need: rows without it are not looked at
 * @param activityPredicates what some need of an activity
 * @param elementPredicates what some need of a thing that it names
 * @param rowKinds which rows they take
 */
record SharedQueryPlan(
        List<RowPredicate> commonPredicates,
        List<RowPredicate> activityPredicates,
        List<RowPredicate> elementPredicates,
        Set<SharedRowKind> rowKinds) {

    static SharedQueryPlan forQueries(Collection<MeasureQuery> leaves) {
        var needs = new LinkedHashSet<RowPredicate>();
        var ofAll = new HashSet<>(RowPredicate.predicatesOf(leaves.iterator().next()));
        var rows = EnumSet.noneOf(SharedRowKind.class);
        for (var measureQuery : leaves) {
            needs.addAll(RowPredicate.predicatesOf(measureQuery));
            ofAll.retainAll(RowPredicate.predicatesOf(measureQuery));
            rows.add(SharedRowKind.of(measureQuery));
        }
        ofAll.removeIf(RowPredicate.ElementPredicate.class::isInstance);
        needs.removeAll(ofAll);
        var byKind =
                needs.stream().collect(Collectors.partitioningBy(RowPredicate.ActivityPredicate.class::isInstance));
        return new SharedQueryPlan(
                List.copyOf(ofAll), byKind.getOrDefault(true, List.of()), byKind.getOrDefault(false, List.of()), rows);
    }

    /** How many bits tell of it. */
    int bitCount() {
        return activityPredicates.size() + elementPredicates.size();
    }

    /** The bits of all that a leaf needs. */
    long bitsOf(MeasureQuery measureQuery) {
        var told = new ArrayList<>(activityPredicates);
        told.addAll(elementPredicates);
        return RowPredicate.predicatesOf(measureQuery).stream()
                .filter(rowPredicate -> !commonPredicates.contains(rowPredicate))
                .mapToLong(rowPredicate -> 1L << told.indexOf(rowPredicate))
                .sum();
    }
}
