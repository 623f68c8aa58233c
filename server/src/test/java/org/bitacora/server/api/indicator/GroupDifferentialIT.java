package org.bitacora.server.api.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Measure;
import org.bitacora.projections.indicator.IndicatorCatalogue;
import org.bitacora.projections.indicator.reference.RandomEventHistory;
import org.bitacora.projections.indicator.reference.ReferenceCalculator;
import org.bitacora.projections.indicator.reference.ReferenceCalculator.TerritoryHistory;
import org.bitacora.projections.indicator.reference.ReferenceEntry;
import org.bitacora.server.testing.PostgresTestResource;
import org.bitacora.server.testing.TestRequests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Compares observations of groups from the API with {@link ReferenceCalculator}, for territories with random histories
 * and random memberships. {@code GroupReferenceDifferentialIT} of projections tests the engine itself with many more
 * groups. A failure names the seed.
 */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class GroupDifferentialIT {

    private static final int GROUPS = 30;

    @Inject
    IndicatorCatalogue indicatorCatalogue;

    @BeforeEach
    void withoutTheContract() {
        RestAssured.replaceFiltersWith(List.of());
    }

    @Test
    void aGroupCountsItsMembersDuringTheirMembership() {
        var definitions = indicatorCatalogue.all().stream()
                .filter(it -> isOfActivities(it.measure()))
                .toList();
        var failures = IntStream.rangeClosed(1, GROUPS)
                .parallel()
                .mapToObj(seed -> failure(seed, definitions.get(seed % definitions.size())))
                .flatMap(Optional::stream)
                .toList();
        assertThat(failures).isEmpty();
    }

    /** Reported values and exchange rates belong to single territories; other tests cover them. */
    private static boolean isOfActivities(Measure measure) {
        return switch (measure) {
            case Measure.Ratio(var numerator, var denominator, var _) ->
                isOfActivities(numerator) && isOfActivities(denominator);
            case Measure.IndicatorReference(var _, var _, var of) -> isOfActivities(of);
            case Measure.MoneySum _, Measure.ReportedSeries _ -> false;
            case Measure.ActivityMeasure _ -> true;
        };
    }

    /** The events of a group and of its members, one territory after the other, with their recording times. */
    private record RandomGroup(List<List<ReferenceEntry>> logs, List<LocalDate> since, List<LocalDate> until) {
        ReferenceCalculator at(Instant moment) {
            var lives = new ArrayList<TerritoryHistory>();
            for (int i = 0; i < logs.size(); i++) {
                var known = logs.get(i).stream()
                        .filter(it -> !it.at().isAfter(moment))
                        .toList();
                lives.add(new TerritoryHistory(known, since.get(i), until.get(i)));
            }
            return new ReferenceCalculator(lives);
        }
    }

    private static Optional<String> failure(int seed, Definition definition) {
        try {
            var life = new RandomEventHistory(seed);
            var name = "group-" + seed;
            var territories = List.of(name, name + "-a", name + "-b");
            territories.forEach(RandomTerritories::register);
            var start = RandomTerritories.readLog(name).getLast().at();
            var randomGroup = named(life, territories);
            var end = randomGroup.logs().getLast().getLast().at();
            var moments = randomGroup.logs().stream()
                    .flatMap(List::stream)
                    .map(ReferenceEntry::at)
                    .filter(it ->
                            it.isAfter(randomGroup.logs().getFirst().getLast().at()))
                    .toList();
            var moment = moments.get(life.numberUpTo(moments.size()) - 1);
            var indicatorQueryCheck = IndicatorQueryCheck.of(life, name, definition, "&rollup=true");
            indicatorQueryCheck.checkObservations(randomGroup.at(moment), moment.toString(), "seed " + seed + ": ");
            indicatorQueryCheck.checkObservations(randomGroup.at(end), end.toString(), "seed " + seed + ": ");
            indicatorQueryCheck.checkDifference(start.toString(), moment.toString(), "seed " + seed + ": ");
            indicatorQueryCheck.checkDifference(moment.toString(), end.toString(), "seed " + seed + ": ");
            return Optional.empty();
        } catch (AssertionError e) {
            return Optional.of(e.toString());
        }
    }

    /** The first territory is the group; its membership events precede the events of the members. */
    private static RandomGroup named(RandomEventHistory life, List<String> territories) {
        var since = new ArrayList<>(List.of(LocalDate.MIN));
        var until = new ArrayList<>(List.of(LocalDate.MAX));
        for (var member : territories.subList(1, territories.size())) {
            since.add(life.numberUpTo(3) == 1 ? LocalDate.parse("2014-05-10") : LocalDate.MIN);
            until.add(life.numberUpTo(3) == 1 ? LocalDate.parse("2014-12-01") : LocalDate.MAX);
            join(territories.getFirst(), member, since.getLast(), until.getLast());
        }
        var logs = territories.stream()
                .map(it -> RandomTerritories.postHistory(it, life))
                .toList();
        return new RandomGroup(logs, since, until);
    }

    private static void join(String group, String member, LocalDate since, LocalDate until) {
        var days = new ArrayList<String>();
        if (!since.equals(LocalDate.MIN)) {
            days.add("\"from\": \"" + since + "\"");
        }
        if (!until.equals(LocalDate.MAX)) {
            days.add("\"to\": \"" + until + "\"");
        }
        TestRequests.asAdmin()
                .contentType("application/json")
                .body("{" + String.join(", ", days) + "}")
                .put("/v1/territories/" + group + "/members/" + member)
                .then()
                .statusCode(200);
    }
}
