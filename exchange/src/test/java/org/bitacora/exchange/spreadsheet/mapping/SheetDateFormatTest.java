package org.bitacora.exchange.spreadsheet.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.bitacora.domain.activity.PartialDate;
import org.bitacora.domain.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetDateFormatTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            dd/mm/yyyy            | 12/05/2014            | 2014-05-12
            dd/mm/yyyy            | 1/5/2014              | 2014-05-01
            dd/mm/yyyy            | 12/05/2014 0:00:00    | 2014-05-12
            dd/mm/yyyy            | 12/05/2014 09:30      | 2014-05-12
            dd/mm/yyyy            | 31/02/2014            | -
            dd/mm/yyyy            | 29/02/2016            | 2016-02-29
            dd/mm/yyyy            | 05/13/2014            | -
            mm/dd/yyyy            | 05/13/2014            | 2014-05-13
            dd/mm/yy              | 12/05/14              | 2014-05-12
            dd/mm/yy              | 12/05/70              | 1970-05-12
            dd/mm/yy              | 12/05/69              | 2069-05-12
            dd/mm/yyyy            | 12-05-2014            | -
            yyyy-mm-dd            | 2014-05-12T10:00:00Z  | 2014-05-12
            yyyy-mm               | 2014-05               | 2014-05
            mm/yyyy               | 5/2014                | 2014-05
            yyyy                  | 2014                  | 2014
            d de mmmm de yyyy     | 3 de Março de 2014    | 2014-03-03
            d de mmmm de yyyy     | 3 de setiembre de 2014| 2014-09-03
            mmmm yyyy             | May 2014              | 2014-05
            d-mmm-yyyy            | 3-ene.-2014           | 2014-01-03
            d-mmm-yyyy            | 3-dez-2014            | 2014-12-03
            d-mmm-yyyy            | 3-xyz-2014            | -
            serial                | 41771                 | 2014-05-12
            serial                | 41771,5               | 2014-05-12
            serial                | 2014                  | -
            """)
    void aDateIsReadInItsFormat(String form, String text, String date) {
        var read = SheetDateFormat.of(form).orElseThrow().parse(SheetCell.of(text));

        assertThat(read.map(PartialDate::text)).isEqualTo(Optional.ofNullable(date));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            41771,   2014-05-12
            41771.9, 2014-05-12
            2014,    2014
            61,      1900-03-01
            """)
    void aNumberIsASerialDayOrAYear(BigDecimal number, String date) {
        var usual = new SheetFormats(SheetDateFormat.DEFAULTS, SheetNumberFormat.UNSTATED, Set.of());

        var read = CellType.DATE.read(new SheetCell.NumberCell(number), usual);

        assertThat(read).isEqualTo(new CellType.CellParseResult.ParsedCell(Json.of(date)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dd/yyyy", "dd/mm", "", "hello", "yyyy yyyy"})
    void aFormatWithoutYearOrWithADayButNoMonthIsInvalid(String form) {
        assertThat(SheetDateFormat.of(form)).isEmpty();
    }

    @Test
    void aDateCellNeedsNoFormat() {
        var date = PartialDate.of("2014-05").orElseThrow();

        assertThat(SheetDateFormat.of("yyyy").orElseThrow().parse(new SheetCell.DateCell(date)))
                .contains(date);
    }
}
