package org.bitacora.eventlog.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.eventlog.contract.LogFixture.answer;
import static org.bitacora.eventlog.testing.VisitDraft.visit;

import java.time.Instant;
import java.util.stream.IntStream;
import org.bitacora.eventlog.testing.VisitDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verification finds entries that are missing or differ from what was written. */
interface VerifyContract extends LogFixture {

    private String logOfSixEntries() {
        var territory = newLog();
        append(IntStream.range(0, 5).mapToObj(i -> visit(territory, "a" + i)).toArray(VisitDraft[]::new));
        assertThat(readAll(territory)).hasSize(6);
        assertThat(answer(log().verify(territory))).isEmpty();
        return territory;
    }

    @ParameterizedTest
    @CsvSource({
        "data, {}",
        "data, not JSON",
        "data, ''",
        "type, org.bitacora.visit.cancelled",
        "subject, somewhere/else",
        "source, other",
        "id, other",
        "time, 2001-01-01T00:00:00Z",
        "recorded_at, 2001-01-01T00:00:00Z",
        "posted_by, other",
        "schema_version, 0",
        "content, \\x00",
        "private_digest, \\x00",
        "hash, \\x00",
        "extensions, {}"
    })
    default void damageIsReportedAtItsPosition(String field, String value) {
        var territory = logOfSixEntries();

        corruptor().damage(territory, 3, field, value);

        assertThat(answer(log().verify(territory))).containsExactly(3L);
    }

    @Test
    default void aMissingEntryIsReportedAtItsPosition() {
        var territory = logOfSixEntries();

        corruptor().remove(territory, 2);
        corruptor().remove(territory, 4);

        assertThat(answer(log().verify(territory))).containsExactly(2L, 4L);
    }

    @Test
    default void missingLastEntriesAreReported() {
        var territory = logOfSixEntries();

        corruptor().remove(territory, 6);
        corruptor().remove(territory, 5);

        assertThat(answer(log().verify(territory))).containsExactly(5L, 6L);
    }

    @Test
    default void aTimeFinerThanMicrosecondsIsNotDamage() {
        var territory = logOfSixEntries();

        append(
                visit(territory, "old").atTime(Instant.parse("1955-11-05T06:15:00.123456789Z")),
                visit(territory, "new").atTime(Instant.parse("2015-10-21T16:29:00.123456789Z")));

        assertThat(answer(log().verify(territory))).isEmpty();
    }

    @Test
    default void unusualJsonFormattingIsNotDamage() {
        var territory = logOfSixEntries();

        append(visit(territory, "n").withData("{\"a\": 1.10, \"b\": [1e2, -0.0], \"c\": \"\\u20ac\\/\"}"));

        assertThat(readAll(territory)).hasSize(7);
        assertThat(answer(log().verify(territory))).isEmpty();
    }
}
