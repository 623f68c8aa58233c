package org.bitacora.projections.indicator.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.domain.identifier.Subject;
import org.bitacora.domain.identifier.TerritoryCode;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Measure;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.territory.Membership;
import org.bitacora.eventlog.Draft;
import org.bitacora.eventlog.testing.LogDatabase;
import org.bitacora.projections.indicator.IndicatorCatalogue;
import org.bitacora.projections.indicator.TerritoryScope;
import org.bitacora.projections.indicator.TerritoryScope.ScopeTerritory;
import org.bitacora.projections.indicator.evidence.EvidenceFinder.InstantRange;
import org.bitacora.projections.indicator.reference.ReferenceCalculator.TerritoryHistory;
import org.bitacora.projections.projector.TestLog;
import org.bitacora.projections.territory.MembershipRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Tests groups of territories with random histories and random memberships: the engine computes the same values as
 * {@link ReferenceCalculator}, and evidence and changes add up. A failure states the seed.
 */
class GroupReferenceDifferentialIT {

    private static final int GROUPS = 300;
    private static final int BATCHES = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Period YEAR = Period.parse("2014").orElseThrow().getFirst();

    @RegisterExtension
    static final LogDatabase DATABASE = new LogDatabase();

    private final TestLog testLog = new TestLog(DATABASE);

    /** A random group. The first territory is the group; its log starts with the memberships. */
    private record RandomGroup(
            RandomEventHistory history,
            Definition definition,
            List<RandomMember> territories,
            Instant registered,
            Instant membersNamed) {

        String code() {
            return territories.getFirst().territory().code();
        }

        List<List<ReferenceEntry>> logs() {
            return territories.stream().map(it -> it.territory().log()).toList();
        }
    }

    /** A territory and the first and last day of its membership. */
    private record RandomMember(RandomTerritory territory, LocalDate since, LocalDate until) {

        Draft membership(String group) {
            var days = (since.equals(LocalDate.MIN) ? "" : ", \"from\": \"%s\"".formatted(since))
                    + (until.equals(LocalDate.MAX) ? "" : ", \"to\": \"%s\"".formatted(until));
            return TestLog.draft(
                    group,
                    new EventKey("urn:life", "member-" + territory.code()),
                    Membership.MEMBER_NAMED_TYPE,
                    new Subject.MemberSubject(new TerritoryCode(group), new TerritoryCode(territory.code())).text(),
                    "{\"member\": \"%s\"%s}".formatted(territory.code(), days));
        }
    }

    @Test
    void aGroupIncludesItsMembersOnTheDaysOfTheirMembership() {
        var definitions = IndicatorCatalogue.read().all().stream()
                .filter(it -> isOfActivities(it.measure()))
                .toList();
        var groups = IntStream.rangeClosed(1, GROUPS)
                .parallel()
                .mapToObj(seed -> append(seed, definitions.get(seed % definitions.size())))
                .toList();
        testLog.projectAll();

        var failures = groups.parallelStream()
                .map(this::findFailure)
                .flatMap(Optional::stream)
                .toList();

        assertThat(failures).isEmpty();
    }

    /** Excludes reports and exchange rates, which belong to single territories and are covered by other tests. */
    private static boolean isOfActivities(Measure measure) {
        return switch (measure) {
            case Measure.Ratio(var numerator, var denominator, var _) ->
                isOfActivities(numerator) && isOfActivities(denominator);
            case Measure.IndicatorReference(var _, var _, var of) -> isOfActivities(of);
            case Measure.MoneySum _, Measure.ReportedSeries _ -> false;
            case Measure.ActivityMeasure _ -> true;
        };
    }

    private RandomGroup append(int seed, Definition definition) {
        var history = new RandomEventHistory(seed);
        var name = "group-" + seed;
        var territories = Stream.of(name, name + "-a", name + "-b")
                .map(code -> RandomTerritory.register(testLog, code, history))
                .toList();
        var members = new ArrayList<>(List.of(new RandomMember(territories.getFirst(), LocalDate.MIN, LocalDate.MAX)));
        territories.stream().skip(1).map(it -> randomMember(it, history)).forEach(members::add);
        var registered = lastRecorded(territories.getFirst());
        testLog.append(members.stream().skip(1).map(it -> it.membership(name)).toList());
        var membersNamed = lastRecorded(territories.getFirst());
        appendInTurns(territories);
        return new RandomGroup(history, definition, members, registered, membersNamed);
    }

    private static RandomMember randomMember(RandomTerritory territory, RandomEventHistory history) {
        return new RandomMember(
                territory,
                history.numberUpTo(3) == 1 ? LocalDate.parse("2014-05-10") : LocalDate.MIN,
                history.numberUpTo(3) == 1 ? LocalDate.parse("2014-12-01") : LocalDate.MAX);
    }

    private static Instant lastRecorded(RandomTerritory territory) {
        return territory.log().getLast().at();
    }

    /** Appends the logs in alternating batches, so that an instant falls into different stages of each log. */
    private void appendInTurns(List<RandomTerritory> territories) {
        var drafts = territories.stream().map(RandomTerritory::drafts).toList();
        for (int batch = 0; batch < BATCHES; batch++) {
            for (var of : drafts) {
                testLog.append(of.subList(of.size() * batch / BATCHES, of.size() * (batch + 1) / BATCHES));
            }
        }
    }

    private Optional<String> findFailure(RandomGroup group) {
        try {
            check(group);
            return Optional.empty();
        } catch (AssertionError e) {
            return Optional.of(e.toString());
        }
    }

    private void check(RandomGroup group) {
        var logs = group.logs();
        var moments = logs.stream()
                .flatMap(List::stream)
                .map(ReferenceEntry::at)
                .filter(it -> !it.isBefore(group.membersNamed()))
                .sorted()
                .toList();
        var moment = moments.get(group.history().numberUpTo(moments.size()) - 1);
        var end = moments.getLast();
        var query = EngineQueryCheck.of(testLog.pool(), group.history(), group.definition(), group.code());

        query.checkObservations(reference(group, logs, moment), scope(group, logs, moment));
        query.checkObservations(reference(group, logs, end), scope(group, logs, end));
        checkDifference(query, group, group.registered(), moment);
        checkDifference(query, group, moment, end);
    }

    private void checkDifference(EngineQueryCheck query, RandomGroup group, Instant from, Instant to) {
        var logs = group.logs();
        query.checkDifference(
                YEAR, scope(group, logs, from), scope(group, logs, to), Optional.of(new InstantRange(from, to)));
    }

    private static ReferenceCalculator reference(RandomGroup group, List<List<ReferenceEntry>> logs, Instant moment) {
        var histories = new ArrayList<TerritoryHistory>();
        for (int i = 0; i < logs.size(); i++) {
            var member = group.territories().get(i);
            histories.add(new TerritoryHistory(knownAt(logs.get(i), moment), member.since(), member.until()));
        }
        return new ReferenceCalculator(histories);
    }

    private static List<ReferenceEntry> knownAt(List<ReferenceEntry> log, Instant moment) {
        return log.stream().filter(it -> !it.at().isAfter(moment)).toList();
    }

    /** Returns the scope of the group and its members according to the read model. */
    private TerritoryScope scope(RandomGroup group, List<List<ReferenceEntry>> logs, Instant moment) {
        var positions =
                logs.stream().map(it -> (long) knownAt(it, moment).size()).toList();
        var members = new MembershipRepository(testLog.pool())
                .membersOf(group.code(), positions.getFirst(), Optional.of(moment))
                .await()
                .atMost(PATIENCE);
        var territories = new ArrayList<ScopeTerritory>();
        territories.add(new ScopeTerritory(group.code(), group.code(), positions.getFirst()));
        for (var member : members) {
            var index = group.territories().stream()
                    .map(it -> it.territory().code())
                    .toList()
                    .indexOf(member.territory());
            territories.add(new ScopeTerritory(
                    group.code(),
                    member.territory(),
                    positions.get(index),
                    member.since(),
                    member.until(),
                    Optional.of(member.membershipSubject(group.code()))));
        }
        return new TerritoryScope(territories);
    }
}
