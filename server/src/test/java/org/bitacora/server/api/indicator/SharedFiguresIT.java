package org.bitacora.server.api.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
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
import org.bitacora.domain.indicator.Field;
import org.bitacora.domain.indicator.Filter;
import org.bitacora.domain.indicator.Observation;
import org.bitacora.domain.indicator.Period;
import org.bitacora.projections.indicator.Catalogue;
import org.bitacora.projections.indicator.Question;
import org.bitacora.projections.indicator.Scope;
import org.bitacora.projections.indicator.query.Figures;
import org.bitacora.projections.indicator.reference.RandomLife;
import org.bitacora.server.testing.RealDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Many questions asked at once have the answers that each has by itself, which {@link DifferentialIT} compares with what
 * follows from the events: random histories, each asked for all indicators and for some of its own, filtered.
 */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class SharedFiguresIT {

    private static final int HISTORIES = 15;
    private static final int OWN = 6;
    private static final int COUNTRIES = 70;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Catalogue catalogue;

    @Inject
    Figures figures;

    @BeforeEach
    void withoutTheContract() {
        RestAssured.replaceFiltersWith(List.of());
    }

    @Test
    void manyQuestionsAtOnceHaveTheAnswersOfEach() {
        var failures = IntStream.rangeClosed(1, HISTORIES)
                .mapToObj(this::failure)
                .flatMap(Optional::stream)
                .toList();
        assertThat(failures).isEmpty();
    }

    private Optional<String> failure(int seed) {
        var life = new RandomLife(seed);
        var territory = "shared-" + seed;
        Lives.register(territory);
        var definitions = new ArrayList<>(catalogue.all());
        IntStream.range(0, OWN)
                .forEach(n -> definitions.add(Lives.define(territory, "own.figure-" + n, life.definition())));
        var log = Lives.live(territory, life);
        var periods = Period.parse(life.period()).orElseThrow();
        var questions = new ArrayList<>(definitions.stream()
                .map(it -> question(it, periods, life.filter()))
                .toList());
        ofEveryCountry(questions, periods);
        int asOf = life.upTo(log.size());
        return differs(questions, Scope.of(territory, asOf), "seed " + seed)
                .or(() -> differs(questions, withTheOneBefore(seed, asOf), "group of seed " + seed));
    }

    /** More filters than one statement has room for. */
    private void ofEveryCountry(List<Question> questions, List<Period> periods) {
        var countries = catalogue.find("allas.countries").orElseThrow();
        Stream.of(Locale.getISOCountries())
                .limit(COUNTRIES)
                .forEach(it -> questions.add(question(countries, periods, List.of(Field.COUNTRY.word(), it))));
    }

    private static Scope withTheOneBefore(int seed, int asOf) {
        return new Scope(Stream.of(seed, Math.max(1, seed - 1))
                .distinct()
                .map(it -> new Scope.Place("both", "shared-" + it, asOf))
                .toList());
    }

    private static Question question(Definition definition, List<Period> periods, List<String> filter) {
        var where = filter.isEmpty()
                ? Filter.EVERYTHING
                : new Filter(Map.of(Field.of(filter.getFirst()).orElseThrow(), Set.of(filter.getLast())));
        return new Question(definition, periods, where, List.of());
    }

    private Optional<String> differs(List<Question> questions, Scope scope, String seed) {
        var together = figures.observe(questions, scope).await().atMost(PATIENCE);
        for (int i = 0; i < questions.size(); i++) {
            Map<String, List<Observation>> alone =
                    figures.observe(questions.get(i), scope).await().atMost(PATIENCE);
            if (!together.get(i).equals(alone)) {
                return Optional.of(seed + " " + questions.get(i) + ": " + together.get(i) + " instead of " + alone);
            }
        }
        return Optional.empty();
    }
}
