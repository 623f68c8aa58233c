package org.bitacora.server.api.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bitacora.server.testing.TestRequests.freshTerritory;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.Test;

/**
 * Tests that a 0 is not compared if the log does not cover its period. The tests of projections check which periods a
 * log covers.
 */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class CoverageIT extends BenchmarkScenario {

    /** Returns a city that had a mission on the last day of 2013. */
    private static String untilBefore() {
        var territory = freshTerritory();
        postActivity(territory, "mission.carried-out", "2013-12-31");
        return territory;
    }

    @Test
    void aZeroOfAPeriodThatTheLogDoesNotCoverIsNotCompared() {
        var before = untilBefore();
        var around = untilBefore();
        postActivity(around, "mission.carried-out", "2015-01-01");

        var told = compared("bahia.visits", "period=2014&territories=" + before + "," + around);

        assertThat(told.getList("compared.territory", String.class)).containsExactly(around);
        assertThat(told.getList("others.territory", String.class)).containsExactly(before);
        assertThat(told.getList("others.reason", String.class)).containsExactly("not-covered");
    }

    @Test
    void aZeroForInhabitantsIsNotComparedEither() {
        var counted = untilBefore();
        report(counted, "10000", "final");

        var told = compared("bahia.visits", "period=2014&per=1000&territories=" + counted);

        assertThat(told.getString("others[0].reason")).isEqualTo("not-covered");
    }

    @Test
    void aZeroThatWasNotCoveredThenIsNotComparedAsOfThen() {
        var territory = freshTerritory();
        postActivity(territory, "mission.carried-out", "2013-12-31");
        var then = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        await().until(() -> Instant.now().truncatedTo(ChronoUnit.MILLIS).isAfter(then));
        postActivity(territory, "mission.carried-out", "2014-05-12");

        var told = compared("bahia.visits", "period=2014&territories=" + territory + "&asOf=" + then);

        assertThat(told.getString("others[0].reason")).isEqualTo("not-covered");
    }

    @Test
    void aReportedZeroIsCompared() {
        var none = trading("0", "USD");
        var some = trading("5", "USD");

        var benchmark = compared("ours.traded", "period=2014&per=1000&territories=" + none + "," + some);

        assertThat(benchmark.getList("compared.territory")).isEqualTo(List.of(some, none));
    }
}
