package org.bitacora.eventlog.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bitacora.eventlog.contract.LogUnderTest.answer;
import static org.bitacora.eventlog.contract.LogUnderTest.drafts;
import static org.bitacora.eventlog.testing.VisitDraft.visit;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bitacora.domain.refusal.Refusal.Conflict;
import org.bitacora.eventlog.AppendMode;
import org.bitacora.eventlog.AppendResult;
import org.bitacora.eventlog.ArchivedEntry;
import org.bitacora.eventlog.RestoreResult;
import org.bitacora.eventlog.testing.EntryAlteration;
import org.bitacora.eventlog.testing.VisitDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A log can be taken elsewhere: it is the same there, or it is not there at all. */
interface RestoreContract extends LogUnderTest {

    String CONTACT = "{\"contact\":\"María\"}";

    /** Four entries, the third with a private part. */
    private List<ArchivedEntry> ofFour() {
        var territory = newLog();
        append(
                visit(territory, "a").atTime(Instant.parse("2014-05-12T10:00:00.123456Z")),
                visit(territory, "b").withPrivatePart(CONTACT),
                visit(territory, "c").withData("{\"a\": 1.10, \"b\": \"\\u20ac\"}"));
        var kept = answer(log().readForArchive(territory, 0, 100));
        assertThat(kept).hasSize(4);
        return kept;
    }

    private static String territory(List<ArchivedEntry> kept) {
        return kept.getFirst().entry().territory();
    }

    /** One entry a page. */
    private static Supplier<Uni<List<ArchivedEntry>>> pages(List<ArchivedEntry> kept) {
        Queue<ArchivedEntry> left = new ArrayDeque<>(kept);
        return () -> Uni.createFrom().item(() -> Stream.ofNullable(left.poll()).toList());
    }

    private RestoreResult restore(List<ArchivedEntry> kept) {
        return answer(otherLog().restore(territory(kept), pages(kept)));
    }

    private List<ArchivedEntry> keptElsewhere(String territory) {
        return answer(otherLog().readForArchive(territory, 0, 100));
    }

    @Test
    default void aLogIsTheSameElsewhere() {
        var kept = ofFour();
        var territory = territory(kept);

        assertThat(restore(kept)).isEqualTo(new RestoreResult.Complete(4, 4));

        assertThat(answer(otherLog().read(territory, 0, 100))).isEqualTo(readAll(territory));
        assertThat(keptElsewhere(territory)).isEqualTo(kept);
        assertThat(kept.get(2).personal().map(ArchivedEntry.PrivatePart::data)).contains(CONTACT);
        assertThat(answer(otherLog().headPosition(territory))).contains(4L);
        assertThat(answer(otherLog().verify(territory))).isEmpty();
    }

    @Test
    default void theSameAgainTakesNothing() {
        var kept = ofFour();
        restore(kept);

        assertThat(restore(kept)).isEqualTo(new RestoreResult.Complete(4, 0));
        assertThat(keptElsewhere(territory(kept))).isEqualTo(kept);
    }

    @Test
    default void aLogThatHasGrownTakesTheRest() {
        var kept = ofFour();
        assertThat(restore(kept.subList(0, 2))).isEqualTo(new RestoreResult.Complete(2, 2));

        assertThat(restore(kept)).isEqualTo(new RestoreResult.Complete(4, 2));
        assertThat(keptElsewhere(territory(kept))).isEqualTo(kept);
        assertThat(restore(kept.subList(0, 3))).isEqualTo(new RestoreResult.Complete(4, 0));
    }

    @Test
    default void aLogThatWentAnotherWayIsLeftAlone() {
        var kept = ofFour();
        var territory = territory(kept);
        restore(kept.subList(0, 2));
        answer(otherLog().append(drafts(visit(territory, "another")), AppendMode.EACH));
        var before = keptElsewhere(territory);

        assertThat(restore(kept)).isEqualTo(new RestoreResult.Divergent(3));
        assertThat(keptElsewhere(territory)).isEqualTo(before).hasSize(3);
    }

    @Test
    default void onePageIsReadAtATimeAndNoneAnyMoreWhenItEnds() {
        var kept = ofFour();
        restore(kept.subList(0, 2));
        answer(otherLog().append(drafts(visit(territory(kept), "another")), AppendMode.EACH));
        var pages = pages(kept);
        var asked = new AtomicInteger();
        var most = new AtomicInteger();
        Supplier<Uni<List<ArchivedEntry>>> slowly = () -> {
            most.accumulateAndGet(asked.incrementAndGet(), Math::max);
            return pages.get().onItem().delayIt().by(Duration.ofMillis(100)).invoke(asked::decrementAndGet);
        };

        assertThat(answer(otherLog().restore(territory(kept), slowly))).isEqualTo(new RestoreResult.Divergent(3));

        assertThat(asked).hasValue(0);
        assertThat(most).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource
    default void whatNoLogEverHeldIsNotTaken(EntryAlteration entryAlteration) {
        var kept = ofFour();

        var given = new ArrayList<>(kept);
        given.set(2, entryAlteration.applyTo(kept.get(2)));

        assertThat(restore(given)).isInstanceOfSatisfying(RestoreResult.Corrupt.class, it -> assertThat(it.position())
                .isEqualTo(3));
        assertThat(answer(otherLog().headPosition(territory(kept)))).isEmpty();
        assertThat(keptElsewhere(territory(kept))).isEmpty();
    }

    @Test
    default void anEntryThatIsLeftOutIsMissed() {
        var kept = ofFour();

        assertThat(restore(List.of(kept.get(0), kept.get(1), kept.get(3))))
                .isInstanceOfSatisfying(RestoreResult.Corrupt.class, it -> assertThat(it.position())
                        .isEqualTo(3));
        assertThat(keptElsewhere(territory(kept))).isEmpty();
    }

    @Test
    default void anEventThatIsThereTwiceIsNotTaken() {
        var kept = new ArrayList<>(ofFour());
        kept.add(EntryAlteration.movedTo(kept.get(1), 5));

        assertThat(restore(kept)).isInstanceOf(RestoreResult.Corrupt.class);
        assertThat(keptElsewhere(territory(kept))).isEmpty();
    }

    @Test
    default void whenReadingFailsHalfwayNothingIsTaken() {
        var kept = ofFour();
        var two = pages(kept.subList(0, 2));
        Supplier<Uni<List<ArchivedEntry>>> failing = () -> two.get().map(page -> {
            if (page.isEmpty()) {
                throw new IllegalStateException("The disk is gone");
            }
            return page;
        });

        assertThatThrownBy(() -> answer(otherLog().restore(territory(kept), failing)))
                .hasMessageContaining("The disk is gone");
        assertThat(keptElsewhere(territory(kept))).isEmpty();
        assertThat(restore(kept)).isEqualTo(new RestoreResult.Complete(4, 4));
    }

    @Test
    default void theLogGoesOnAsItWouldHaveHere() {
        var kept = ofFour();
        var territory = territory(kept);
        restore(kept);

        assertThat(answer(otherLog()
                        .append(
                                drafts(
                                        visit(territory, "b").withPrivatePart(CONTACT),
                                        visit(territory, "b").withPrivatePart("{}"),
                                        visit(territory, "d")),
                                AppendMode.EACH)))
                .containsExactly(
                        new AppendResult.Duplicate(3),
                        new AppendResult.Refused(new Conflict("s", "b", 3)),
                        new AppendResult.Stored(5));
        var entries = answer(otherLog().read(territory, 3, 2));
        assertThat(entries.get(1).recordedAt()).isAfterOrEqualTo(entries.get(0).recordedAt());
    }

    @Test
    default void whatIsPrivateMayStayBehind() {
        var kept = ofFour();
        var shown = kept.stream()
                .map(it -> new ArchivedEntry(it.entry(), it.hash(), Optional.empty()))
                .toList();

        assertThat(restore(shown)).isEqualTo(new RestoreResult.Complete(4, 4));

        assertThat(keptElsewhere(territory(kept))).isEqualTo(shown);
        assertThat(answer(otherLog().verify(territory(kept)))).isEmpty();
    }

    @Test
    default void whoAppendsMeanwhileComesAfterIt() {
        var kept = ofFour();
        var territory = territory(kept);
        restore(kept.subList(0, 1));
        var meanwhile = new CompletableFuture<List<AppendResult>>();
        var pages = pages(kept);
        Supplier<Uni<List<ArchivedEntry>>> crowded =
                () -> pages.get().onItem().delayIt().by(Duration.ofMillis(50)).invoke(page -> {
                    if (page.stream().anyMatch(it -> it.entry().position() == 2)) {
                        otherLog()
                                .append(
                                        drafts(visit(territory, "meanwhile").byAuthor(VisitDraft.EDITOR)),
                                        AppendMode.EACH)
                                .subscribe()
                                .with(meanwhile::complete, meanwhile::completeExceptionally);
                    }
                });

        assertThat(answer(otherLog().restore(territory, crowded))).isEqualTo(new RestoreResult.Complete(4, 3));
        assertThat(answer(Uni.createFrom().completionStage(meanwhile))).containsExactly(new AppendResult.Stored(5));
    }
}
