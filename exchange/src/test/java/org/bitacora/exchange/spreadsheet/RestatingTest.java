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
import org.bitacora.domain.activity.EventKey;
import org.bitacora.domain.activity.EventType;
import org.bitacora.domain.activity.Fold;
import org.bitacora.domain.activity.Kind;
import org.bitacora.domain.activity.Status;
import org.bitacora.domain.activity.Transition;
import org.bitacora.domain.json.Json;
import org.bitacora.exchange.spreadsheet.Restating.Said;
import org.bitacora.exchange.spreadsheet.mapping.RowRead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestatingTest {

    private static final String SOURCE = "urn:file";

    private final List<Said> log = new ArrayList<>();

    /** Posts what a file makes necessary; the types of what was posted. */
    private List<String> file(RowRead.Step... steps) {
        var postings = Restating.of("a", List.copyOf(log), List.of(steps));
        for (var posting : postings) {
            var type = EventType.of(posting.type()).orElseThrow();
            log.add(new Said(log.size() + 1, new EventKey(SOURCE, posting.id()), type, posting.data()));
        }
        assertThat(log.stream().map(Said::key)).doesNotHaveDuplicates();
        return postings.stream()
                .map(it -> it.type().substring(EventType.PREFIX.length()))
                .toList();
    }

    private static RowRead.Step step(Transition transition, String data) {
        return new RowRead.Step(new EventType.Statement(Kind.AGREEMENT, transition), json(data), true);
    }

    private static RowRead.Step latest(Transition transition, String data) {
        return new RowRead.Step(new EventType.Statement(Kind.AGREEMENT, transition), json(data), false);
    }

    private Activity known() {
        return Fold.of(log.stream()
                .map(it -> ActivityEvent.of(it.type(), it.key(), Instant.ofEpochSecond(it.position()), it.data()))
                .toList());
    }

    @Test
    void aFirstFileIsStated() {
        assertThat(file(step(Transition.FORMALISED, "{'title': 'A'}"))).containsExactly("agreement.signed");
    }

    @Test
    void theSameFileAgainPostsNothing() {
        file(step(Transition.FORMALISED, "{'title': 'A'}"));

        assertThat(file(step(Transition.FORMALISED, "{'title': 'A'}"))).isEmpty();
    }

    @Test
    void aCorrectedFilePostsWhatChangedAlone() {
        file(step(Transition.FORMALISED, "{'title': 'A', 'start': '2014', 'place': {'city': 'X', 'country': 'BR'}}"));

        file(step(Transition.FORMALISED, "{'title': 'B', 'start': '2014', 'place': {'country': 'BR'}}"));

        assertThat(log.getLast().data()).isEqualTo(json("""
                {'title': 'B', 'place': {'city': null}, 'transition': 'formalised'}"""));
        assertThat(known().data()).isEqualTo(json("""
                {'title': 'B', 'start': '2014', 'place': {'country': 'BR'}}"""));
    }

    @Test
    void theFirstFileOnceMoreUndoesTheCorrection() {
        file(step(Transition.FORMALISED, "{'title': 'A'}"));
        file(step(Transition.FORMALISED, "{'title': 'B'}"));

        assertThat(file(step(Transition.FORMALISED, "{'title': 'A'}"))).containsExactly("activity.corrected");
        assertThat(file(step(Transition.FORMALISED, "{'title': 'A'}"))).isEmpty();
    }

    @Test
    void aStepThatTheFileNoLongerTellsIsTakenBackAndComesBack() {
        var planned = step(Transition.PLANNED, "{'title': 'A'}");
        var signed = step(Transition.FORMALISED, "{'title': 'A'}");
        file(planned, signed);

        assertThat(file(planned)).containsExactly("activity.withdrawn");
        assertThat(file(planned, signed)).containsExactly("activity.reinstated");
    }

    @Test
    void whereARowTellsOnlyTheLatestStepTheOnesBeforeStay() {
        file(latest(Transition.PLANNED, "{'title': 'A'}"));

        assertThat(file(latest(Transition.FORMALISED, "{'title': 'A'}"))).containsExactly("agreement.signed");
        assertThat(file(latest(Transition.UNDONE, "{'title': 'A'}")))
                .containsExactly("agreement.cancelled", "activity.withdrawn");
        assertThat(file(latest(Transition.PLANNED, "{'title': 'A'}"))).containsExactly("activity.withdrawn");
    }

    @Test
    void whatIsDeletedAsTheStateMovesOnIsDeletedOfTheStepBeforeToo() {
        file(latest(
                Transition.PLANNED, "{'title': 'A', 'themes': ['water'], 'place': {'city': 'X', 'country': 'BR'}}"));

        file(latest(Transition.FORMALISED, "{'title': 'B', 'place': {'country': 'BR'}}"));

        assertThat(known().data()).isEqualTo(json("{'title': 'B', 'place': {'country': 'BR'}}"));
        assertThat(file(latest(Transition.FORMALISED, "{'title': 'B', 'place': {'country': 'BR'}}")))
                .isEmpty();
    }

    @Test
    void aRowThatTellsNothingAnyMoreTakesAllBack() {
        file(step(Transition.FORMALISED, "{'title': 'A'}"));

        assertThat(file()).containsExactly("activity.withdrawn");
        assertThat(file()).isEmpty();
        assertThat(known().status()).isEqualTo(Status.UNSTATED);
    }

    @Test
    void anActivityThatItsSourceWithdrewComesBackWithItsRow() {
        file(step(Transition.FORMALISED, "{'title': 'A'}"));
        log.add(new Said(2, new EventKey(SOURCE, "w"), new EventType.Withdrawal(), Json.Obj.EMPTY));

        assertThat(file(step(Transition.FORMALISED, "{'title': 'A'}"))).containsExactly("activity.reinstated");
        assertThat(known().status()).isEqualTo(Status.FORMALISED);
        assertThat(file(step(Transition.FORMALISED, "{'title': 'A'}"))).isEmpty();
    }

    @Test
    void whatItsSourceSaidByOtherWaysIsTakenIntoAccount() {
        file(step(Transition.FORMALISED, "{'title': 'A'}"));
        log.add(new Said(2, new EventKey(SOURCE, "c"), new EventType.Correction(), json("{'title': 'C'}")));
        log.add(new Said(
                3,
                new EventKey(SOURCE, "s"),
                new EventType.Statement(Kind.AGREEMENT, Transition.FORMALISED),
                json("{'themes': ['t']}")));

        file(step(Transition.FORMALISED, "{'title': 'A'}"));

        assertThat(known().data()).isEqualTo(json("{'title': 'A'}"));
    }

    @Test
    void whatIsPrivateGoesAlongAndIsNotCompared() {
        file(step(Transition.FORMALISED, "{'title': 'A', 'private': {'contact': 'x'}}"));

        assertThat(file(step(Transition.FORMALISED, "{'title': 'A', 'private': {'contact': 'y'}}")))
                .isEmpty();
        file(step(Transition.FORMALISED, "{'title': 'B', 'private': {'contact': 'y'}}"));
        assertThat(log.getLast().data().object("private")).isEqualTo(json("{'contact': 'y'}"));
    }

    @Test
    void twoAtOnceMakeTheSameEvents() {
        file(step(Transition.FORMALISED, "{'title': 'A'}"));

        var one = Restating.of("a", log, List.of(step(Transition.FORMALISED, "{'title': 'B'}")));
        var other = Restating.of("a", log, List.of(step(Transition.FORMALISED, "{'title': 'B'}")));

        assertThat(one).isEqualTo(other);
    }

    /** However a file changed, what is known in the end is what its last state alone would have told. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void onlyTheLastStateOfAFileCounts(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            log.clear();
            RowRead.Step[] last = {};
            for (int state = 0; state < 5; state++) {
                last = steps(random);
                file(last);
            }
            var known = known();
            assertThat(file(last)).as("seed %d, round %d", seed, round).isEmpty();
            log.clear();
            file(last);
            assertThat(known).as("seed %d, round %d", seed, round).isEqualTo(known());
        }
    }

    private static RowRead.Step[] steps(Random random) {
        var kind = random.nextInt(5) == 0 ? Kind.ALLIANCE : Kind.AGREEMENT;
        var data = new Json.Obj(Map.of("title", Json.of("x")));
        if (random.nextBoolean()) {
            data = data.with("themes", Json.texts("t" + random.nextInt(2)));
        }
        if (random.nextBoolean()) {
            data = data.with(
                    "place", json(random.nextBoolean() ? "{'city': 'A', 'country': 'BR'}" : "{'country': 'AR'}"));
        }
        var steps = new ArrayList<RowRead.Step>();
        for (var transition : Transition.values()) {
            if (random.nextInt(3) > 0 || (transition == Transition.UNDONE && steps.isEmpty())) {
                var own = random.nextBoolean() ? data.with("on", Json.of("201" + random.nextInt(3))) : data;
                steps.add(new RowRead.Step(new EventType.Statement(kind, transition), own, true));
            }
        }
        return steps.toArray(RowRead.Step[]::new);
    }
}
