package org.bitacora.projections.indicator.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Filter;
import org.bitacora.domain.indicator.FilterField;
import org.bitacora.domain.indicator.Observation;
import org.bitacora.domain.indicator.Period;
import org.bitacora.eventlog.testing.LogDatabase;
import org.bitacora.projections.indicator.IndicatorCatalogue;
import org.bitacora.projections.indicator.ObservationQuery;
import org.bitacora.projections.indicator.TerritoryScope;
import org.bitacora.projections.indicator.query.ObservationEngine;
import org.bitacora.projections.projector.TestLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Tests that queries which share scans have the same results as separate queries, which {@link ReferenceDifferentialIT}
 * compares with the reference: random histories, each with filtered queries for all indicators and some of its own.
 */
class SharedQueryIT {

    private static final int HISTORIES = 15;
    private static final int OWN = 6;
    private static final int COUNTRIES = 70;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @RegisterExtension
    static final LogDatabase DATABASE = new LogDatabase();

    private final TestLog testLog = new TestLog(DATABASE);
    private final IndicatorCatalogue indicatorCatalogue = IndicatorCatalogue.read();
    private final ObservationEngine observationEngine = new ObservationEngine(testLog.pool());

    @Test
    void sharedQueriesHaveTheResultsOfSeparateQueries() {
        var failures = IntStream.rangeClosed(1, HISTORIES)
                .mapToObj(this::failure)
                .flatMap(Optional::stream)
                .toList();
        assertThat(failures).isEmpty();
    }

    private Optional<String> failure(int seed) {
        var history = new RandomEventHistory(seed);
        var territory = RandomTerritory.register(testLog, "shared-" + seed, history);
        var definitions = new ArrayList<>(indicatorCatalogue.all());
        IntStream.range(0, OWN).forEach(n -> definitions.add(territory.define("own.figure-" + n, 1)));
        testLog.append(territory.drafts());
        testLog.projectAll();
        var periods = Period.parse(history.period()).orElseThrow();
        var queries = new ArrayList<>(definitions.stream()
                .map(it -> query(it, periods, history.filter()))
                .toList());
        addQueryForEachCountry(queries, periods);
        int asOf = history.numberUpTo(territory.log().size());
        return differs(queries, TerritoryScope.of(territory.code(), asOf), "seed " + seed)
                .or(() -> differs(queries, groupWithPreviousTerritory(seed, asOf), "group of seed " + seed));
    }

    /** Adds more filters than the bit mask of one statement can hold. */
    private void addQueryForEachCountry(List<ObservationQuery> queries, List<Period> periods) {
        var countries = indicatorCatalogue.find("allas.countries").orElseThrow();
        Stream.of(Locale.getISOCountries())
                .limit(COUNTRIES)
                .forEach(it -> queries.add(query(countries, periods, List.of(FilterField.COUNTRY.word(), it))));
    }

    private static TerritoryScope groupWithPreviousTerritory(int seed, int asOf) {
        return new TerritoryScope(Stream.of(seed, Math.max(1, seed - 1))
                .distinct()
                .map(it -> new TerritoryScope.ScopeTerritory("both", "shared-" + it, asOf))
                .toList());
    }

    private static ObservationQuery query(Definition definition, List<Period> periods, List<String> filter) {
        var where = filter.isEmpty()
                ? Filter.EVERYTHING
                : new Filter(Map.of(FilterField.of(filter.getFirst()).orElseThrow(), Set.of(filter.getLast())));
        return new ObservationQuery(definition, periods, where, List.of());
    }

    private Optional<String> differs(List<ObservationQuery> queries, TerritoryScope scope, String seed) {
        var shared = observationEngine.observe(queries, scope).await().atMost(PATIENCE);
        for (int i = 0; i < queries.size(); i++) {
            Map<String, List<Observation>> separate =
                    observationEngine.observe(queries.get(i), scope).await().atMost(PATIENCE);
            if (!shared.get(i).equals(separate)) {
                return Optional.of(seed + " " + queries.get(i) + ": " + shared.get(i) + " instead of " + separate);
            }
        }
        return Optional.empty();
    }
}
