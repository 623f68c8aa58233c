package org.bitacora.eventlog.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.eventlog.contract.LogFixture.answer;
import static org.bitacora.eventlog.testing.VisitDraft.visit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.eventlog.AppendResult.Stored;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.testing.VisitDraft;
import org.junit.jupiter.api.Test;

/** Entries are read as they were appended. */
interface ReadContract extends LogFixture {

    @Test
    default void extensionAttributesAreKept() {
        var territory = newLog();
        append(visit(territory, "a").withExtensions("{\"traceparent\":\"00-a-b-01\"}"), visit(territory, "b"));

        assertThat(readAll(territory))
                .extracting(Entry::extensions)
                .containsExactly(Optional.empty(), Optional.of("{\"traceparent\":\"00-a-b-01\"}"), Optional.empty());
    }

    @Test
    default void anEntryIsReadAsItWasAppended() {
        var territory = newLog();
        var data = "{ \"title\" : \"São João \\u00e9 \uD83D\uDEA2\",\n \"amounts\":[1.50, 1e2, 12345678901234567890] }";
        var visitDraft = visit(territory, "ñ/1 2")
                .onActivity("visit")
                .withData(data)
                .atTime(Instant.parse("1999-12-31T23:59:59.123456Z"));

        append(visitDraft);

        var entry = answer(log().find(territory, visitDraft.key())).orElseThrow();
        assertThat(entry)
                .isEqualTo(new Entry(
                        territory,
                        2,
                        entry.recordedAt(),
                        visitDraft.key(),
                        VisitDraft.TYPE,
                        1,
                        territory + "/visit",
                        visitDraft.time(),
                        data,
                        Optional.empty(),
                        VisitDraft.SOURCE.name(),
                        visitDraft.toDraft().content(),
                        Optional.empty()));
        assertThat(entry.recordedAt()).isEqualTo(clock().instant());
    }

    @Test
    default void aLogIsReadInPages() {
        var territory = newLog();
        append(visit(territory, "a"), visit(territory, "b"), visit(territory, "c"));

        assertThat(answer(log().read(territory, 1, 2)))
                .extracting(Entry::position)
                .containsExactly(2L, 3L);
        assertThat(answer(log().read(territory, 3, 2)))
                .extracting(Entry::position)
                .containsExactly(4L);
        assertThat(answer(log().read(territory, 4, 2))).isEmpty();
    }

    @Test
    default void anUnknownSourceIdOrTerritoryIsNotFound() {
        var territory = newLog();

        assertThat(answer(log().find(territory, new EventKey("s", "beginning"))))
                .isPresent();
        assertThat(answer(log().find(territory, new EventKey("s", "other")))).isEmpty();
        assertThat(answer(log().find(territory, new EventKey("other", "beginning"))))
                .isEmpty();
        assertThat(answer(log().find(territory(), new EventKey("s", "beginning"))))
                .isEmpty();
    }

    @Test
    default void theEntriesOfASubjectAreReadUpToAPosition() {
        var territory = newLog();
        append(
                visit(territory, "a").onActivity("visit"),
                visit(territory, "b"),
                visit(territory, "c").onActivity("visit"));
        append(visit(territory, "d").onActivity("visit"));

        assertThat(answer(log().findBySubject(territory + "/visit", 4)))
                .extracting(Entry::position)
                .containsExactly(2L, 4L);
    }

    @Test
    default void theEntriesOfASourceAreReadSubjectBySubject() {
        var territory = newLog();
        append(
                visit(territory, "a").onActivity("visit").byAuthor(VisitDraft.EDITOR),
                visit(territory, "b").onActivity("mission").byAuthor(VisitDraft.EDITOR),
                visit(territory, "c").onActivity("visit").fromSource("other").byAuthor(VisitDraft.EDITOR),
                visit(territory, "d").onActivity("visit").byAuthor(VisitDraft.EDITOR),
                visit(territory, "e").onActivity("award").byAuthor(VisitDraft.EDITOR));

        var found = log().findBySource("s", List.of(territory + "/mission", territory + "/none", territory + "/visit"));

        assertThat(answer(found)).extracting(Entry::position).containsExactly(3L, 2L, 5L);
    }

    @Test
    default void theHeadPositionIsTheLastPosition() {
        var territory = newLog();

        assertThat(append(visit(territory, "a"), visit(territory, "b"))).contains(new Stored(3));
        assertThat(answer(log().headPosition(territory))).contains(3L);
        assertThat(answer(log().headPosition(territory()))).isEmpty();
    }

    @Test
    default void anEmptyBatchHasNoResults() {
        var territory = newLog();

        assertThat(append()).isEmpty();
        assertThat(readAll(territory)).hasSize(1);
    }
}
