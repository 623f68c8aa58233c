package org.bitacora.domain.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.bitacora.domain.json.JsonText;
import org.bitacora.domain.refusal.Pointer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlausibilityPolicyTest {

    private static String warnings(String type, String data) {
        var found = new PlausibilityPolicy(LocalDate.parse("2026-12-01"))
                .warnings(
                        ActivityEventType.of("org.bitacora." + type).orElseThrow(),
                        Pointer.ROOT.child("data"),
                        JsonText.json(data));
        return String.join(" ", found.stream().map(it -> it.pointer().value()).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            visit.received     | {'start': '3026-05-12'}                           | /data/start
            visit.announced    | {'start': '3026'}                                 | /data/start
            activity.corrected | {'end': '0214-05'}                                | /data/end
            visit.received     | {'start': '2026-12-03'}                           | /data/start
            visit.received     | {'start': '2026-11-01', 'on': '2027'}             | /data/on
            visit.received     | {'amounts': [{'value': '500', 'currency': 'BRL'}, {'value': '500', 'currency': 'BRL'}]} | /data/amounts/1
            """)
    void unlikelyDataIsReported(String type, String data, String expected) {
        assertThat(warnings(type, data)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            visit.received     | {'start': '2026-12-01'}
            visit.received     | {'start': '2026-12-02'}
            visit.received     | {'start': '2026'}
            visit.announced    | {'start': '2031'}
            agreement.signed   | {'start': '1926-05'}
            visit.received     | {'amounts': [{'id': '1', 'value': '500', 'currency': 'BRL'}, {'id': '2', 'value': '500', 'currency': 'BRL'}]}
            visit.received     | {'amounts': [{'value': '500', 'currency': 'BRL'}, {'value': '500', 'currency': 'EUR'}]}
            """)
    void likelyDataIsNot(String type, String data) {
        assertThat(warnings(type, data)).isEmpty();
    }
}
