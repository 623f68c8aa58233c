package org.bitacora.eventlog.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bitacora.eventlog.contract.LogFixture.answer;
import static org.bitacora.eventlog.contract.LogFixture.drafts;
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

/** A log can be restored in another installation: completely and identically, or not at all. */
interface RestoreContract extends LogFixture {

    String CONTACT = "{\"contact\":\"María\"}";

    /** Returns four entries, the third with a private part. */
    private List<ArchivedEntry> fourEntries() {
        var territory = newLog();
        append(
                visit(territory, "a").atTime(Instant.parse("2014-05-12T10:00:00.123456Z")),
                visit(territory, "b").withPrivatePart(CONTACT).withExtensions("{\"traceparent\":\"00-a-b-01\"}"),
                visit(territory, "c").withData("{\"a\": 1.10, \"b\": \"\\u20ac\"}"));
        var archived = answer(log().readForArchive(territory, 0, 100));
        assertThat(archived).hasSize(4);
        return archived;
    }

    private static String territory(List<ArchivedEntry> archived) {
        return archived.getFirst().entry().territory();
    }

    /** Returns a supplier of pages with one entry each. */
    private static Supplier<Uni<List<ArchivedEntry>>> pages(List<ArchivedEntry> archived) {
        Queue<ArchivedEntry> left = new ArrayDeque<>(archived);
        return () -> Uni.createFrom().item(() -> Stream.ofNullable(left.poll()).toList());
    }

    private RestoreResult restore(List<ArchivedEntry> archived) {
        return answer(otherLog().restore(territory(archived), pages(archived)));
    }

    private List<ArchivedEntry> readOtherLog(String territory) {
        return answer(otherLog().readForArchive(territory, 0, 100));
    }

    @Test
    default void aRestoredLogIsIdentical() {
        var archived = fourEntries();
        var territory = territory(archived);

        assertThat(restore(archived)).isEqualTo(new RestoreResult.Complete(4, 4));

        assertThat(answer(otherLog().read(territory, 0, 100))).isEqualTo(readAll(territory));
        assertThat(readOtherLog(territory)).isEqualTo(archived);
        assertThat(archived.get(2).personal().map(ArchivedEntry.PrivatePart::data))
                .contains(CONTACT);
        assertThat(answer(otherLog().headPosition(territory))).contains(4L);
        assertThat(answer(otherLog().verify(territory))).isEmpty();
    }

    @Test
    default void restoringTheSameEntriesAgainAddsNothing() {
        var archived = fourEntries();
        restore(archived);

        assertThat(restore(archived)).isEqualTo(new RestoreResult.Complete(4, 0));
        assertThat(readOtherLog(territory(archived))).isEqualTo(archived);
    }

    @Test
    default void restoringALongerLogAddsTheMissingEntries() {
        var archived = fourEntries();
        assertThat(restore(archived.subList(0, 2))).isEqualTo(new RestoreResult.Complete(2, 2));

        assertThat(restore(archived)).isEqualTo(new RestoreResult.Complete(4, 2));
        assertThat(readOtherLog(territory(archived))).isEqualTo(archived);
        assertThat(restore(archived.subList(0, 3))).isEqualTo(new RestoreResult.Complete(4, 0));
    }

    @Test
    default void aDivergentLogIsLeftUnchanged() {
        var archived = fourEntries();
        var territory = territory(archived);
        restore(archived.subList(0, 2));
        answer(otherLog().append(drafts(visit(territory, "another")), AppendMode.EACH));
        var before = readOtherLog(territory);

        assertThat(restore(archived)).isEqualTo(new RestoreResult.Divergent(3));
        assertThat(readOtherLog(territory)).isEqualTo(before).hasSize(3);
    }

    @Test
    default void onePageIsReadAtATimeAndNoneIsPendingAtTheEnd() {
        var archived = fourEntries();
        restore(archived.subList(0, 2));
        answer(otherLog().append(drafts(visit(territory(archived), "another")), AppendMode.EACH));
        var pages = pages(archived);
        var pending = new AtomicInteger();
        var maxPending = new AtomicInteger();
        Supplier<Uni<List<ArchivedEntry>>> slowly = () -> {
            maxPending.accumulateAndGet(pending.incrementAndGet(), Math::max);
            return pages.get().onItem().delayIt().by(Duration.ofMillis(100)).invoke(pending::decrementAndGet);
        };

        assertThat(answer(otherLog().restore(territory(archived), slowly))).isEqualTo(new RestoreResult.Divergent(3));

        assertThat(pending).hasValue(0);
        assertThat(maxPending).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource
    default void anAlteredEntryIsRejected(EntryAlteration entryAlteration) {
        var archived = fourEntries();

        var given = new ArrayList<>(archived);
        given.set(2, entryAlteration.applyTo(archived.get(2)));

        assertThat(restore(given)).isInstanceOfSatisfying(RestoreResult.Corrupt.class, it -> assertThat(it.position())
                .isEqualTo(3));
        assertThat(answer(otherLog().headPosition(territory(archived)))).isEmpty();
        assertThat(readOtherLog(territory(archived))).isEmpty();
    }

    @Test
    default void aMissingEntryIsRejected() {
        var archived = fourEntries();

        assertThat(restore(List.of(archived.get(0), archived.get(1), archived.get(3))))
                .isInstanceOfSatisfying(RestoreResult.Corrupt.class, it -> assertThat(it.position())
                        .isEqualTo(3));
        assertThat(readOtherLog(territory(archived))).isEmpty();
    }

    @Test
    default void aRepeatedEventIsRejected() {
        var archived = new ArrayList<>(fourEntries());
        archived.add(EntryAlteration.movedTo(archived.get(1), 5));

        assertThat(restore(archived)).isInstanceOf(RestoreResult.Corrupt.class);
        assertThat(readOtherLog(territory(archived))).isEmpty();
    }

    @Test
    default void nothingIsStoredWhenReadingFails() {
        var archived = fourEntries();
        var two = pages(archived.subList(0, 2));
        Supplier<Uni<List<ArchivedEntry>>> failing = () -> two.get().map(page -> {
            if (page.isEmpty()) {
                throw new IllegalStateException("The disk is gone");
            }
            return page;
        });

        assertThatThrownBy(() -> answer(otherLog().restore(territory(archived), failing)))
                .hasMessageContaining("The disk is gone");
        assertThat(readOtherLog(territory(archived))).isEmpty();
        assertThat(restore(archived)).isEqualTo(new RestoreResult.Complete(4, 4));
    }

    @Test
    default void aRestoredLogContinuesLikeTheOriginal() {
        var archived = fourEntries();
        var territory = territory(archived);
        restore(archived);

        assertThat(answer(otherLog()
                        .append(
                                drafts(
                                        visit(territory, "b")
                                                .withPrivatePart(CONTACT)
                                                .withExtensions("{\"traceparent\":\"00-a-b-01\"}"),
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
    default void aLogIsRestoredWithoutItsPrivateParts() {
        var archived = fourEntries();
        var withoutPrivateParts = archived.stream()
                .map(it -> new ArchivedEntry(it.entry(), it.hash(), Optional.empty()))
                .toList();

        assertThat(restore(withoutPrivateParts)).isEqualTo(new RestoreResult.Complete(4, 4));

        assertThat(readOtherLog(territory(archived))).isEqualTo(withoutPrivateParts);
        assertThat(answer(otherLog().verify(territory(archived)))).isEmpty();
    }

    @Test
    default void aConcurrentAppendFollowsTheRestore() {
        var archived = fourEntries();
        var territory = territory(archived);
        restore(archived.subList(0, 1));
        var appended = new CompletableFuture<List<AppendResult>>();
        var pages = pages(archived);
        Supplier<Uni<List<ArchivedEntry>>> pagesWithAppend =
                () -> pages.get().onItem().delayIt().by(Duration.ofMillis(50)).invoke(page -> {
                    if (page.stream().anyMatch(it -> it.entry().position() == 2)) {
                        otherLog()
                                .append(
                                        drafts(visit(territory, "appended").byAuthor(VisitDraft.EDITOR)),
                                        AppendMode.EACH)
                                .subscribe()
                                .with(appended::complete, appended::completeExceptionally);
                    }
                });

        assertThat(answer(otherLog().restore(territory, pagesWithAppend))).isEqualTo(new RestoreResult.Complete(4, 3));
        assertThat(answer(Uni.createFrom().completionStage(appended))).containsExactly(new AppendResult.Stored(5));
    }
}
