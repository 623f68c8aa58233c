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
 * The predicates that a shared scan evaluates so that each of several measure queries can select its own rows.
 *
 * @param commonPredicates the predicates of all queries; other rows are not read
 * @param activityPredicates the predicates on activities that only some queries have
 * @param elementPredicates the predicates on list elements
 * @param rowKinds the kinds of rows that the queries use
 */
record SharedQueryPlan(
        List<RowPredicate> commonPredicates,
        List<RowPredicate> activityPredicates,
        List<RowPredicate> elementPredicates,
        Set<SharedRowKind> rowKinds) {

    static SharedQueryPlan forQueries(Collection<MeasureQuery> queries) {
        var predicates = new LinkedHashSet<RowPredicate>();
        var commonPredicates =
                new HashSet<>(RowPredicate.predicatesOf(queries.iterator().next()));
        var rows = EnumSet.noneOf(SharedRowKind.class);
        for (var measureQuery : queries) {
            predicates.addAll(RowPredicate.predicatesOf(measureQuery));
            commonPredicates.retainAll(RowPredicate.predicatesOf(measureQuery));
            rows.add(SharedRowKind.of(measureQuery));
        }
        commonPredicates.removeIf(RowPredicate.ElementPredicate.class::isInstance);
        predicates.removeAll(commonPredicates);
        var byKind = predicates.stream()
                .collect(Collectors.partitioningBy(RowPredicate.ActivityPredicate.class::isInstance));
        return new SharedQueryPlan(
                List.copyOf(commonPredicates),
                byKind.getOrDefault(true, List.of()),
                byKind.getOrDefault(false, List.of()),
                rows);
    }

    /** Returns the number of bits of the predicate mask. */
    int bitCount() {
        return activityPredicates.size() + elementPredicates.size();
    }

    /** Returns the bits of all predicates of a measure query that are not common. */
    long bitsOf(MeasureQuery measureQuery) {
        var maskPredicates = new ArrayList<>(activityPredicates);
        maskPredicates.addAll(elementPredicates);
        return RowPredicate.predicatesOf(measureQuery).stream()
                .filter(rowPredicate -> !commonPredicates.contains(rowPredicate))
                .mapToLong(rowPredicate -> 1L << maskPredicates.indexOf(rowPredicate))
                .sum();
    }
}
