package org.bitacora.eventlog.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.eventlog.contract.LogUnderTest.answer;
import static org.bitacora.eventlog.contract.LogUnderTest.drafts;
import static org.bitacora.eventlog.testing.Visit.visit;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bitacora.domain.refusal.Refusal.Conflict;
import org.bitacora.domain.refusal.Refusal.UnknownTerritory;
import org.bitacora.eventlog.Appended;
import org.bitacora.eventlog.Appended.Duplicate;
import org.bitacora.eventlog.Appended.NotTried;
import org.bitacora.eventlog.Appended.Refused;
import org.bitacora.eventlog.Appended.Stored;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.Mode;
import org.bitacora.eventlog.testing.Visit;
import org.junit.jupiter.api.Test;

/** All of a batch, or nothing of it. */
interface AtomicContract extends LogUnderTest {

    @Test
    default void anAtomicBatchWithoutARefusalIsStoredWhole() {
        var territory = begun();

        assertThat(append(Mode.ATOMIC, visit(territory, "beginning"), visit(territory, "a"), visit(territory, "b")))
                .containsExactly(new Duplicate(1), new Stored(2), new Stored(3));
    }

    @Test
    default void anAtomicBatchWithARefusalLeavesNoTrace() {
        var territory = begun();
        var elsewhere = begun();
        var conflicting = visit(territory, "beginning").saying("{}");

        assertThat(append(
                        Mode.ATOMIC, visit(territory, "a"), visit(elsewhere, "b"), conflicting, visit(territory, "c")))
                .containsExactly(
                        new NotTried(), new NotTried(), new Refused(new Conflict("s", "beginning", 1)), new NotTried());
        assertThat(append(visit(territory, "d"), visit(elsewhere, "e"))).containsExactly(new Stored(2), new Stored(2));
    }

    @Test
    default void aDuplicateOfWhatAnAtomicBatchTakesBackWasNotTriedEither() {
        var territory = begun();
        var conflicting = visit(territory, "beginning").saying("{}");

        assertThat(append(
                        Mode.ATOMIC,
                        visit(territory, "a"),
                        visit(territory, "a"),
                        visit(territory, "beginning"),
                        conflicting))
                .containsExactly(
                        new NotTried(),
                        new NotTried(),
                        new Duplicate(1),
                        new Refused(new Conflict("s", "beginning", 1)));
    }

    @Test
    default void anAtomicBatchThatFailsFoundsNoLog() {
        var territory = territory();
        var nowhere = territory();

        assertThat(append(
                        Mode.ATOMIC, visit(territory, "a"), visit(nowhere, "b").by(Visit.LATECOMER)))
                .containsExactly(new NotTried(), new Refused(new UnknownTerritory(nowhere)));
        assertThat(answer(log().end(territory))).isEmpty();
    }

    @Test
    default void neighboursOfAFailingAtomicBatchAreUnaffectedAndNoGapIsLeft() {
        var territory = begun();
        var sent = IntStream.range(0, 100)
                .mapToObj(i -> i % 2 == 0 ? failing(territory, i) : fine(territory, i))
                .toList();

        var answers = answer(Uni.join().all(sent).andFailFast());

        for (int i = 0; i < 100; i++) {
            assertThat(answers.get(i).getFirst()).isInstanceOf(i % 2 == 0 ? NotTried.class : Stored.class);
        }
        assertThat(all(territory)).extracting(Entry::position).containsExactlyElementsOf(positions(101));
    }

    private Uni<List<Appended>> failing(String territory, int i) {
        var conflicting = visit(territory, "beginning").saying("{}");
        return log().append(drafts(visit(territory, "f" + i), conflicting), Mode.ATOMIC);
    }

    private Uni<List<Appended>> fine(String territory, int i) {
        return log().append(drafts(visit(territory, "a" + i), visit(territory, "b" + i)), Mode.ATOMIC);
    }

    private static List<Long> positions(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
