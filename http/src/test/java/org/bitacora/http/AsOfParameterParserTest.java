package org.bitacora.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.bitacora.application.territory.AsOfQuery;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.domain.refusal.Result;
import org.bitacora.domain.territory.TerritoryCalendar;
import org.bitacora.http.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AsOfParameterParserTest {

    private static Result<AsOfQuery> parse(String text) {
        return AsOfParameterParser.parse("from", Optional.of(text));
    }

    private static ReadRequest request(String query) {
        return ReadRequest.ofUri("/v1/observations?" + query, Locale.ENGLISH);
    }

    @Test
    void missingParameterMeansTheLatestPosition() {
        assertThat(AsOfParameterParser.parse(request("period=2014"))).isEqualTo(new AsOfQuery.Latest("asOf"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "17", "2014123123", "999999999999999999"})
    void parsesDigitsAsAPosition(String text) {
        assertThat(parse(text)).isEqualTo(Result.success(new AsOfQuery.AtPosition("from", Long.parseLong(text))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2014-12-31T21:59:59Z", "2014-12-31T23:59:59+02:00", "2014-12-31T23:59:59 02:00"})
    void parsesATimeWithOffsetAsAnInstant(String text) {
        assertThat(parse(text))
                .isEqualTo(Result.success(new AsOfQuery.AtInstant("from", Instant.parse("2014-12-31T21:59:59Z"))));
    }

    @Test
    void parsesADayAsItsEndInTheTimeZoneOfTheTerritory() {
        var day = new AsOfQuery.AtEndOfDay("from", LocalDate.of(2014, 12, 31));

        assertThat(parse("2014-12-31")).isEqualTo(Result.success(day));
        assertThat(day.instant(TerritoryCalendar.of("America/Bahia")))
                .isEqualTo(Instant.parse("2015-01-01T02:59:59.999999Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2014-02-30", "-1", "2014-12-31T23:59:59", "1000000000000000000 "})
    void otherValuesAreRefused(String text) {
        assertThat(parse(text))
                .isEqualTo(Result.failure(new Refusal.InvalidParameter("from", AsOfQuery.EXPECTED_FORM)));
    }

    @Test
    void queriesOnSeveralLogsAcceptInstantsButNoPositions() {
        assertThat(AsOfParameterParser.parseInstant(request("asOf=2014-12-31")))
                .contains(Instant.parse("2014-12-31T23:59:59.999999Z"));
        assertThat(AsOfParameterParser.parseInstant(request("period=2014"))).isEmpty();
        assertThatThrownBy(() -> AsOfParameterParser.parseInstant(request("asOf=17")))
                .isInstanceOf(ProblemException.class)
                .hasMessage(AsOfQuery.EXPECTED_FORM.english());
    }
}
