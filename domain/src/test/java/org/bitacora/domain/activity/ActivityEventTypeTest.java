package org.bitacora.domain.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.domain.activity.Transition.ENDED;
import static org.bitacora.domain.activity.Transition.FORMALISED;
import static org.bitacora.domain.activity.Transition.PLANNED;
import static org.bitacora.domain.activity.Transition.UNDONE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bitacora.domain.activity.ActivityEventType.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityEventTypeTest {

    private static final List<Transition> COLUMNS = List.of(PLANNED, FORMALISED, ENDED, UNDONE);

    /** The table of the design, section 3: kind, then planned, formalised, ended, undone. */
    private static final String TABLE = """
            mission      planned     carried-out  -          cancelled
            visit        announced   received     -          cancelled
            agreement    proposed    signed       ended      cancelled
            event        planned     held         -          cancelled
            alliance     proposed    joined       left       cancelled
            investment   announced   formalised   withdrawn  cancelled
            project      formulated  started      completed  cancelled
            exchange     planned     carried-out  -          cancelled
            campaign     planned     launched     ended      cancelled
            service      planned     opened       closed     cancelled
            dialogue     planned     held         -          cancelled
            research     planned     started      completed  cancelled
            award        -           granted      -          -
            publication  -           appeared     -          -
            """;

    @Test
    void theVocabularyConsistsOfTheTableAndTheFourCommonTypes() {
        var names = ActivityEventType.names();

        assertThat(names)
                .containsAll(statements().keySet())
                .contains(
                        "org.bitacora.activity.corrected",
                        "org.bitacora.activity.withdrawn",
                        "org.bitacora.activity.reinstated",
                        "org.bitacora.activity.assessed")
                .hasSize(statements().size() + 4)
                .doesNotHaveDuplicates();
    }

    @Test
    void everyWordOfTheTableHasItsKindAndTransition() {
        var statements = statements();

        assertThat(statements).hasSize(45).allSatisfy((name, statement) -> assertThat(ActivityEventType.of(name))
                .contains(statement));
    }

    @Test
    void theFourCommonTypesHaveNoKind() {
        assertThat(ActivityEventType.of("org.bitacora.activity.corrected"))
                .contains(new ActivityEventType.Correction());
        assertThat(ActivityEventType.of("org.bitacora.activity.withdrawn"))
                .contains(new ActivityEventType.Withdrawal());
        assertThat(ActivityEventType.of("org.bitacora.activity.reinstated"))
                .contains(new ActivityEventType.Reinstatement());
        assertThat(ActivityEventType.of("org.bitacora.activity.assessed")).contains(new ActivityEventType.Assessment());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "visit.received",
                "org.bitacora.visit",
                "org.bitacora.visit.",
                "org.bitacora.visit.held",
                "org.bitacora.visit.ended",
                "org.bitacora.award.planned",
                "org.bitacora.award.cancelled",
                "org.bitacora.visit.Received",
                "org.bitacora.activity.deleted",
                "com.example.visit.received"
            })
    void otherTypesAreUnknown(String name) {
        var type = ActivityEventType.of(name);

        assertThat(type).isEmpty();
    }

    private static Map<String, ActivityEventType> statements() {
        var statements = new LinkedHashMap<String, ActivityEventType>();
        for (var line : TABLE.lines().toList()) {
            var words = line.split(" +", -1);
            var activityKind = ActivityKind.of(words[0]).orElseThrow();
            for (int column = 1; column <= 4; column++) {
                if (!words[column].equals("-")) {
                    var name = "org.bitacora." + words[0] + "." + words[column];
                    statements.put(name, new Statement(activityKind, COLUMNS.get(column - 1)));
                }
            }
        }
        return statements;
    }
}
