package org.bitacora.eventlog.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.bitacora.domain.json.Json;
import org.bitacora.eventlog.json.JsonReader.ParsedValues;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonWriterTest {

    private static Json read(String text) {
        return ((ParsedValues) JsonReader.readValue(text.getBytes(StandardCharsets.UTF_8), ""))
                .items()
                .getFirst()
                .value();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"b\":[],\"a\":{},\"\":[[{}]]}",
                "{\"b\":[1.50,-1.5E+10,0,1E-7,12345678901234567890.123456789],\"a\":true,\"c\":null,\"d\":false}",
                "[\"\",\"São Paulo \uD83D\uDEA2\",\"a \\\"b\\\" \\\\ c/d\",\"\\n\\t\\b\\f\\r\\u0001\\u001f\u007f\"]",
            })
    void compactJsonIsWrittenUnchanged(String text) {
        assertThat(JsonWriter.toText(read(text))).isEqualTo(text);
    }
}
