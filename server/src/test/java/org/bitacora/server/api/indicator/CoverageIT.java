package org.bitacora.server.api.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bitacora.server.testing.TestRequests.freshTerritory;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.Test;

/** Which 0 is compared with what other cities did, and which says nothing. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class CoverageIT extends BenchmarkScenario {

    /** Each had a mission in 2013, the last day of it. */
    private static String untilBefore() {
        var territory = freshTerritory();
        postActivity(territory, "mission.carried-out", "2013-12-31");
        return territory;
    }

    @Test
    void aZeroBeforeOrAfterAllThatTookPlaceIsNotCompared() {
        var empty = freshTerritory();
        var before = untilBefore();
        var after = freshTerritory();
        postActivity(after, "mission.carried-out", "2015-01-01");
        var slipped = untilBefore();
        postActivity(slipped, "mission.carried-out", "2914-01-01");
        var around = untilBefore();
        postActivity(around, "mission.carried-out", "2015-01-01");
        var within = freshTerritory();
        postActivity(within, "mission.carried-out", "2014-12-31");

        var told = compared(
                "bahia.visits",
                "period=2014&territories=" + String.join(",", empty, before, after, slipped, around, within));

        assertThat(told.getList("compared.territory", String.class)).containsExactlyInAnyOrder(around, within);
        assertThat(told.getList("others.territory", String.class))
                .containsExactlyInAnyOrder(empty, before, after, slipped);
        assertThat(told.getList("others.reason", String.class)).containsOnly("not-covered");
    }

    @Test
    void whatDidNotTakePlaceCoversNothing() {
        var planned = untilBefore();
        postActivity(planned, "event.planned", "2014-05-12");
        var ending = untilBefore();
        postEvent(ending, "a-1", "agreement.signed", "{\"start\": \"2013-01-01\", \"end\": \"2017-05-27\"}");
        var corrected = untilBefore();
        postEvent(corrected, "m-1", "mission.carried-out", "{\"start\": \"2014-05-12\"}");
        postEvent(corrected, "m-1", "activity.corrected", "{\"start\": \"2013-05-12\"}");
        var withdrawn = untilBefore();
        postEvent(withdrawn, "m-1", "mission.carried-out", "{\"start\": \"2014-05-12\"}");
        postEvent(withdrawn, "m-1", "activity.withdrawn", "{}");
        var counted = untilBefore();
        report(counted, "10000", "final");
        var all = String.join(",", planned, ending, corrected, withdrawn, counted);

        assertThat(compared("bahia.visits", "period=2014&territories=" + all).getList("others.reason"))
                .isEqualTo(Collections.nCopies(5, "not-covered"));
        assertThat(compared("bahia.visits", "period=2014&per=1000&territories=" + counted)
                        .getString("others[0].reason"))
                .isEqualTo("not-covered");
    }

    @Test
    void aZeroThatWasReportedIsCompared() {
        var none = trading("0", "USD");
        var some = trading("5", "USD");

        var told = compared("ours.traded", "period=2014&per=1000&territories=" + none + "," + some);

        assertThat(told.getList("compared.territory")).isEqualTo(List.of(some, none));
    }

    @Test
    void whatTheLogHadNothingOfThenWasNotCompared() {
        var territory = freshTerritory();
        postActivity(territory, "mission.carried-out", "2013-12-31");
        var then = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        await().until(() -> Instant.now().truncatedTo(ChronoUnit.MILLIS).isAfter(then));
        postActivity(territory, "mission.carried-out", "2014-05-12");

        var asked = "period=2014&territories=" + territory;

        assertThat(compared("bahia.visits", asked).getList("compared")).hasSize(1);
        assertThat(compared("bahia.visits", asked + "&asOf=" + then).getString("others[0].reason"))
                .isEqualTo("not-covered");
    }
}
