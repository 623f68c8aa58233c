package org.bitacora.exchange.spreadsheet.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Set;
import org.bitacora.domain.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellTypeTest {

    private static SheetFormats forms(SheetNumberFormat numbers) {
        return new SheetFormats(SheetDateFormat.DEFAULTS, numbers, Set.of());
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
    void aNumberIsReadInItsFormat(SheetNumberFormat form, String text, BigDecimal number) {
        var read = CellType.NUMBER.read(SheetCell.of(text), forms(form));

        assertThat(read).isEqualTo(new CellType.CellParseResult.ParsedCell(new Json.Num(number)));
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
    void aNumberInAnotherFormatIsRefused(SheetNumberFormat form, String text) {
        assertThat(CellType.NUMBER.read(SheetCell.of(text), forms(form)))
                .isInstanceOf(CellType.CellParseResult.UnreadableCell.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.400", "1,400", "140.000"})
    void anAmbiguousNumberIsRefusedUnlessTheMappingStatesTheFormat(String text) {
        var read = CellType.NUMBER.read(SheetCell.of(text), forms(SheetNumberFormat.UNSTATED));

        assertThat(read).isInstanceOfSatisfying(CellType.CellParseResult.UnreadableCell.class, it -> assertThat(
                        it.reason().english())
                .contains("Ambiguous number"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            VUV 1,400,000   | POINT | 1400000   | VUV
            R$ 1.400,50     | COMMA | 1400.5    | BRL
            1.400,50 €      | COMMA | 1400.5    | EUR
            US$1,400        | POINT | 1400      | USD
            EUR 12          | POINT | 12        | EUR
            12 EUR          | POINT | 12        | EUR
            US$ 1,234.50 USD | POINT | 1234.5   | USD
            $ 1.234,50 ARS  | COMMA | 1234.5    | ARS
            U$S 100         | COMMA | 100       | USD
            S/. 1,200.00    | POINT | 1200      | PEN
            Bs. 35 BOB      | COMMA | 35        | BOB
            RD$500          | POINT | 500       | DOP
            ₲ 7.000.000     | COMMA | 7000000   | PYG
            + 1.400,50 BRL  | COMMA | 1400.5    | BRL
            1\u2009400\u202f000 €  | COMMA | 1400000 | EUR
            R$ -            | COMMA | 0         | BRL
            –               | COMMA | 0         | -
            (1.400,50)      | COMMA | -1400.5   | -
            12              | POINT | 12        | -
            """)
    void moneyIsANumberAndACurrency(String text, SheetNumberFormat form, String value, String currency) {
        var sheetCell = SheetCell.of(text.translateEscapes());

        assertThat(CellType.MONEY.read(sheetCell, forms(form)))
                .isEqualTo(new CellType.CellParseResult.ParsedCell(Json.of(value)));
        assertThat(CellType.CURRENCY.read(sheetCell, forms(form)))
                .isEqualTo(
                        currency == null
                                ? new CellType.CellParseResult.AbsentCell()
                                : new CellType.CellParseResult.ParsedCell(Json.of(currency)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"XYZ 12", "EUR 12 USD", "R$ 12 USD", "US$ 12 ARS"})
    void aCurrencyThatIsUnknownOrContradictsAnotherIsRefused(String text) {
        assertThat(CellType.CURRENCY.read(SheetCell.of(text), forms(SheetNumberFormat.COMMA)))
                .isInstanceOf(CellType.CellParseResult.UnreadableCell.class);
    }

    @ParameterizedTest
    @CsvSource({"$ 12, MXN, BRL", "¥ 12, JPY, USD", "Bs 12, BOB, PEN", "C$ 12, NIO, USD"})
    void theDefaultDecidesOnASymbolOfSeveralCurrenciesIfItIsOneOfThem(String text, String one, String other) {
        assertThat(CellType.CURRENCY.read(SheetCell.of(text), forms(SheetNumberFormat.COMMA)))
                .isInstanceOfSatisfying(
                        CellType.CellParseResult.AmbiguousCell.class,
                        it -> assertThat(it.possible()).contains(one).doesNotContain(other));
    }

    @ParameterizedTest
    @CsvSource({
        "AR, AR",
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
        "Belarús, BY",
        "Trinidad and Tobago, TT",
        "Trinidad & Tobago, TT",
        "Saint Lucia, LC",
        "St. Lucia, LC",
        "Bosnia and Herzegovina, BA",
        "Lao People's Democratic Republic, LA",
        "Iran (Islamic Republic of), IR",
        "República Bolivariana de Venezuela, VE",
        "la República Argentina, AR",
        "Os Estados Unidos da América, US",
        "Coréia do Sul, KR",
        "Côte d'Ivoire, CI",
        "cote d’ivoire, CI",
        "EUA, US",
        "Países Bajos, NL",
        "República Islámica del Afganistán, AF",
        "República Islâmica do Paquistão, PK",
        "Kosovo, XK",
        "Palestina, PS",
        "Unión Soviética, SUHH",
        "URSS, SUHH",
        "Tchecoslováquia, CSHH",
        "RDA, DDDE",
        "SUHH, SUHH"
    })
    void aCountryHasNamesInThreeLanguages(String name, String code) {
        assertThat(CellType.COUNTRY.read(SheetCell.of(name), forms(SheetNumberFormat.COMMA)))
                .isEqualTo(new CellType.CellParseResult.ParsedCell(Json.of(code)));
    }

    /** Codes are written in capitals: "no" and "na" are answers, not Norway and Namibia. */
    @ParameterizedTest
    @ValueSource(strings = {"Atlántida", "no", "na", "ar", "América", "Europa", "XX"})
    void anUnknownCountryIsRefused(String name) {
        assertThat(CellType.COUNTRY.read(SheetCell.of(name), forms(SheetNumberFormat.COMMA)))
                .isInstanceOf(CellType.CellParseResult.UnreadableCell.class);
    }

    @Test
    void aNumericCellNeedsNoFormat() {
        var cell = new SheetCell.NumberCell(new BigDecimal("1400.000"));

        assertThat(CellType.NUMBER.read(cell, forms(SheetNumberFormat.UNSTATED)))
                .isEqualTo(new CellType.CellParseResult.ParsedCell(new Json.Num(new BigDecimal("1400"))));
    }
}
