package org.bitacora.projections.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.bitacora.domain.indicator.Period;
import org.bitacora.eventlog.testing.LogDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whether a territory's log covers a period, so that a 0 of it says something. */
class CoverageRepositoryIT extends EngineScenario {

    @RegisterExtension
    static final LogDatabase DATABASE = new LogDatabase();

    private static final Period YEAR = Period.parse("2014").orElseThrow().getFirst();

    CoverageRepositoryIT() {
        super(DATABASE);
    }

    /** The last day before the year. */
    @BeforeEach
    void aMissionBefore() {
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
    void nothingCoversNoPeriod() {
        var empty = freshTerritory();

        assertThat(isCovered(empty, position(empty))).isFalse();
    }

    @Test
    void whatTookPlaceBeforeAloneDoesNotCoverIt() {
        assertThat(isCovered()).isFalse();
    }

    @Test
    void whatTookPlaceAfterAloneDoesNotCoverIt() {
        territory = freshTerritory();
        mission("2015-01-01");

        assertThat(isCovered()).isFalse();
    }

    @Test
    void whatTookPlaceBeforeAndAfterCoversIt() {
        mission("2015-01-01");

        assertThat(isCovered()).isTrue();
    }

    @Test
    void whatTookPlaceWithinCoversIt() {
        territory = freshTerritory();
        mission("2014-12-31");

        assertThat(isCovered()).isTrue();
    }

    @Test
    void aDateFarAheadIsASlipOfThePen() {
        mission("2914-01-01");

        assertThat(isCovered()).isFalse();
    }

    @Test
    void whatWasPlannedDoesNotCoverIt() {
        post("e-1", "event.planned", """
                {"start": "2014-05-12"}""");

        assertThat(isCovered()).isFalse();
    }

    @Test
    void anEndThatIsAgreedOnDoesNotCoverIt() {
        post("a-1", "agreement.signed", """
                {"start": "2013-01-01", "end": "2017-05-27"}""");

        assertThat(isCovered()).isFalse();
    }

    @Test
    void aDateThatWasCorrectedDoesNotCoverIt() {
        mission("2014-05-12");
        post("on-2014-05-12", "activity.corrected", """
                {"start": "2013-05-12"}""");

        assertThat(isCovered()).isFalse();
    }

    @Test
    void whatWasWithdrawnDoesNotCoverIt() {
        mission("2014-05-12");
        post("on-2014-05-12", "activity.withdrawn", "{}");

        assertThat(isCovered()).isFalse();
    }

    @Test
    void aReportOfASeriesDoesNotCoverIt() {
        report("population", """
                {"period": "2014", "value": "10000", "unit": "persons"}""");

        assertThat(isCovered()).isFalse();
    }

    @Test
    void whatWasNotKnownThenDoesNotCoverIt() {
        var then = position(territory);
        mission("2014-05-12");

        assertThat(isCovered(territory, then)).isFalse();
    }
}
