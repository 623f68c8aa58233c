package org.bitacora.domain.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.domain.json.JsonText.json;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {

    @Test
    void membersAreSortedAtEveryDepthButItemsAreNot() {
        var value = json("{'b': [3, 1, {'z': true, 'y': null}], 'a': 'x'}");

        var text = CanonicalJson.text(value);

        assertThat(text).isEqualTo("{\"a\":\"x\",\"b\":[3,1,{\"y\":null,\"z\":true}]}");
    }

    /** The names of the example in RFC 8785, section 3.2.3. */
    @Test
    void membersAreSortedByUtf16CodeUnits() {
        var names = List.of("€", "\r", "\ufb33", "1", "😀", "\u0080", "ö");
        var value = names.stream().reduce(Json.Obj.EMPTY, (it, name) -> it.with(name, Json.of(1)), (one, _) -> one);

        var text = CanonicalJson.text(value);

        assertThat(text).isEqualTo("{\"\\r\":1,\"1\":1,\"\u0080\":1,\"ö\":1,\"€\":1,\"😀\":1,\"\ufb33\":1}");
    }

    @Test
    void onlyRequiredEscapesAreWritten() {
        var value = Json.of("\u20ac$\u000F\nA'B\"\\/\b\f\t\u007f é😀");

        var text = CanonicalJson.text(value);

        assertThat(text).isEqualTo("\"€$\\u000f\\nA'B\\\"\\\\/\\b\\f\\t\u007f é😀\"");
    }

    /** Appendix B of RFC 8785 and the limits of each notation. */
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "0E+5, 0",
        "4.9E-324, 5e-324",
        "-4.9E-324, -5e-324",
        "9.9E-324, 1e-323",
        "1.7976931348623157E308, 1.7976931348623157e+308",
        "9007199254740992, 9007199254740992",
        "-9007199254740992, -9007199254740992",
        "9007199254740993, 9007199254740992",
        "295147905179352830000, 295147905179352830000",
        "9.999999999999997E22, 9.999999999999997e+22",
        "1E+23, 1e+23",
        "999999999999999900000, 999999999999999900000",
        "1E+21, 1e+21",
        "0.000001, 0.000001",
        "0.0000001, 1e-7",
        "9.999999999999997e-7, 9.999999999999997e-7",
        "333333333.3333332, 333333333.3333332",
        "333333333.33333329, 333333333.3333333",
        "12.50, 12.5",
        "1.0, 1",
        "1E+2, 100",
        "-1.5E-10, -1.5e-10"
    })
    void numbersAreWrittenAsEcmaScriptWritesADouble(BigDecimal number, String written) {
        var text = CanonicalJson.text(new Json.Num(number));

        assertThat(text).isEqualTo(written);
    }

    @Test
    void theBytesAreUtf8() {
        var bytes = CanonicalJson.bytes(new Json.Obj(Map.of("ciudad", Json.of("Córdoba"))));

        assertThat(bytes).isEqualTo("{\"ciudad\":\"Córdoba\"}".getBytes(StandardCharsets.UTF_8));
    }
}
