package org.bitacora.projections.indicator.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bitacora.domain.indicator.BreakdownRules;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Filter;
import org.bitacora.domain.indicator.FilterField;
import org.bitacora.domain.indicator.Grouping;
import org.bitacora.domain.indicator.Observation;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.indicator.Value;
import org.bitacora.projections.indicator.ObservationQuery;
import org.bitacora.projections.indicator.TerritoryScope;
import org.bitacora.projections.indicator.evidence.Contribution;
import org.bitacora.projections.indicator.evidence.EvidenceFinder;
import org.bitacora.projections.indicator.evidence.EvidenceFinder.EvidencePage;
import org.bitacora.projections.indicator.evidence.EvidenceFinder.EvidenceQuery;
import org.bitacora.projections.indicator.evidence.EvidenceFinder.InstantRange;
import org.bitacora.projections.indicator.query.ObservationEngine;

/**
 * A query to the engine, and the checks of its results: values and parts equal those of {@link ReferenceCalculator}, evidence
 * adds up to the values, and changes add up to the differences.
 *
 * @param seed identifies the query in a failure message
 */
record EngineQueryCheck(
        Pool pool, Definition definition, List<Period> periods, Filter where, List<Grouping> by, String seed) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int PAGE = 2;

    /** Returns a random query for a definition. */
    static EngineQueryCheck of(Pool pool, RandomEventHistory history, Definition definition, String seed) {
        var groupings =
                history.by().stream().map(it -> Grouping.of(it).orElseThrow()).toList();
        return new EngineQueryCheck(
                pool,
                definition,
                Period.parse(history.period()).orElseThrow(),
                filter(history.filter()),
                BreakdownRules.isAllowed(definition.measure(), groupings) ? groupings : List.of(),
                seed);
    }

    private static Filter filter(List<String> filter) {
        return filter.isEmpty()
                ? Filter.EVERYTHING
                : new Filter(Map.of(FilterField.of(filter.getFirst()).orElseThrow(), Set.of(filter.getLast())));
    }

    /** Asserts that the values in a scope equal the reference, and that the evidence adds up to the first value. */
    void checkObservations(ReferenceCalculator reference, TerritoryScope scope) {
        var observations = observe(new ObservationQuery(definition, periods, where, by), scope);
        assertThat(observations).as(seed).hasSameSizeAs(periods);
        for (int i = 0; i < periods.size(); i++) {
            ObservationComparison.assertSame(
                    observations.get(i),
                    reference.figure(definition, periods.get(i), where, by),
                    "%s: %s by %s of %s in %s as of %s"
                            .formatted(
                                    seed,
                                    definition.code(),
                                    by,
                                    where,
                                    periods.get(i).name(),
                                    scope.positions()));
        }
        assertAddsUp(observations.getFirst().value(), evidence(periods.getFirst(), scope));
    }

    private List<Observation> observe(ObservationQuery query, TerritoryScope scope) {
        var byGroup = await(new ObservationEngine(pool).observe(query, scope));
        assertThat(byGroup).as(seed).hasSize(1);
        return byGroup.values().iterator().next();
    }

    /** Returns the contributions of reports and of the activities of all pages. */
    private List<Contribution> evidence(Period period, TerritoryScope scope) {
        var finder = new EvidenceFinder(pool);
        var evidenceQuery = new EvidenceQuery(definition, period, where);
        var all = new ArrayList<>(await(finder.findByReport(evidenceQuery, scope)));
        var page = new EvidencePage("", "", PAGE);
        boolean hasMore = true;
        while (hasMore) {
            var found = await(finder.findByActivity(evidenceQuery, scope, page));
            all.addAll(found);
            hasMore = found.size() == PAGE;
            if (hasMore) {
                page = new EvidencePage(
                        found.getLast().territory(), found.getLast().subject(), PAGE);
            }
        }
        assertThat(all).as(seed + " evidence").noneMatch(it -> it.events().isEmpty());
        return all;
    }

    private void assertAddsUp(Value value, List<Contribution> contributions) {
        var where = seed + ": evidence of " + definition.code();
        if (value instanceof Value.RatioValue) {
            value.numerator().ifPresent(it -> assertSum(contributions, Contribution::effect, it, where));
            value.denominator().ifPresent(it -> assertSum(contributions, Contribution::denominatorEffect, it, where));
        } else {
            value.number().ifPresent(it -> assertSum(contributions, Contribution::effect, it, where));
        }
    }

    /** Asserts that the changes between two scopes add up to the difference of the values, and that each has a cause. */
    void checkDifference(Period period, TerritoryScope from, TerritoryScope to, Optional<InstantRange> between) {
        var query = new ObservationQuery(definition, List.of(period), where, List.of());
        var before = observe(query, from).getFirst().value();
        var after = observe(query, to).getFirst().value();
        var finder = new EvidenceFinder(pool);
        var evidenceQuery = new EvidenceQuery(definition, period, where);
        var changes = await(finder.findChanges(evidenceQuery, from, to, between));
        assertThat(changes)
                .as(seed + ": causes of changes")
                .allMatch(it -> it.cause().isPresent() && !it.events().isEmpty());
        var contributions = Stream.of(
                        changes,
                        await(finder.findByReport(evidenceQuery, to)),
                        await(finder.findByReport(evidenceQuery, from)).stream()
                                .map(Contribution::negated)
                                .toList())
                .flatMap(List::stream)
                .toList();
        assertDifference(before, after, contributions);
    }

    private void assertDifference(Value before, Value after, List<Contribution> contributions) {
        var where = seed + ": difference of " + definition.code();
        if (after instanceof Value.RatioValue) {
            difference(before, after, Value::numerator)
                    .ifPresent(it -> assertSum(contributions, Contribution::effect, it, where));
            difference(before, after, Value::denominator)
                    .ifPresent(it -> assertSum(contributions, Contribution::denominatorEffect, it, where));
        } else {
            difference(before, after, Value::number)
                    .ifPresent(it -> assertSum(contributions, Contribution::effect, it, where));
        }
    }

    private static Optional<BigDecimal> difference(
            Value before, Value after, Function<Value, Optional<BigDecimal>> number) {
        return number.apply(after).flatMap(it -> number.apply(before).map(it::subtract));
    }

    private static void assertSum(
            Collection<Contribution> contributions,
            Function<Contribution, Optional<BigDecimal>> effect,
            BigDecimal expected,
            String where) {
        var sum = contributions.stream()
                .flatMap(it -> effect.apply(it).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        ObservationComparison.assertClose(sum, expected, where);
    }

    private static <T> T await(Uni<T> answer) {
        return answer.await().atMost(PATIENCE);
    }
}
