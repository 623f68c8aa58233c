package org.bitacora.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.bitacora.eventlog.testing.VisitDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftTest {

    private static Draft at(String time) {
        return VisitDraft.visit("t", "a").atTime(Instant.parse(time)).toDraft();
    }

    @Test
    void theTimeIsTruncatedToMicroseconds() {
        assertThat(at("2014-05-12T10:00:00.123456789Z").time()).contains(Instant.parse("2014-05-12T10:00:00.123456Z"));
        assertThat(at("1955-11-05T06:15:00.123456789Z").time()).contains(Instant.parse("1955-11-05T06:15:00.123456Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0001-12-31T23:59:59.999999999Z", "+10000-01-01T00:00:00Z", "-9999-01-01T00:00:00Z"})
    void aTimeOutsideTheYearsOfRfc3339IsRejected(String time) {
        assertThatThrownBy(() -> at(time)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-01-01T00:00:00Z", "9999-12-31T23:59:59.999999Z"})
    void theFirstAndLastYearOfRfc3339AreAccepted(String time) {
        assertThat(at(time).time()).contains(Instant.parse(time));
    }
}
