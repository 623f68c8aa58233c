package org.bitacora.domain.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The evidence that trends give for links, and the combined trend of an objective. */
class LinkEvidenceTest {

    @ParameterizedTest
    @CsvSource({
        "IMPROVING, IMPROVING, FOLLOWED",
        "WORSENING, WORSENING, FOLLOWED",
        "IMPROVING, WORSENING, NOT_FOLLOWED",
        "IMPROVING, STEADY, NOT_FOLLOWED",
        "WORSENING, IMPROVING, NOT_FOLLOWED",
        "STEADY, IMPROVING, NO_CAUSE",
        "STEADY, UNKNOWN, UNKNOWN",
        "UNKNOWN, IMPROVING, UNKNOWN",
        "BROKEN, IMPROVING, UNKNOWN",
        "IMPROVING, BROKEN, UNKNOWN",
    })
    void anEffectFollowsItsCauseIfBothMoveInTheSameDirection(Trend cause, Trend effect, LinkEvidence linkEvidence) {
        assertThat(LinkEvidence.of(cause, effect)).isEqualTo(linkEvidence);
    }

    @ParameterizedTest
    @CsvSource({
        "IMPROVING IMPROVING WORSENING, IMPROVING",
        "WORSENING STEADY, WORSENING",
        "IMPROVING WORSENING, STEADY",
        "STEADY UNKNOWN, STEADY",
        "IMPROVING BROKEN BROKEN, IMPROVING",
        "UNKNOWN BROKEN, UNKNOWN",
    })
    void theTrendOfAnObjectiveIsThatOfTheMajorityOfItsMeasures(String trends, Trend together) {
        assertThat(Trend.combine(
                        Arrays.stream(trends.split(" ", -1)).map(Trend::valueOf).toList()))
                .isEqualTo(together);
    }
}
