package org.bitacora.eventlog.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.eventlog.contract.LogFixture.answer;
import static org.bitacora.eventlog.contract.LogFixture.drafts;
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

/** An atomic batch is stored completely or not at all. */
interface AtomicAppendContract extends LogFixture {

    @Test
    default void anAtomicBatchWithoutARefusalIsStoredCompletely() {
        var territory = newLog();

        assertThat(append(
                        AppendMode.ATOMIC, visit(territory, "beginning"), visit(territory, "a"), visit(territory, "b")))
                .containsExactly(new Duplicate(1), new Stored(2), new Stored(3));
    }

    @Test
    default void anAtomicBatchWithARefusalStoresNothing() {
        var territory = newLog();
        var otherTerritory = newLog();
        var conflicting = visit(territory, "beginning").withData("{}");

        assertThat(append(
                        AppendMode.ATOMIC,
                        visit(territory, "a"),
                        visit(otherTerritory, "b"),
                        conflicting,
                        visit(territory, "c")))
                .containsExactly(
                        new NotAttempted(),
                        new NotAttempted(),
                        new Refused(new Conflict("s", "beginning", 1)),
                        new NotAttempted());
        assertThat(append(visit(territory, "d"), visit(otherTerritory, "e")))
                .containsExactly(new Stored(2), new Stored(2));
    }

    @Test
    default void aDuplicateOfARevertedDraftIsNotAttempted() {
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
    default void aFailedAtomicBatchCreatesNoLog() {
        var territory = territory();
        var unregistered = territory();

        assertThat(append(
                        AppendMode.ATOMIC,
                        visit(territory, "a"),
                        visit(unregistered, "b").byAuthor(VisitDraft.LATECOMER)))
                .containsExactly(new NotAttempted(), new Refused(new UnknownTerritory(unregistered)));
        assertThat(answer(log().headPosition(territory))).isEmpty();
    }

    @Test
    default void aFailedAtomicBatchLeavesOtherBatchesIntactAndLeavesNoGap() {
        var territory = newLog();
        var appends = IntStream.range(0, 100)
                .mapToObj(i -> i % 2 == 0 ? failing(territory, i) : fine(territory, i))
                .toList();

        var results = answer(Uni.join().all(appends).andFailFast());

        for (int i = 0; i < 100; i++) {
            assertThat(results.get(i).getFirst()).isInstanceOf(i % 2 == 0 ? NotAttempted.class : Stored.class);
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
