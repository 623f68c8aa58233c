package org.bitacora.projections.indicator.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Period;
import org.bitacora.eventlog.testing.LogDatabase;
import org.bitacora.projections.indicator.IndicatorCatalogue;
import org.bitacora.projections.indicator.TerritoryScope;
import org.bitacora.projections.projector.TestLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Tests that the engine computes the same values as {@link ReferenceCalculator} from the same events: random histories with
 * random queries as of random positions. Evidence adds up to the values, and changes add up to the differences. The test
 * includes every indicator of the catalogue and territories' own definitions. A failure states the seed.
 */
class ReferenceDifferentialIT {

    private static final int HISTORIES = 1_000;
    private static final Period YEAR = Period.parse("2014").orElseThrow().getFirst();

    @RegisterExtension
    static final LogDatabase DATABASE = new LogDatabase();

    private final TestLog testLog = new TestLog(DATABASE);

    private record RandomCase(RandomTerritory territory, Definition definition, List<ReferenceEntry> log, String seed) {

        TerritoryScope scope(long position) {
            return TerritoryScope.of(territory.code(), position);
        }
    }

    @Test
    void valuesEvidenceAndDifferencesFollowFromTheEvents() {
        var definitions = catalogueAndOwnDefinitions();
        var cases = IntStream.rangeClosed(1, HISTORIES)
                .parallel()
                .mapToObj(seed -> append(seed, definitions.get(seed % definitions.size())))
                .toList();
        testLog.projectAll();

        var failures = cases.parallelStream()
                .map(this::findFailure)
                .flatMap(Optional::stream)
                .toList();

        assertThat(failures).isEmpty();
    }

    /** Returns the definitions of the catalogue; an empty element stands for a territory's own definition. */
    private static List<Optional<Definition>> catalogueAndOwnDefinitions() {
        var definitions = new ArrayList<>(
                IndicatorCatalogue.read().all().stream().map(Optional::of).toList());
        int builtIn = definitions.size();
        IntStream.range(0, builtIn / 3).forEach(_ -> definitions.add(Optional.empty()));
        return definitions;
    }

    private RandomCase append(int seed, Optional<Definition> builtIn) {
        var territory = RandomTerritory.register(testLog, "life-" + seed, new RandomEventHistory(seed));
        var definition = builtIn.orElseGet(() -> territory.define("own.figure", 1));
        testLog.append(territory.drafts());
        return new RandomCase(territory, definition, territory.log(), "seed " + seed);
    }

    private Optional<String> findFailure(RandomCase randomCase) {
        try {
            checkObservations(randomCase);
            checkObservations(randomCase);
            checkDifference(randomCase);
            return Optional.empty();
        } catch (AssertionError e) {
            return Optional.of(e.toString());
        }
    }

    private EngineQueryCheck randomQuery(RandomCase randomCase) {
        return EngineQueryCheck.of(
                testLog.pool(), randomCase.territory().history(), randomCase.definition(), randomCase.seed());
    }

    private void checkObservations(RandomCase randomCase) {
        var position = randomPosition(randomCase);
        var known = randomCase.log().stream()
                .filter(it -> it.position() <= position)
                .toList();
        randomQuery(randomCase).checkObservations(ReferenceCalculator.of(known), randomCase.scope(position));
    }

    private void checkDifference(RandomCase randomCase) {
        var one = randomPosition(randomCase);
        var other = randomPosition(randomCase);
        randomQuery(randomCase)
                .checkDifference(
                        YEAR,
                        randomCase.scope(Math.min(one, other)),
                        randomCase.scope(Math.max(one, other)),
                        Optional.empty());
    }

    private static long randomPosition(RandomCase randomCase) {
        return randomCase.territory().history().numberUpTo(randomCase.log().size());
    }
}
