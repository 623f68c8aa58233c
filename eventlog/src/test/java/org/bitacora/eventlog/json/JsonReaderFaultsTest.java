package org.bitacora.eventlog.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.bitacora.eventlog.json.JsonReader.InvalidJson;
import org.bitacora.eventlog.json.JsonReader.JsonReadResult;
import org.bitacora.eventlog.json.JsonReader.ParsedValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Content that would be lost or could be read in two ways is reported with its pointer; text that is not JSON is
 * rejected.
 */
class JsonReaderFaultsTest {

    private static JsonReadResult one(String text) {
        return JsonReader.readValue(text.getBytes(StandardCharsets.UTF_8), "data");
    }

    private static List<String> faults(String text) {
        return ((ParsedValues) one(text))
                .items().getFirst().faults().stream()
                        .map(it -> it.pointer() + ": " + it.detail())
                        .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"a": 1, "a": 1}                     | /a: The key is repeated.
            {"a": 1, "\\u0061": 2}               | /a: The key is repeated.
            {"x": [0, {"b": 1, "c": 2, "b": 3}]} | /x/1/b: The key is repeated.
            {"a/b": 1, "a/b": 2}                 | /a~1b: The key is repeated.
            {"a": "x\\u0000"}                    | /a: U+0000 cannot be stored.
            ["", "\\u0000"]                      | /1: U+0000 cannot be stored.
            {"a": "\\ud83d"}                     | /a: A lone surrogate is not a character.
            {"a": "\\ud83dx"}                    | /a: A lone surrogate is not a character.
            {"a": "\\ude80\\ud83d"}              | /a: A lone surrogate is not a character.
            {"a": {"b": ["\\ude80"]}}            | /a/b/0: A lone surrogate is not a character.
            {"a": 1e309}                         | /a: The number is too large.
            {"a": [-1e309]}                      | /a/0: The number is too large.
            {"a": 1e999999999}                   | /a: The number is too large.
            {"a": 1e99999999999}                 | /a: The exponent is too large.
            {"a": [1e-99999999999]}              | /a/0: The exponent is too large.
            "\\u0000"                            | : U+0000 cannot be stored.
            """)
    void aFaultIsReportedWithItsPointer(String text, String fault) {
        assertThat(faults(text)).containsExactly(fault);
    }

    @Test
    void keysAreCheckedLikeOtherText() {
        assertThat(faults("{\"\\u0000\": 1}")).containsExactly("/\0: U+0000 cannot be stored.");
        assertThat(one("{\"\\ud800\": 1}")).isInstanceOf(InvalidJson.class);
    }

    @Test
    void everyFaultIsReported() {
        assertThat(faults("{\"a\": \"\\u0000\", \"b\": 1e400, \"a\": \"\\udc00\"}"))
                .hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": \"\\ud83d\\udea2\"}",
                "{\"a\": 1.7976931348623157e308, \"b\": 1e-999999}",
                "{\"A\": 1, \"a\": 1}"
            })
    void validJsonHasNoFaults(String text) {
        assertThat(faults(text)).isEmpty();
    }

    @Test
    void faultsBelongToTheirItemOnly() {
        var text = "[{\"a\": 1}, {\"a\": \"\\u0000\"}, {\"a\": 2, \"a\": 3}, {\"a\": 4}]";
        var items = ((ParsedValues) JsonReader.readItems(text.getBytes(StandardCharsets.UTF_8), "")).items();

        assertThat(items).extracting(it -> it.faults().size()).containsExactly(0, 1, 1, 0);
        assertThat(items.get(2).faults().getFirst().pointer()).hasToString("/a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\": 1,}",
                "[1,]",
                "{a: 1}",
                "{'a': 1}",
                "NaN",
                "01",
                "+1",
                ".5",
                "1.",
                "tru",
                "\"a",
                "\"\t\"",
                "\"\\x\"",
                "{} {}",
                "{}x",
                "1 2",
                "[]]",
                "// c\n1",
                "]",
                "{\"a\": \"\\ud83\"}"
            })
    void textThatIsNotJsonIsRejected(String text) {
        assertThat(one(text)).isInstanceOf(InvalidJson.class);
        assertThat(JsonReader.readItems(("[0, " + text + "]").getBytes(StandardCharsets.UTF_8), "data"))
                .isInstanceOf(InvalidJson.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "1", "\"x\"", "null"})
    void aValueThatIsNotAnArrayHasNoItems(String text) {
        assertThat(JsonReader.readItems(text.getBytes(StandardCharsets.UTF_8), "data"))
                .isInstanceOf(InvalidJson.class);
    }

    @Test
    void aNumberWithTooManyDigitsIsRejected() {
        assertThat(one("1".repeat(401))).isInstanceOf(InvalidJson.class);
    }

    /** Overlong forms, surrogates, code points beyond U+10FFFF and truncated sequences are not UTF-8 (RFC 3629). */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "ff",
                "c080",
                "c0af",
                "c1bf",
                "e080af",
                "f08080af",
                "eda080",
                "edb080",
                "eda0bdedbaa2",
                "f4908080",
                "f5808080",
                "c3",
                "e282",
                "f09f9a",
                "c328"
            })
    void bytesThatAreNotUtf8AreRejected(String hex) {
        var bytes = HexFormat.of().parseHex(hex);
        for (var frame : List.of("\"|\"", "{\"data\": \"|\"}", "{\"|\": 1}", "{\"data\": {\"a\": \"|\"}}")) {
            assertThat(JsonReader.readValue(framed(frame, bytes), "data"))
                    .as(frame)
                    .isInstanceOf(InvalidJson.class);
        }
    }

    private static byte[] framed(String frame, byte[] bytes) {
        var parts = frame.split("\\|", -1);
        return ByteBuffer.allocate(frame.length() - 1 + bytes.length)
                .put(parts[0].getBytes(StandardCharsets.UTF_8))
                .put(bytes)
                .put(parts[1].getBytes(StandardCharsets.UTF_8))
                .array();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE"})
    void otherEncodingsAreRejected(String charset) {
        assertThat(JsonReader.readValue("{\"data\": {\"a\": 1}}".getBytes(Charset.forName(charset)), "data"))
                .isInstanceOf(InvalidJson.class);
    }

    /** Some editors write a byte order mark; RFC 8259 allows a reader to ignore it. */
    @Test
    void aByteOrderMarkIsIgnored() {
        var items = ((ParsedValues) one("\ufeff{\"data\": {\"ñ\": 1} }")).items();

        assertThat(items.getFirst().slice()).contains("{\"ñ\": 1}");
    }
}
