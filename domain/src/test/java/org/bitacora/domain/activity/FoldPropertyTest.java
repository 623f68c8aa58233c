package org.bitacora.domain.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bitacora.domain.activity.ActivityEvent.Assessed;
import org.bitacora.domain.activity.ActivityEvent.Corrected;
import org.bitacora.domain.activity.ActivityEvent.Reinstated;
import org.bitacora.domain.activity.ActivityEvent.Stated;
import org.bitacora.domain.activity.ActivityEvent.Withdrawn;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.json.JsonText;
import org.junit.jupiter.api.Test;

class FoldPropertyTest {

    private static final int HISTORIES = 2_000;
    private static final Instant LATER = Instant.parse("2015-01-01T00:00:00Z");

    @Test
    void theSameEventsAreTheSameActivityHoweverOftenAndInWhateverOrderAndBatchesTheyCome() {
        for (long seed = 1; seed <= HISTORIES; seed++) {
            var history = new RandomHistory(seed);
            var events = history.events();
            var delivered = history.delivered(events);

            var activity = Fold.of(List.of());
            for (int known = 0; known < delivered.size(); ) {
                known += history.batch(delivered.size() - known);
                activity = Fold.of(delivered.subList(0, known));
                assertThat(activity).as("seed %d, first %d", seed, known).isEqualTo(inOrder(delivered, known));
            }

            assertThat(activity).as("seed %d", seed).isEqualTo(Fold.of(events));
        }
    }

    @Test
    void anEventThatIsWithdrawnLeavesNoTrace() {
        for (long seed = 1; seed <= HISTORIES; seed++) {
            var history = new RandomHistory(seed);
            var events = history.plainEvents();
            var wrong = history.oneOf(events);
            var withdrawal = new Withdrawn(new EventKey("x", "1"), LATER, JsonText.json(Said.ofEvent(wrong)));

            var activity = Fold.of(with(events, withdrawal));

            events.remove(wrong);
            assertThat(activity).as("seed %d", seed).isEqualTo(Fold.of(events));
        }
    }

    @Test
    void aReinstatementUndoesAWithdrawalAsIfNeitherHadBeen() {
        for (long seed = 1; seed <= HISTORIES; seed++) {
            var events = new RandomHistory(seed).plainEvents();
            var withdrawal = new Withdrawn(new EventKey("x", "1"), LATER, Json.Obj.EMPTY);
            var reinstatement = new Reinstated(new EventKey("x", "2"), LATER, Json.Obj.EMPTY);

            var activity = Fold.of(with(with(events, reinstatement), withdrawal));

            assertThat(activity).as("seed %d", seed).isEqualTo(Fold.of(events));
        }
    }

    @Test
    void theOrderInWhichASenderListsThingsDoesNotMatterForWhatIsCounted() {
        for (long seed = 1; seed <= HISTORIES; seed++) {
            var events = new RandomHistory(seed).events();

            var activity =
                    Fold.of(events.stream().map(FoldPropertyTest::reversed).toList());

            var expected = Fold.of(events);
            assertThat(activity.countries()).as("seed %d", seed).containsExactlyElementsOf(expected.countries());
            assertThat(activity.categories()).as("seed %d", seed).containsExactlyElementsOf(expected.categories());
            assertThat(activity.counterparts()).as("seed %d", seed).containsExactlyElementsOf(expected.counterparts());
            assertThat(activity.sdgs()).as("seed %d", seed).containsExactlyElementsOf(expected.sdgs());
        }
    }

    private static Activity inOrder(List<ActivityEvent> delivered, int known) {
        var once = new ArrayList<>(new HashSet<>(delivered.subList(0, known)));
        once.sort(ActivityEvent.MERGE_ORDER);
        return Fold.of(once);
    }

    private static List<ActivityEvent> with(List<ActivityEvent> events, ActivityEvent event) {
        var more = new ArrayList<>(events);
        more.addFirst(event);
        return more;
    }

    private static ActivityEvent reversed(ActivityEvent event) {
        return switch (event) {
            case Stated(var key, var at, var kind, var transition, var data) ->
                new Stated(key, at, kind, transition, reversed(data));
            case Corrected(var key, var at, var data) -> new Corrected(key, at, reversed(data));
            case Withdrawn _, Reinstated _, Assessed _ -> event;
        };
    }

    private static Json.Obj reversed(Json.Obj data) {
        Map<String, Json> reversed = new LinkedHashMap<>();
        data.members()
                .forEach((name, value) -> reversed.put(
                        name, value instanceof Json.Arr(var items) ? new Json.Arr(items.reversed()) : value));
        return new Json.Obj(reversed);
    }
}
