package org.bitacora.projections.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.bitacora.domain.indicator.Period;
import org.bitacora.eventlog.testing.LogDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests whether a territory's log covers a period, so that a count of 0 means that there were no activities. */
class CoverageRepositoryIT extends EngineScenario {

    @RegisterExtension
    static final LogDatabase DATABASE = new LogDatabase();

    private static final Period YEAR = Period.parse("2014").orElseThrow().getFirst();

    CoverageRepositoryIT() {
        super(DATABASE);
    }

    /** Appends a mission on the last day before the year. */
    @BeforeEach
    void appendMissionBeforeTheYear() {
        mission("2013-12-31");
    }

    private void mission(String day) {
        post("on-" + day, "mission.carried-out", """
                {"start": "%s"}""".formatted(day));
    }

    private boolean isCovered(String code, long position) {
        testLog.projectAll();
        var covering = new CoverageRepository(testLog.pool()).findTerritoriesCovering(YEAR, Map.of(code, position));
        return await(covering).contains(code);
    }

    private boolean isCovered() {
        return isCovered(territory, position(territory));
    }

    @Test
    void anEmptyLogDoesNotCoverAPeriod() {
        var empty = freshTerritory();

        assertThat(isCovered(empty, position(empty))).isFalse();
    }

    @Test
    void anActivityBeforeThePeriodAloneDoesNotCoverIt() {
        assertThat(isCovered()).isFalse();
    }

    @Test
    void anActivityAfterThePeriodAloneDoesNotCoverIt() {
        territory = freshTerritory();
        mission("2015-01-01");

        assertThat(isCovered()).isFalse();
    }

    @Test
    void activitiesBeforeAndAfterThePeriodCoverIt() {
        mission("2015-01-01");

        assertThat(isCovered()).isTrue();
    }

    @Test
    void anActivityWithinThePeriodCoversIt() {
        territory = freshTerritory();
        mission("2014-12-31");

        assertThat(isCovered()).isTrue();
    }

    @Test
    void aDateInTheFarFutureIsIgnored() {
        mission("2914-01-01");

        assertThat(isCovered()).isFalse();
    }

    @Test
    void aPlannedActivityDoesNotCoverThePeriod() {
        post("e-1", "event.planned", """
                {"start": "2014-05-12"}""");

        assertThat(isCovered()).isFalse();
    }

    @Test
    void anAgreedEndDateDoesNotCoverThePeriod() {
        post("a-1", "agreement.signed", """
                {"start": "2013-01-01", "end": "2017-05-27"}""");

        assertThat(isCovered()).isFalse();
    }

    @Test
    void aDateThatWasCorrectedDoesNotCoverThePeriod() {
        mission("2014-05-12");
        post("on-2014-05-12", "activity.corrected", """
                {"start": "2013-05-12"}""");

        assertThat(isCovered()).isFalse();
    }

    @Test
    void aWithdrawnActivityDoesNotCoverThePeriod() {
        mission("2014-05-12");
        post("on-2014-05-12", "activity.withdrawn", "{}");

        assertThat(isCovered()).isFalse();
    }

    @Test
    void aReportOfASeriesDoesNotCoverThePeriod() {
        report("population", """
                {"period": "2014", "value": "10000", "unit": "persons"}""");

        assertThat(isCovered()).isFalse();
    }

    @Test
    void anActivityRecordedLaterDoesNotCoverThePeriod() {
        var earlierPosition = position(territory);
        mission("2014-05-12");

        assertThat(isCovered(territory, earlierPosition)).isFalse();
    }
}
