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
import org.bitacora.projections.indicator.Catalogue;
import org.bitacora.projections.indicator.reference.Obvious;
import org.bitacora.projections.indicator.reference.RandomLife;
import org.bitacora.projections.indicator.reference.Told;
import org.bitacora.server.testing.RealDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Random histories, each asked at random moments in random cuts: what the API answers is what {@link Obvious} computes
 * from the events, the evidence adds up to it, and so does what changed it. Every indicator of the catalogue has its turn,
 * and so have definitions that cities make for themselves. A failure names the seed.
 */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class DifferentialIT {

    private static final int HISTORIES = 1_000;

    @Inject
    Catalogue catalogue;

    @BeforeEach
    void withoutTheContract() {
        RestAssured.replaceFiltersWith(List.of());
    }

    @Test
    void theApiAnswersWhatFollowsFromTheEvents() {
        var definitions =
                new ArrayList<>(catalogue.all().stream().map(Optional::of).toList());
        int builtIn = definitions.size();
        IntStream.range(0, builtIn / 3).forEach(_ -> definitions.add(Optional.empty()));
        var failures = IntStream.rangeClosed(1, HISTORIES)
                .parallel()
                .mapToObj(seed -> failure(seed, definitions.get(seed % definitions.size())))
                .flatMap(Optional::stream)
                .toList();
        assertThat(failures).isEmpty();
    }

    /** An own definition where none is given. */
    private static Optional<String> failure(int seed, Optional<Definition> builtIn) {
        try {
            var life = new RandomLife(seed);
            var territory = "life-" + seed;
            Lives.register(territory);
            var definition = builtIn.orElseGet(() -> Lives.define(territory, "own.figure", life.definition()));
            var log = Lives.live(territory, life);
            check(life, territory, definition, log);
            check(life, territory, definition, log);
            int one = life.upTo(log.size());
            int other = life.upTo(log.size());
            Asked.of(life, territory, definition, "")
                    .checkDifference("" + Math.min(one, other), "" + Math.max(one, other), "seed " + seed + ": ");
            return Optional.empty();
        } catch (AssertionError e) {
            return Optional.of(e.toString());
        }
    }

    private static void check(RandomLife life, String territory, Definition definition, List<Told> log) {
        int asOf = life.upTo(log.size());
        var known = log.stream().filter(it -> it.position() <= asOf).toList();
        Asked.of(life, territory, definition, "").check(Obvious.of(known), "" + asOf, territory + ": ");
    }
}
