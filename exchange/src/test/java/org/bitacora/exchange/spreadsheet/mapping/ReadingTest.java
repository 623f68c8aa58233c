package org.bitacora.exchange.spreadsheet.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Set;
import org.bitacora.domain.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {

    private static Forms forms(NumberForm numbers) {
        return new Forms(DateForm.USUAL, numbers, Set.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            COMMA    | 1.400.000,50 | 1400000.5
            COMMA    | 1400000,5    | 1400000.5
            COMMA    | 1.400        | 1400
            COMMA    | 1 400,5      | 1400.5
            POINT    | 1,400,000.50 | 1400000.5
            POINT    | 1'400.5      | 1400.5
            POINT    | 1.400        | 1.4
            UNSTATED | 1.400.000    | 1400000
            UNSTATED | 1.400,5      | 1400.5
            UNSTATED | 1,400.5      | 1400.5
            UNSTATED | 12,5         | 12.5
            UNSTATED | 12           | 12
            """)
    void aNumberIsReadInItsForm(NumberForm form, String text, BigDecimal number) {
        var read = As.NUMBER.read(Cell.of(text), forms(form));

        assertThat(read).isEqualTo(new As.Reading.Of(new Json.Num(number)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            COMMA    | 1,400,000.50
            COMMA    | 1.40.000
            POINT    | 1.400.000
            UNSTATED | cuarenta
            UNSTATED | 12 empleos
            UNSTATED | 1e5
            UNSTATED | 123456789012345678901234567890123
            """)
    void whatIsNoNumberInTheFormIsNotGuessed(NumberForm form, String text) {
        assertThat(As.NUMBER.read(Cell.of(text), forms(form))).isInstanceOf(As.Reading.Not.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.400", "1,400", "140.000"})
    void whatCanBeReadAsTwoNumbersIsRefusedUntilTheMappingSaysWhich(String text) {
        var read = As.NUMBER.read(Cell.of(text), forms(NumberForm.UNSTATED));

        assertThat(read).isInstanceOfSatisfying(As.Reading.Not.class, it -> assertThat(it.reason())
                .contains("two numbers"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            VUV 1,400,000   | POINT | 1400000   | VUV
            R$ 1.400,50     | COMMA | 1400.5    | BRL
            1.400,50 €      | COMMA | 1400.5    | EUR
            US$1,400        | POINT | 1400      | USD
            EUR 12          | POINT | 12        | EUR
            12              | POINT | 12        | -
            """)
    void moneyIsANumberAndACurrency(String text, NumberForm form, String value, String currency) {
        var cell = Cell.of(text);

        assertThat(As.MONEY.read(cell, forms(form))).isEqualTo(new As.Reading.Of(Json.of(value)));
        assertThat(As.CURRENCY.read(cell, forms(form)))
                .isEqualTo(currency == null ? new As.Reading.Nothing() : new As.Reading.Of(Json.of(currency)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$ 12", "XYZ 12", "¥ 12", "EUR 12 USD"})
    void aCurrencyThatCannotBeToldIsNotGuessed(String text) {
        assertThat(As.CURRENCY.read(Cell.of(text), forms(NumberForm.COMMA))).isInstanceOf(As.Reading.Not.class);
    }

    @ParameterizedTest
    @CsvSource({
        "AR, AR",
        "ar, AR",
        "ARG, AR",
        "Brasil, BR",
        "BRASIL, BR",
        "Brazil, BR",
        "Alemania, DE",
        "Alemanha, DE",
        "Germany, DE",
        "Japón, JP",
        "Japao, JP",
        "EE.UU., US",
        "Reino Unido, GB",
        "Holanda, NL",
        "Corea del Sur, KR",
        "Fiji, FJ",
        "Fiyi, FJ",
        "Vietnã, VN",
        "Hong Kong, HK",
        "Irã, IR",
        "Belarús, BY"
    })
    void aCountryHasNamesInThreeLanguages(String name, String code) {
        assertThat(As.COUNTRY.read(Cell.of(name), forms(NumberForm.COMMA))).isEqualTo(new As.Reading.Of(Json.of(code)));
    }

    @Test
    void aCountryThatNobodyKnowsIsNotGuessed() {
        assertThat(As.COUNTRY.read(Cell.of("Atlántida"), forms(NumberForm.COMMA)))
                .isInstanceOf(As.Reading.Not.class);
    }

    @Test
    void aNumberThatTheFileKnowsNeedsNoForm() {
        var cell = new Cell.Num(new BigDecimal("1400.000"));

        assertThat(As.NUMBER.read(cell, forms(NumberForm.UNSTATED)))
                .isEqualTo(new As.Reading.Of(new Json.Num(new BigDecimal("1400"))));
    }
}
