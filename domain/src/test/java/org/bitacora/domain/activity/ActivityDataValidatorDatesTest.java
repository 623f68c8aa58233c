package org.bitacora.domain.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.domain.activity.DataViolations.violatedPointers;
import static org.bitacora.domain.activity.DataViolations.violations;

import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityDataValidatorDatesTest {

    @ParameterizedTest
    @ValueSource(strings = {"on", "start", "end"})
    void aDateIsADayAMonthOrAYear(String member) {
        assertThat(violatedPointers("{'" + member + "': '2014-05-12'}")).isEmpty();
        assertThat(violatedPointers("{'" + member + "': '2014-05'}")).isEmpty();
        assertThat(violatedPointers("{'" + member + "': '2014'}")).isEmpty();
        assertThat(violatedPointers("{'" + member + "': '2014-02-30'}")).isEqualTo("/data/" + member);
        assertThat(violatedPointers("{'" + member + "': '12/05/2014'}")).isEqualTo("/data/" + member);
        assertThat(violatedPointers("{'" + member + "': 2014}")).isEqualTo("/data/" + member);
    }

    @ParameterizedTest
    @CsvSource({
        "2014-05-12, 2014-05-12",
        "2014-05-12, 2014-05-13",
        "2014-05-12, 2014-05",
        "2014-05-31, 2014-05",
        "2014-05-12, 2014",
        "2014-05, 2014-05-01",
        "2014, 2014-01-01",
        "2014, 2014"
    })
    void anEndThatMayFollowTheStartIsValid(String start, String end) {
        var places = violatedPointers("{'start': '" + start + "', 'end': '" + end + "'}");

        assertThat(places).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2014-05-12, 2014-05-11",
        "2014-05-12, 2014-04",
        "2014-05-12, 2013",
        "2014-05, 2014-04-30",
        "2014-05, 2014-04",
        "2014, 2013-12-31",
        "2014, 2013"
    })
    void anEndCertainlyBeforeTheStartIsRefused(String start, String end) {
        var places = violatedPointers("{'start': '" + start + "', 'end': '" + end + "'}");

        assertThat(places).isEqualTo("/data/end");
    }

    @Test
    void theViolationStatesBothDates() {
        var violations = violations("{'start': '2014-05', 'end': '2013'}");

        assertThat(violations)
                .extracting(Violation::detail)
                .containsExactly(Detail.of("The end {0} is before the start {1}.", "2013", "2014-05"));
    }

    @Test
    void theDayOfATransitionIsNotComparedWithStartAndEnd() {
        var places = violatedPointers("{'on': '2013-11-02', 'start': '2014-05-12', 'end': '2014-05-14'}");

        assertThat(places).isEmpty();
    }
}
