package org.bitacora.eventlog.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.eventlog.contract.LogUnderTest.answer;
import static org.bitacora.eventlog.contract.LogUnderTest.drafts;
import static org.bitacora.eventlog.testing.VisitDraft.visit;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bitacora.domain.refusal.Refusal.Conflict;
import org.bitacora.domain.refusal.Refusal.UnknownTerritory;
import org.bitacora.eventlog.AppendMode;
import org.bitacora.eventlog.AppendResult;
import org.bitacora.eventlog.AppendResult.Duplicate;
import org.bitacora.eventlog.AppendResult.NotAttempted;
import org.bitacora.eventlog.AppendResult.Refused;
import org.bitacora.eventlog.AppendResult.Stored;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.testing.VisitDraft;
import org.junit.jupiter.api.Test;

/** All of a batch, or nothing of it. */
interface AtomicAppendContract extends LogUnderTest {

    @Test
    default void anAtomicBatchWithoutARefusalIsStoredWhole() {
        var territory = newLog();

        assertThat(append(
                        AppendMode.ATOMIC, visit(territory, "beginning"), visit(territory, "a"), visit(territory, "b")))
                .containsExactly(new Duplicate(1), new Stored(2), new Stored(3));
    }

    @Test
    default void anAtomicBatchWithARefusalLeavesNoTrace() {
        var territory = newLog();
        var elsewhere = newLog();
        var conflicting = visit(territory, "beginning").withData("{}");

        assertThat(append(
                        AppendMode.ATOMIC,
                        visit(territory, "a"),
                        visit(elsewhere, "b"),
                        conflicting,
                        visit(territory, "c")))
                .containsExactly(
                        new NotAttempted(),
                        new NotAttempted(),
                        new Refused(new Conflict("s", "beginning", 1)),
                        new NotAttempted());
        assertThat(append(visit(territory, "d"), visit(elsewhere, "e"))).containsExactly(new Stored(2), new Stored(2));
    }

    @Test
    default void aDuplicateOfWhatAnAtomicBatchTakesBackWasNotTriedEither() {
        var territory = newLog();
        var conflicting = visit(territory, "beginning").withData("{}");

        assertThat(append(
                        AppendMode.ATOMIC,
                        visit(territory, "a"),
                        visit(territory, "a"),
                        visit(territory, "beginning"),
                        conflicting))
                .containsExactly(
                        new NotAttempted(),
                        new NotAttempted(),
                        new Duplicate(1),
                        new Refused(new Conflict("s", "beginning", 1)));
    }

    @Test
    default void anAtomicBatchThatFailsFoundsNoLog() {
        var territory = territory();
        var nowhere = territory();

        assertThat(append(
                        AppendMode.ATOMIC,
                        visit(territory, "a"),
                        visit(nowhere, "b").byAuthor(VisitDraft.LATECOMER)))
                .containsExactly(new NotAttempted(), new Refused(new UnknownTerritory(nowhere)));
        assertThat(answer(log().headPosition(territory))).isEmpty();
    }

    @Test
    default void neighboursOfAFailingAtomicBatchAreUnaffectedAndNoGapIsLeft() {
        var territory = newLog();
        var sent = IntStream.range(0, 100)
                .mapToObj(i -> i % 2 == 0 ? failing(territory, i) : fine(territory, i))
                .toList();

        var answers = answer(Uni.join().all(sent).andFailFast());

        for (int i = 0; i < 100; i++) {
            assertThat(answers.get(i).getFirst()).isInstanceOf(i % 2 == 0 ? NotAttempted.class : Stored.class);
        }
        assertThat(readAll(territory)).extracting(Entry::position).containsExactlyElementsOf(positions(101));
    }

    private Uni<List<AppendResult>> failing(String territory, int i) {
        var conflicting = visit(territory, "beginning").withData("{}");
        return log().append(drafts(visit(territory, "f" + i), conflicting), AppendMode.ATOMIC);
    }

    private Uni<List<AppendResult>> fine(String territory, int i) {
        return log().append(drafts(visit(territory, "a" + i), visit(territory, "b" + i)), AppendMode.ATOMIC);
    }

    private static List<Long> positions(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
