package org.bitacora.eventlog.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bitacora.domain.json.Json;
import org.bitacora.eventlog.json.JsonReader.ParsedItem;
import org.bitacora.eventlog.json.JsonReader.ParsedValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    private static ParsedItem one(String text, String sliced) {
        return ((ParsedValues) JsonReader.readValue(text.getBytes(StandardCharsets.UTF_8), sliced))
                .items()
                .getFirst();
    }

    private static List<ParsedItem> each(String text, String sliced) {
        return ((ParsedValues) JsonReader.readItems(text.getBytes(StandardCharsets.UTF_8), sliced)).items();
    }

    @Test
    void membersKeepTheirOrderAndNumbersTheirDigits() {
        var parsedItem = one("{\"b\": [1.50, 1e2, true, null], \"a\": \"\\u00e9 \uD83D\uDEA2\"}", "");

        assertThat(parsedItem.faults()).isEmpty();
        assertThat(parsedItem.value()).isInstanceOfSatisfying(Json.Obj.class, object -> {
            assertThat(object.members().keySet()).containsExactly("b", "a");
            assertThat(object.text("a")).contains("é \uD83D\uDEA2");
            assertThat(object.items("b"))
                    .containsExactly(
                            new Json.Num(new BigDecimal("1.50")),
                            new Json.Num(new BigDecimal("1E+2")),
                            new Json.Bool(true),
                            new Json.Null());
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"x\" : 1.50}",
                "{ \"y\":[ 1,2 ] }",
                "[1,  2]",
                "\"São \\u00e9 \uD83D\uDEA2 \\\" }\"",
                "\"\"",
                "12",
                "-1.5e+10",
                "0",
                "true",
                "false",
                "null",
                "{}"
            })
    void aSliceIsTheSourceTextOfTheMember(String data) {
        for (var text : List.of(
                "{\"data\":" + data + "}",
                "{ \"ñ\" : \"ñ\", \"data\" :\n " + data + " , \"after\": {\"data\": 1}}",
                "\t{\"data\":" + data + "\r\n}\n")) {
            assertThat(one(text, "data").slice()).as(text).contains(data);
        }
    }

    @Test
    void onlyATopLevelMemberIsSliced() {
        assertThat(one("{\"a\": {\"data\": 1}, \"b\": [{\"data\": 2}]}", "data").slice())
                .isEmpty();
        assertThat(one("[1]", "data").slice()).isEmpty();
        assertThat(one("{\"a\": {\"data\": 1}, \"data\": 3}", "data").slice()).contains("3");
    }

    @Test
    void eachItemHasItsOwnSlice() {
        var items = each("[{\"data\": {\"n\": 1}}, 7, {\"data\" : [\"ñ\"] }, {}]", "data");

        assertThat(items)
                .extracting(it -> it.slice().orElse("none"))
                .containsExactly("{\"n\": 1}", "none", "[\"ñ\"]", "none");
        assertThat(items.get(1).value()).isEqualTo(Json.of(7));
    }

    @Test
    void anEmptyArrayHasNoItems() {
        assertThat(each(" [ ] ", "data")).isEmpty();
    }

    @Test
    void nestingIsLimitedToSixtyFourLevels() {
        assertThat(one("[".repeat(64) + "]".repeat(64), "").faults()).isEmpty();
        assertThat(JsonReader.readValue("[".repeat(65).getBytes(StandardCharsets.UTF_8), ""))
                .isInstanceOf(JsonReader.InvalidJson.class);
    }

    @Test
    void storedTextIsParsedWithoutFaultChecks() {
        assertThat(JsonReader.parseStored("{\"a\": 1}"))
                .isEqualTo(one("{\"a\":1}", "").value());
        assertThatThrownBy(() -> JsonReader.parseStored("{")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void writtenTextIsReadBackUnchanged() {
        var value = one("{\"z\": [1.50, -0.0, 1e400000, \"\\u0007\\\"\\\\\uD83D\uDEA2\", {}], \"a\": null}", "")
                .value();

        assertThat(JsonReader.parseStored(JsonWriter.toText(value))).isEqualTo(value);
    }
}
