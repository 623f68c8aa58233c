package org.bitacora.projections.indicator.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Filter;
import org.bitacora.domain.indicator.Value;
import org.bitacora.eventlog.testing.LogDatabase;
import org.bitacora.projections.indicator.DefinitionRepository;
import org.bitacora.projections.indicator.IndicatorCatalogue;
import org.bitacora.projections.indicator.change.ChangeDetector;
import org.bitacora.projections.indicator.change.ObservationChange;
import org.bitacora.projections.indicator.query.ObservationExport;
import org.bitacora.projections.indicator.query.ObservationExport.ExportWindow;
import org.bitacora.projections.projector.TestLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Tests that a copy that applies the changes of consecutive ranges of a log is equal to a full export at the end of each
 * range, and that both equal the values of {@link ReferenceCalculator}. A failure states the seed.
 */
class ChangeDifferentialIT {

    private static final int HISTORIES = 60;
    private static final int LARGEST_STEP = 12;
    private static final int REFERENCES_PER_STEP = 5;
    private static final String OWN = "own.figure";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @RegisterExtension
    static final LogDatabase DATABASE = new LogDatabase();

    private final TestLog testLog = new TestLog(DATABASE);
    private final IndicatorCatalogue catalogue = IndicatorCatalogue.read();

    /** The key of a value in a copy. */
    private record CopyKey(String indicator, String period) implements Comparable<CopyKey> {
        @Override
        public int compareTo(CopyKey other) {
            return toString().compareTo(other.toString());
        }
    }

    @Test
    void aCopyThatAppliesChangesEqualsAFullExportAtEveryStep() {
        var territories = IntStream.rangeClosed(1, HISTORIES)
                .parallel()
                .mapToObj(this::append)
                .toList();
        testLog.projectAll();

        var failures = territories.parallelStream()
                .map(this::findFailure)
                .flatMap(Optional::stream)
                .toList();

        assertThat(failures).isEmpty();
    }

    /** Appends a random history. The territory's own definition is appended before its activities and again after them. */
    private RandomTerritory append(int seed) {
        var territory = RandomTerritory.register(testLog, "copy-" + seed, new RandomEventHistory(seed));
        territory.define(OWN, 1);
        testLog.append(territory.drafts());
        appendOddDates(territory.code());
        territory.define(OWN, 2);
        return territory;
    }

    /** Appends implausible dates, one of which is corrected later, and dates that cover further years one after another. */
    private void appendOddDates(String territory) {
        testLog.append(territory, "odd-1", "agreement.signed", "{\"on\": \"0214-05-12\"}");
        testLog.append(territory, "odd-2", "alliance.joined", "{\"on\": \"1799-12-31\"}");
        testLog.append(territory, "odd-3", "visit.received", "{\"start\": \"2017-03\"}");
        testLog.append(territory, "odd-4", "visit.received", "{\"start\": \"2940-03-01\"}");
        testLog.append(territory, "odd-5", "agreement.signed", "{}");
        testLog.append(territory, "odd-1", "activity.corrected", "{\"on\": \"2014-05-12\"}");
        testLog.append(territory, "odd-6", "visit.received", "{\"start\": \"2019\"}");
        testLog.append(territory, "odd-2", "alliance.left", "{\"on\": \"2015-06-30\"}");
    }

    private Optional<String> findFailure(RandomTerritory territory) {
        try {
            follow(territory, new Random(territory.code().hashCode()));
            return Optional.empty();
        } catch (AssertionError e) {
            return Optional.of(territory.code() + ": " + e);
        }
    }

    private void follow(RandomTerritory territory, Random random) {
        var log = territory.log();
        var changeDetector = new ChangeDetector(testLog.pool(), catalogue);
        Map<CopyKey, Value> copy = new TreeMap<>();
        long position = 0;
        while (position < log.size()) {
            long next = Math.min(log.size(), position + 1 + random.nextInt(LARGEST_STEP));
            await(changeDetector.findChanges(territory.code(), position, next)).forEach(it -> apply(copy, it));
            position = next;
            checkCopy(copy, territory, log.subList(0, (int) position), random);
        }
    }

    private static void apply(Map<CopyKey, Value> copy, ObservationChange change) {
        var key =
                new CopyKey(change.definition().code().value(), change.period().name());
        var before = Optional.ofNullable(copy.put(key, change.after()));
        assertThat(change.before().isPresent()).as("%s was known", key).isEqualTo(before.isPresent());
        before.ifPresent(
                it -> ObservationComparison.assertEqualValues(change.before().orElseThrow(), it, key + " before"));
        assertThat(change.events().isEmpty() && before.isPresent())
                .as("%s moved without an event: %s", key, change)
                .isFalse();
    }

    private void checkCopy(
            Map<CopyKey, Value> copy, RandomTerritory territory, List<ReferenceEntry> known, Random random) {
        var definitions = definitions(territory.code(), known.size());
        var exported = new ObservationExport(testLog.pool())
                .export(territory.code(), known.size(), definitions, ExportWindow.ALL);
        Map<CopyKey, Value> all = new TreeMap<>();
        var reference = ReferenceCalculator.of(known);
        var compared = random.ints(REFERENCES_PER_STEP, 0, definitions.size())
                .mapToObj(definitions::get)
                .toList();
        for (var of : await(exported)) {
            for (var observation : of.observations()) {
                var key = new CopyKey(
                        of.definition().code().value(), observation.period().name());
                all.put(key, observation.value());
                if (compared.contains(of.definition())) {
                    ObservationComparison.assertSame(
                            observation,
                            reference.figure(of.definition(), observation.period(), Filter.EVERYTHING, List.of()),
                            key + " as of " + known.size());
                }
            }
        }
        assertThat(copy.keySet()).isEqualTo(all.keySet());
        all.forEach((key, value) -> ObservationComparison.assertEqualValues(
                Objects.requireNonNull(copy.get(key)), value, key + " as of " + known.size()));
    }

    private List<Definition> definitions(String territory, long position) {
        Map<String, Definition> definitions = new LinkedHashMap<>();
        catalogue.all().forEach(it -> definitions.put(it.code().value(), it));
        await(new DefinitionRepository(testLog.pool()).findKnownAt(territory, position))
                .forEach(it -> definitions.put(it.definition().code().value(), it.definition()));
        return new ArrayList<>(definitions.values());
    }

    private static <T> T await(Uni<T> answer) {
        return answer.await().atMost(PATIENCE);
    }
}
