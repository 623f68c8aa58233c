package org.bitacora.projections.indicator.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bitacora.domain.activity.EffectiveDate;
import org.bitacora.domain.identifier.Subject;
import org.bitacora.domain.identifier.TerritoryCode;
import org.bitacora.domain.indicator.Observation;
import org.bitacora.eventlog.testing.LogDatabase;
import org.bitacora.projections.indicator.EngineScenario;
import org.bitacora.projections.indicator.TerritoryScope;
import org.bitacora.projections.indicator.TerritoryScope.ScopeTerritory;
import org.bitacora.projections.indicator.evidence.EvidenceFinder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests observations of a group, which include its members on the days of their membership. */
class GroupObservationIT extends EngineScenario {

    @RegisterExtension
    static final LogDatabase DATABASE = new LogDatabase();

    private static final String TOURISTS = "basic.tourists";

    private String group = "";
    private String first = "";
    private String second = "";

    GroupObservationIT() {
        super(DATABASE);
    }

    @BeforeEach
    void createGroup() {
        group = freshTerritory();
        first = freshTerritory();
        second = freshTerritory();
    }

    private TerritoryScope groupSince(LocalDate since) {
        return new TerritoryScope(List.of(
                new ScopeTerritory(group, group, position(group)),
                new ScopeTerritory(group, first, position(first)),
                new ScopeTerritory(
                        group,
                        second,
                        position(second),
                        since,
                        EffectiveDate.MAX_DATE,
                        Optional.of(new Subject.MemberSubject(new TerritoryCode(group), new TerritoryCode(second))))));
    }

    private Observation observeGroup(String indicator, LocalDate since) {
        return observe(indicator, "2014", groupSince(since), List.of());
    }

    private void appendJointMissionOfBothMembers() {
        for (var code : List.of(first, second)) {
            testLog.append(code, "mission", "mission.carried-out", """
                    {"title": "S", "start": "2014-02-01", "joint": "expo"}""");
        }
    }

    @Test
    void aJointActivityOfSeveralMembersCountsOnce() {
        appendJointMissionOfBothMembers();

        var observation = observeGroup("bh.actions", EffectiveDate.MIN_DATE);

        assertNumber(observation, "1");
    }

    @Test
    void anActivityBeforeItsTerritoryJoinedDoesNotCount() {
        testLog.append(second, "visit", "visit.received", """
                {"title": "V", "start": "2014-02-01"}""");

        var observation = observeGroup("bh.actions", LocalDate.parse("2014-03-01"));

        assertNumber(observation, "0");
    }

    private void reportTourists(String code, String period, String value) {
        testLog.append(code, "tourists", "measure.reported", """
                {"period": "%s", "value": %s, "unit": "persons"}""".formatted(period, value));
    }

    /** Appends an activity to the second member, which is then expected to report. */
    private void appendVisitToSecondMember() {
        testLog.append(second, "v", "visit.received", """
                {"start": "2014"}""");
    }

    @Test
    void aSeriesThatOneMemberHasNotReportedIsNotReported() {
        appendVisitToSecondMember();
        reportTourists(first, "2014", "3");

        var observation = observeGroup(TOURISTS, EffectiveDate.MIN_DATE);

        assertThat(observation.value().reasonWord()).contains("not-reported");
    }

    @Test
    void aSeriesThatOneMemberReportedInPartIsIncomplete() {
        appendVisitToSecondMember();
        reportTourists(first, "2014", "3");
        reportTourists(second, "2014-S1", "4");

        var observation = observeGroup(TOURISTS, EffectiveDate.MIN_DATE);

        assertNumber(observation, "7");
        assertThat(observation.value().missingSeries()).containsExactly("tourists");
    }

    @Test
    void reportsOfTheGroupItselfTakePrecedence() {
        appendVisitToSecondMember();
        reportTourists(first, "2014", "3");
        reportTourists(second, "2014-S1", "4");
        reportTourists(group, "2014", "9");

        var observation = observeGroup(TOURISTS, EffectiveDate.MIN_DATE);

        assertNumber(observation, "9");
    }

    @Test
    void evidenceOfAGroupNamesTheReportsOfItsMembers() {
        appendVisitToSecondMember();
        reportTourists(first, "2014", "3");
        reportTourists(second, "2014-S1", "4");
        testLog.projectAll();

        var evidence = await(new EvidenceFinder(testLog.pool())
                .findByReport(evidenceQuery(TOURISTS, "2014"), groupSince(EffectiveDate.MIN_DATE)));

        assertThat(evidence)
                .extracting(it -> it.effect().orElseThrow().intValueExact())
                .containsExactlyInAnyOrder(3, 4);
    }

    private static void assertNumber(Observation observation, String expected) {
        assertThat(observation.value().number().orElseThrow()).isEqualByComparingTo(expected);
    }
}
