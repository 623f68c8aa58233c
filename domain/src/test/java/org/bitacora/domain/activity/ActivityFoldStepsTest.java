package org.bitacora.domain.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.bitacora.domain.json.JsonText;
import org.junit.jupiter.api.Test;

/**
 * The cost of folding in steps: an event that comes last costs one step, regardless of the number of earlier events.
 */
class ActivityFoldStepsTest {

    private static final int EVENTS = 10_000;
    private static final Instant BEGIN = Instant.parse("2014-01-01T00:00:00Z");

    private static ActivityEvent event(int second, String word, String data) {
        return ActivityEvent.of(
                ActivityEventType.of(ActivityEventType.PREFIX + word).orElseThrow(),
                new EventKey("smari", "e-%05d".formatted(second)),
                BEGIN.plusSeconds(second),
                JsonText.json(data));
    }

    /** Alternating statements of two transitions, corrections of both, and assessments. */
    private static ActivityEvent mixed(int second) {
        return switch (second % 4) {
            case 0 -> event(second, "agreement.signed", "{'title': 'T%d', 'start': '2014'}".formatted(second));
            case 1 -> event(second, "agreement.proposed", "{'quantities': {'jobs': %d}}".formatted(second));
            case 2 -> event(second, "activity.corrected", "{'quantities': {'jobs': null}, 'end': '2015'}");
            default -> event(second, "activity.assessed", "{'rubric': 'r', 'level': %d}".formatted(second % 5));
        };
    }

    @Test
    void eventsInMergeOrderCostOneStepEach() {
        var fold = new ActivityFold();
        for (int i = 0; i < EVENTS; i++) {
            fold.add(mixed(i));
        }

        assertThat(fold.steps()).isEqualTo(EVENTS);
        assertThat(fold.activity().title()).isEqualTo("T" + (EVENTS - 4));
    }

    @Test
    void aKnownEventCostsNothing() {
        var fold = new ActivityFold();
        for (int i = 0; i < EVENTS; i++) {
            fold.add(mixed(i));
            fold.add(mixed(i));
        }

        assertThat(fold.steps()).isEqualTo(EVENTS);
    }

    @Test
    void correctionsWithoutATransitionAreReappliedOncePerFurtherTransition() {
        var fold = new ActivityFold();
        fold.add(event(0, "agreement.proposed", "{}"));
        for (int i = 1; i <= EVENTS; i++) {
            fold.add(event(i, "activity.corrected", "{'title': 'C%d'}".formatted(i)));
        }
        fold.add(event(EVENTS + 1, "agreement.signed", "{'title': 'S'}"));
        fold.add(event(EVENTS + 2, "agreement.ended", "{'title': 'E'}"));

        assertThat(fold.steps()).isEqualTo(EVENTS + 3 + 2 * EVENTS);
        assertThat(fold.activity().title()).isEqualTo("C" + EVENTS);
    }

    @Test
    void anEventBeforeOthersInMergeOrderCausesACompleteFold() {
        var fold = new ActivityFold();
        for (int i = 1; i < 100; i++) {
            fold.add(mixed(i));
        }
        long before = fold.steps();

        fold.add(mixed(0));

        assertThat(fold.steps() - before).isEqualTo(100);
    }

    @Test
    void onlyTheWithdrawalOfAKnownEventCausesACompleteFold() {
        var fold = new ActivityFold();
        fold.add(mixed(0));
        fold.add(event(1, "activity.withdrawn", "{'event': {'source': 'nobody', 'id': '1'}}"));
        fold.add(event(2, "activity.withdrawn", "{}"));
        fold.add(event(3, "activity.reinstated", "{}"));
        assertThat(fold.steps()).isEqualTo(4);

        fold.add(event(4, "activity.withdrawn", ActivityEvents.withdrawalOfEvent(mixed(0))));

        assertThat(fold.steps()).isEqualTo(4 + 5);
        assertThat(fold.activity().kind()).isEmpty();
    }

    /**
     * The stored data is bounded by the size of the data, not by the number of statements: alternating transitions do
     * not accumulate.
     */
    @Test
    void theNumberOfRunsDoesNotGrowWithTheNumberOfStatements() {
        var statements = new StatementSequence();
        for (int i = 0; i < EVENTS; i++) {
            statements.state(
                    List.of(Transition.PLANNED, Transition.FORMALISED).get(i % 2),
                    JsonText.json("{'a': %d}".formatted(i)));
            statements.correct(Transition.PLANNED, JsonText.json("{'b': %d}".formatted(i)));
        }

        assertThat(statements.runs()).isEqualTo(2);
        assertThat(statements.data()).isEqualTo(JsonText.json("{'a': 9999, 'b': 9999}"));
    }
}
