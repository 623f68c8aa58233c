package org.bitacora.exchange.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.domain.json.JsonText.json;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bitacora.domain.activity.Activity;
import org.bitacora.domain.activity.ActivityEvent;
import org.bitacora.domain.activity.ActivityEventType;
import org.bitacora.domain.activity.ActivityFold;
import org.bitacora.domain.activity.ActivityKind;
import org.bitacora.domain.activity.ActivityStatus;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.domain.activity.Transition;
import org.bitacora.domain.json.Json;
import org.bitacora.exchange.spreadsheet.ImportDiff.RecordedStatement;
import org.bitacora.exchange.spreadsheet.mapping.RowResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportDiffTest {

    private static final String SOURCE = "urn:file";

    private final List<RecordedStatement> log = new ArrayList<>();

    /** Imports a file and returns the types of the posted events. */
    private List<String> file(RowResult.ActivityStep... steps) {
        var postings = ImportDiff.events("a", List.copyOf(log), List.of(steps));
        for (var pendingEvent : postings) {
            var type = ActivityEventType.of(pendingEvent.type()).orElseThrow();
            log.add(new RecordedStatement(
                    log.size() + 1, new EventKey(SOURCE, pendingEvent.id()), type, pendingEvent.data()));
        }
        assertThat(log.stream().map(RecordedStatement::key)).doesNotHaveDuplicates();
        return postings.stream()
                .map(it -> it.type().substring(ActivityEventType.PREFIX.length()))
                .toList();
    }

    private static RowResult.ActivityStep step(Transition transition, String data) {
        return new RowResult.ActivityStep(
                new ActivityEventType.Statement(ActivityKind.AGREEMENT, transition), json(data), true);
    }

    private static RowResult.ActivityStep latest(Transition transition, String data) {
        return new RowResult.ActivityStep(
                new ActivityEventType.Statement(ActivityKind.AGREEMENT, transition), json(data), false);
    }

    private Activity importedActivity() {
        return ActivityFold.of(log.stream()
                .map(it -> ActivityEvent.of(it.type(), it.key(), Instant.ofEpochSecond(it.position()), it.data()))
                .toList());
    }

    @Test
    void theFirstFileIsPostedAsStatements() {
        assertThat(file(step(Transition.FORMALISED, "{'title': 'A'}"))).containsExactly("agreement.signed");
    }

    @Test
    void theSameFileAgainPostsNothing() {
        file(step(Transition.FORMALISED, "{'title': 'A'}"));

        assertThat(file(step(Transition.FORMALISED, "{'title': 'A'}"))).isEmpty();
    }

    @Test
    void aCorrectedFilePostsOnlyTheChanges() {
        file(step(Transition.FORMALISED, "{'title': 'A', 'start': '2014', 'place': {'city': 'X', 'country': 'BR'}}"));

        file(step(Transition.FORMALISED, "{'title': 'B', 'start': '2014', 'place': {'country': 'BR'}}"));

        assertThat(log.getLast().data()).isEqualTo(json("""
                {'title': 'B', 'place': {'city': null}, 'transition': 'formalised'}"""));
        assertThat(importedActivity().data()).isEqualTo(json("""
                {'title': 'B', 'start': '2014', 'place': {'country': 'BR'}}"""));
    }

    @Test
    void importingTheFirstFileAgainRevertsTheCorrection() {
        file(step(Transition.FORMALISED, "{'title': 'A'}"));
        file(step(Transition.FORMALISED, "{'title': 'B'}"));

        assertThat(file(step(Transition.FORMALISED, "{'title': 'A'}"))).containsExactly("activity.corrected");
        assertThat(file(step(Transition.FORMALISED, "{'title': 'A'}"))).isEmpty();
    }

    @Test
    void aStepMissingFromTheFileIsWithdrawnAndReinstatedLater() {
        var planned = step(Transition.PLANNED, "{'title': 'A'}");
        var signed = step(Transition.FORMALISED, "{'title': 'A'}");
        file(planned, signed);

        assertThat(file(planned)).containsExactly("activity.withdrawn");
        assertThat(file(planned, signed)).containsExactly("activity.reinstated");
    }

    @Test
    void aRowWithOnlyTheLatestStepKeepsTheEarlierSteps() {
        file(latest(Transition.PLANNED, "{'title': 'A'}"));

        assertThat(file(latest(Transition.FORMALISED, "{'title': 'A'}"))).containsExactly("agreement.signed");
        assertThat(file(latest(Transition.UNDONE, "{'title': 'A'}")))
                .containsExactly("agreement.cancelled", "activity.withdrawn");
        assertThat(file(latest(Transition.PLANNED, "{'title': 'A'}"))).containsExactly("activity.withdrawn");
    }

    @Test
    void aMemberDeletedWithALaterStepIsDeletedFromTheEarlierStepToo() {
        file(latest(
                Transition.PLANNED, "{'title': 'A', 'themes': ['water'], 'place': {'city': 'X', 'country': 'BR'}}"));

        file(latest(Transition.FORMALISED, "{'title': 'B', 'place': {'country': 'BR'}}"));

        assertThat(importedActivity().data()).isEqualTo(json("{'title': 'B', 'place': {'country': 'BR'}}"));
        assertThat(file(latest(Transition.FORMALISED, "{'title': 'B', 'place': {'country': 'BR'}}")))
                .isEmpty();
    }

    @Test
    void aRowWithoutStepsWithdrawsAllSteps() {
        file(step(Transition.FORMALISED, "{'title': 'A'}"));

        assertThat(file()).containsExactly("activity.withdrawn");
        assertThat(file()).isEmpty();
        assertThat(importedActivity().status()).isEqualTo(ActivityStatus.UNSTATED);
    }

    @Test
    void anActivityWithdrawnByItsSourceIsReinstatedByItsRow() {
        file(step(Transition.FORMALISED, "{'title': 'A'}"));
        log.add(new RecordedStatement(
                2, new EventKey(SOURCE, "w"), new ActivityEventType.Withdrawal(), Json.Obj.EMPTY));

        assertThat(file(step(Transition.FORMALISED, "{'title': 'A'}"))).containsExactly("activity.reinstated");
        assertThat(importedActivity().status()).isEqualTo(ActivityStatus.FORMALISED);
        assertThat(file(step(Transition.FORMALISED, "{'title': 'A'}"))).isEmpty();
    }

    @Test
    void eventsThatTheSourceSentElsewhereAreTakenIntoAccount() {
        file(step(Transition.FORMALISED, "{'title': 'A'}"));
        log.add(new RecordedStatement(
                2, new EventKey(SOURCE, "c"), new ActivityEventType.Correction(), json("{'title': 'C'}")));
        log.add(new RecordedStatement(
                3,
                new EventKey(SOURCE, "s"),
                new ActivityEventType.Statement(ActivityKind.AGREEMENT, Transition.FORMALISED),
                json("{'themes': ['t']}")));

        file(step(Transition.FORMALISED, "{'title': 'A'}"));

        assertThat(importedActivity().data()).isEqualTo(json("{'title': 'A'}"));
    }

    @Test
    void privateDataIsPostedButNotCompared() {
        file(step(Transition.FORMALISED, "{'title': 'A', 'private': {'contact': 'x'}}"));

        assertThat(file(step(Transition.FORMALISED, "{'title': 'A', 'private': {'contact': 'y'}}")))
                .isEmpty();
        file(step(Transition.FORMALISED, "{'title': 'B', 'private': {'contact': 'y'}}"));
        assertThat(log.getLast().data().object("private")).isEqualTo(json("{'contact': 'y'}"));
    }

    @Test
    void twoSimultaneousImportsCreateTheSameEvents() {
        file(step(Transition.FORMALISED, "{'title': 'A'}"));

        var one = ImportDiff.events("a", log, List.of(step(Transition.FORMALISED, "{'title': 'B'}")));
        var other = ImportDiff.events("a", log, List.of(step(Transition.FORMALISED, "{'title': 'B'}")));

        assertThat(one).isEqualTo(other);
    }

    /** Importing several files in succession has the same result as importing only the last one. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void onlyTheLastStateOfAFileCounts(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            log.clear();
            RowResult.ActivityStep[] last = {};
            for (int state = 0; state < 5; state++) {
                last = steps(random);
                file(last);
            }
            var imported = importedActivity();
            assertThat(file(last)).as("seed %d, round %d", seed, round).isEmpty();
            log.clear();
            file(last);
            assertThat(imported).as("seed %d, round %d", seed, round).isEqualTo(importedActivity());
        }
    }

    private static RowResult.ActivityStep[] steps(Random random) {
        var activityKind = random.nextInt(5) == 0 ? ActivityKind.ALLIANCE : ActivityKind.AGREEMENT;
        var data = new Json.Obj(Map.of("title", Json.of("x")));
        if (random.nextBoolean()) {
            data = data.with("themes", Json.texts("t" + random.nextInt(2)));
        }
        if (random.nextBoolean()) {
            data = data.with(
                    "place", json(random.nextBoolean() ? "{'city': 'A', 'country': 'BR'}" : "{'country': 'AR'}"));
        }
        var steps = new ArrayList<RowResult.ActivityStep>();
        for (var transition : Transition.values()) {
            if (random.nextInt(3) > 0 || (transition == Transition.UNDONE && steps.isEmpty())) {
                var own = random.nextBoolean() ? data.with("on", Json.of("201" + random.nextInt(3))) : data;
                steps.add(new RowResult.ActivityStep(
                        new ActivityEventType.Statement(activityKind, transition), own, true));
            }
        }
        return steps.toArray(RowResult.ActivityStep[]::new);
    }
}
