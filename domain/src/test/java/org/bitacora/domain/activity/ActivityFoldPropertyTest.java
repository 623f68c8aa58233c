package org.bitacora.domain.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bitacora.domain.activity.ActivityEvent.ActivityAssessed;
import org.bitacora.domain.activity.ActivityEvent.ActivityCorrected;
import org.bitacora.domain.activity.ActivityEvent.ActivityReinstated;
import org.bitacora.domain.activity.ActivityEvent.ActivityWithdrawn;
import org.bitacora.domain.activity.ActivityEvent.TransitionStated;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.json.JsonText;
import org.junit.jupiter.api.Test;

class ActivityFoldPropertyTest {

    private static final int HISTORIES = 2_000;
    private static final Instant LATER = Instant.parse("2015-01-01T00:00:00Z");

    @Test
    void theSameEventsMakeTheSameActivityRegardlessOfRepetitionOrderAndBatches() {
        for (long seed = 1; seed <= HISTORIES; seed++) {
            var history = new RandomActivityHistory(seed);
            var events = history.events();
            var delivered = history.delivered(events);

            var fold = new ActivityFold();
            for (int known = 1; known <= delivered.size(); known++) {
                fold.add(delivered.get(known - 1));
                assertThat(fold.activity()).as("seed %d, first %d", seed, known).isEqualTo(inOrder(delivered, known));
            }

            assertThat(fold.activity()).as("seed %d", seed).isEqualTo(ActivityFold.of(events));
        }
    }

    @Test
    void eventsInMergeOrderGiveTheResultOfThePlainFold() {
        for (long seed = 1; seed <= HISTORIES; seed++) {
            var events = new RandomActivityHistory(seed).events();
            events.sort(ActivityEvent.MERGE_ORDER);

            var fold = new ActivityFold();
            for (int known = 1; known <= events.size(); known++) {
                fold.add(events.get(known - 1));
                assertThat(fold.activity())
                        .as("seed %d, first %d", seed, known)
                        .isEqualTo(PlainActivityFold.of(events.subList(0, known)));
            }
        }
    }

    @Test
    void aWithdrawnEventHasNoEffect() {
        for (long seed = 1; seed <= HISTORIES; seed++) {
            var history = new RandomActivityHistory(seed);
            var events = history.plainEvents();
            var wrong = history.oneOf(events);
            var withdrawal = new ActivityWithdrawn(
                    new EventKey("x", "1"), LATER, JsonText.json(ActivityEvents.withdrawalOfEvent(wrong)));

            var activity = ActivityFold.of(with(events, withdrawal));

            events.remove(wrong);
            assertThat(activity).as("seed %d", seed).isEqualTo(ActivityFold.of(events));
        }
    }

    @Test
    void aReinstatementCancelsAWithdrawalCompletely() {
        for (long seed = 1; seed <= HISTORIES; seed++) {
            var events = new RandomActivityHistory(seed).plainEvents();
            var withdrawal = new ActivityWithdrawn(new EventKey("x", "1"), LATER, Json.Obj.EMPTY);
            var reinstatement = new ActivityReinstated(new EventKey("x", "2"), LATER, Json.Obj.EMPTY);

            var activity = ActivityFold.of(with(with(events, reinstatement), withdrawal));

            assertThat(activity).as("seed %d", seed).isEqualTo(ActivityFold.of(events));
        }
    }

    @Test
    void theOrderOfListItemsDoesNotChangeTheCountedValues() {
        for (long seed = 1; seed <= HISTORIES; seed++) {
            var events = new RandomActivityHistory(seed).events();

            var activity = ActivityFold.of(
                    events.stream().map(ActivityFoldPropertyTest::reversed).toList());

            var expected = ActivityFold.of(events);
            assertThat(activity.countries()).as("seed %d", seed).containsExactlyElementsOf(expected.countries());
            assertThat(activity.categories()).as("seed %d", seed).containsExactlyElementsOf(expected.categories());
            assertThat(activity.counterparts()).as("seed %d", seed).containsExactlyElementsOf(expected.counterparts());
            assertThat(activity.sdgs()).as("seed %d", seed).containsExactlyElementsOf(expected.sdgs());
        }
    }

    private static Activity inOrder(List<ActivityEvent> delivered, int known) {
        var once = new ArrayList<>(new HashSet<>(delivered.subList(0, known)));
        once.sort(ActivityEvent.MERGE_ORDER);
        return PlainActivityFold.of(once);
    }

    private static List<ActivityEvent> with(List<ActivityEvent> events, ActivityEvent event) {
        var more = new ArrayList<>(events);
        more.addFirst(event);
        return more;
    }

    private static ActivityEvent reversed(ActivityEvent event) {
        return switch (event) {
            case TransitionStated(var key, var at, var activityKind, var transition, var data) ->
                new TransitionStated(key, at, activityKind, transition, reversed(data));
            case ActivityCorrected(var key, var at, var data) -> new ActivityCorrected(key, at, reversed(data));
            case ActivityWithdrawn _, ActivityReinstated _, ActivityAssessed _ -> event;
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
