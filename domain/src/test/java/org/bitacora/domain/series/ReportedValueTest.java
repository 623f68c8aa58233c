package org.bitacora.domain.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.json.JsonText;
import org.bitacora.domain.refusal.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportedValueTest {

    private static Json.Obj json(String text) {
        return JsonText.json(text.replace('"', '\''));
    }

    @Test
    void aReportIsReadAsItWasSent() {
        var data = json("""
                {"period": "2014-Q1", "value": "1400000.50", "unit": "BRL", "status": "provisional", "revision": 2}""");

        assertThat(ReportedValue.validate(Pointer.ROOT, data)).isEmpty();
        assertThat(ReportedValue.of(data))
                .isEqualTo(new ReportedValue(
                        Period.parseOne("2014-Q1").orElseThrow(),
                        Optional.of(new BigDecimal("1400000.50")),
                        "BRL",
                        true,
                        2));
    }

    @Test
    void aValueCanBeRetracted() {
        var data = json("{\"period\": \"2014-05-12\", \"value\": null, \"unit\": \"BRL/USD\"}");

        assertThat(ReportedValue.validate(Pointer.ROOT, data)).isEmpty();
        assertThat(ReportedValue.of(data).value()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"value\": 1, \"unit\": \"u\"}; /period",
                "{\"period\": \"2014..2015\", \"value\": 1, \"unit\": \"u\"}; /period",
                "{\"period\": \"2014-02-30\", \"value\": 1, \"unit\": \"u\"}; /period",
                "{\"period\": \"2014\", \"unit\": \"u\"}; /value",
                "{\"period\": \"2014\", \"value\": \"1,5\", \"unit\": \"u\"}; /value",
                "{\"period\": \"2014\", \"value\": [], \"unit\": \"u\"}; /value",
                "{\"period\": \"2014\", \"value\": 1e99, \"unit\": \"u\"}; /value",
                "{\"period\": \"2014\", \"value\": 1}; /unit",
                "{\"period\": \"2014\", \"value\": 1, \"unit\": \" \"}; /unit",
                "{\"period\": \"2014\", \"value\": 1, \"unit\": \"u\", \"status\": \"draft\"}; /status",
                "{\"period\": \"2014\", \"value\": 1, \"unit\": \"u\", \"revision\": -1}; /revision",
                "{\"period\": \"2014\", \"value\": 1, \"unit\": \"u\", \"revision\": 1.5}; /revision"
            })
    void anInvalidMemberIsReportedWithItsPointer(String data, String pointer) {
        assertThat(ReportedValue.validate(Pointer.ROOT, json(data)))
                .extracting(it -> it.pointer().value())
                .containsExactly(pointer);
    }

    @Test
    void theHighestRevisionAppliesAndThenTheLatestRegardlessOfTheOrder() {
        var first = reported("a", "2015-01-01T00:00:00Z", 0);
        var later = reported("b", "2015-02-01T00:00:00Z", 0);
        var revised = reported("c", "2015-01-15T00:00:00Z", 1);

        assertThat(List.of(revised, first, later).stream().max(RecordedReport.PRECEDENCE))
                .contains(revised);
        assertThat(List.of(later, first).stream().max(RecordedReport.PRECEDENCE))
                .contains(later);
    }

    private static RecordedReport reported(String id, String at, long revision) {
        var reportedValue = new ReportedValue(
                Period.parseOne("2014").orElseThrow(), Optional.of(BigDecimal.ONE), "u", false, revision);
        return new RecordedReport(new EventKey("urn:s", id), Instant.parse(at), reportedValue);
    }
}
