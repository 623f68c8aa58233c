package org.bitacora.server.api.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.projections.indicator.IndicatorCatalogue;
import org.bitacora.projections.indicator.reference.RandomEventHistory;
import org.bitacora.projections.indicator.reference.ReferenceCalculator;
import org.bitacora.projections.indicator.reference.ReferenceEntry;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Compares observations from the API with {@link ReferenceCalculator}, for random histories: one history for each
 * indicator of the catalogue, and a third as many with custom definitions. {@code ReferenceDifferentialIT} of
 * projections tests the engine itself with many more histories. A failure names the seed.
 */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ObservationDifferentialIT {

    @Inject
    IndicatorCatalogue indicatorCatalogue;

    @BeforeEach
    void withoutTheContract() {
        RestAssured.replaceFiltersWith(List.of());
    }

    @Test
    void theApiAgreesWithTheReferenceCalculation() {
        var definitions = new ArrayList<>(
                indicatorCatalogue.all().stream().map(Optional::of).toList());
        int builtIn = definitions.size();
        IntStream.range(0, builtIn / 3).forEach(_ -> definitions.add(Optional.empty()));
        var failures = IntStream.range(0, definitions.size())
                .parallel()
                .mapToObj(seed -> failure(seed, definitions.get(seed)))
                .flatMap(Optional::stream)
                .toList();
        assertThat(failures).isEmpty();
    }

    /**
     * Returns the failure of the history with a seed; empty if it succeeds. The history uses the given definition, or a
     * custom one if none is given.
     */
    private static Optional<String> failure(int seed, Optional<Definition> builtIn) {
        try {
            var life = new RandomEventHistory(seed);
            var territory = "life-" + seed;
            RandomTerritories.register(territory);
            var definition = builtIn.orElseGet(
                    () -> RandomTerritories.createDefinition(territory, "own.figure", life.definition()));
            var log = RandomTerritories.postHistory(territory, life);
            check(life, territory, definition, log);
            check(life, territory, definition, log);
            int one = life.numberUpTo(log.size());
            int other = life.numberUpTo(log.size());
            IndicatorQueryCheck.of(life, territory, definition, "")
                    .checkDifference("" + Math.min(one, other), "" + Math.max(one, other), "seed " + seed + ": ");
            return Optional.empty();
        } catch (AssertionError e) {
            return Optional.of(e.toString());
        }
    }

    private static void check(
            RandomEventHistory life, String territory, Definition definition, List<ReferenceEntry> log) {
        int asOf = life.numberUpTo(log.size());
        var known = log.stream().filter(it -> it.position() <= asOf).toList();
        IndicatorQueryCheck.of(life, territory, definition, "")
                .checkObservations(ReferenceCalculator.of(known), "" + asOf, territory + ": ");
    }
}
