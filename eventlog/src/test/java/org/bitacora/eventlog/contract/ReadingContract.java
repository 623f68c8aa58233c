package org.bitacora.eventlog.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.eventlog.contract.LogUnderTest.answer;
import static org.bitacora.eventlog.testing.Visit.visit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.eventlog.Appended.Stored;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.testing.Visit;
import org.junit.jupiter.api.Test;

/** What was appended is read back as it was. */
interface ReadingContract extends LogUnderTest {

    @Test
    default void anEntryIsReadAsItWasAppended() {
        var territory = begun();
        var data = "{ \"title\" : \"São João \\u00e9 \uD83D\uDEA2\",\n \"amounts\":[1.50, 1e2, 12345678901234567890] }";
        var visit = visit(territory, "ñ/1 2").on("visit").saying(data).at(Instant.parse("1999-12-31T23:59:59.123456Z"));

        append(visit);

        var entry = answer(log().find(territory, visit.key())).orElseThrow();
        assertThat(entry)
                .isEqualTo(new Entry(
                        territory,
                        2,
                        entry.recordedAt(),
                        visit.key(),
                        Visit.TYPE,
                        1,
                        territory + "/visit",
                        visit.time(),
                        data,
                        Visit.SOURCE.name(),
                        visit.draft().content(),
                        Optional.empty()));
        assertThat(entry.recordedAt()).isEqualTo(clock().instant());
    }

    @Test
    default void aLogIsReadInPages() {
        var territory = begun();
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
    default void whatIsNotThereIsNotFound() {
        var territory = begun();

        assertThat(answer(log().find(territory, new EventKey("s", "beginning"))))
                .isPresent();
        assertThat(answer(log().find(territory, new EventKey("s", "other")))).isEmpty();
        assertThat(answer(log().find(territory, new EventKey("other", "beginning"))))
                .isEmpty();
        assertThat(answer(log().find(territory(), new EventKey("s", "beginning"))))
                .isEmpty();
    }

    @Test
    default void allThatWasSaidOfASubjectIsReadUpToAPosition() {
        var territory = begun();
        append(
                visit(territory, "a").on("visit"),
                visit(territory, "b"),
                visit(territory, "c").on("visit"));
        append(visit(territory, "d").on("visit"));

        assertThat(answer(log().about(territory + "/visit", 4)))
                .extracting(Entry::position)
                .containsExactly(2L, 4L);
    }

    @Test
    default void allThatASourceSaidOfSomeSubjectsIsReadSubjectBySubject() {
        var territory = begun();
        append(
                visit(territory, "a").on("visit").by(Visit.EDITOR),
                visit(territory, "b").on("mission").by(Visit.EDITOR),
                visit(territory, "c").on("visit").from("other").by(Visit.EDITOR),
                visit(territory, "d").on("visit").by(Visit.EDITOR),
                visit(territory, "e").on("award").by(Visit.EDITOR));

        var said = log().about("s", List.of(territory + "/mission", territory + "/none", territory + "/visit"));

        assertThat(answer(said)).extracting(Entry::position).containsExactly(3L, 2L, 5L);
    }

    @Test
    default void theEndIsTheLastPosition() {
        var territory = begun();

        assertThat(append(visit(territory, "a"), visit(territory, "b"))).contains(new Stored(3));
        assertThat(answer(log().end(territory))).contains(3L);
        assertThat(answer(log().end(territory()))).isEmpty();
    }

    @Test
    default void anEmptyBatchHasNoAnswers() {
        var territory = begun();

        assertThat(append()).isEmpty();
        assertThat(all(territory)).hasSize(1);
    }
}
