package org.bitacora.exchange.spreadsheet.mapping;

import java.math.BigDecimal;
import java.util.Set;
import java.util.function.Function;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Detail;

/** The type that a cell is parsed as. It follows from the member of the data that the cell maps to. */
enum CellType {
    TEXT {
        @Override
        CellParseResult read(SheetCell sheetCell, SheetFormats sheetFormats) {
            return new CellParseResult.ParsedCell(Json.of(sheetCell.displayText()));
        }
    },
    /** A term of a closed vocabulary. Whether the term exists is checked with the whole data. */
    TERM {
        @Override
        CellParseResult read(SheetCell sheetCell, SheetFormats sheetFormats) {
            return TEXT.read(sheetCell, sheetFormats);
        }
    },
    DATE {
        @Override
        CellParseResult read(SheetCell sheetCell, SheetFormats sheetFormats) {
            for (var form : sheetFormats.dates()) {
                var date = form.parse(sheetCell);
                if (date.isPresent()) {
                    return new CellParseResult.ParsedCell(Json.of(date.get().text()));
                }
            }
            var tried = sheetFormats.dates().stream().map(SheetDateFormat::text).toList();
            return new CellParseResult.UnreadableCell(
                    Detail.of("Expected a date in one of these formats: {0}.", String.join(", ", tried)));
        }
    },
    NUMBER {
        @Override
        CellParseResult read(SheetCell sheetCell, SheetFormats sheetFormats) {
            return number(sheetCell, sheetCell.displayText(), sheetFormats, Json.Num::new);
        }
    },
    /** A number with or without a currency, as the decimal value of an amount. A dash means zero, as in accounting. */
    MONEY {
        @Override
        CellParseResult read(SheetCell sheetCell, SheetFormats sheetFormats) {
            var bare = CurrencyMarks.withoutMarks(sheetCell.displayText());
            return bare.matches("[-\u2013\u2014\u2212]")
                    ? new CellParseResult.ParsedCell(Json.of("0"))
                    : number(sheetCell, bare, sheetFormats, it -> Json.of(SheetCell.plainText(it)));
        }
    },
    /** The currency beside a number, or alone. */
    CURRENCY {
        @Override
        CellParseResult read(SheetCell sheetCell, SheetFormats sheetFormats) {
            var currencyMarks = CurrencyMarks.of(sheetCell.displayText());
            if (currencyMarks.marks().isEmpty()) {
                return new CellParseResult.AbsentCell();
            }
            var possible = currencyMarks.possible();
            return switch (possible.size()) {
                case 0 ->
                    new CellParseResult.UnreadableCell(Detail.of("Expected a currency of ISO 4217, such as BRL."));
                case 1 ->
                    new CellParseResult.ParsedCell(Json.of(possible.iterator().next()));
                default ->
                    new CellParseResult.AmbiguousCell(
                            possible,
                            Detail.of(
                                    "The symbol is used for several currencies ({0}); write the code of the currency.",
                                    possible));
            };
        }
    },
    COUNTRY {
        @Override
        CellParseResult read(SheetCell sheetCell, SheetFormats sheetFormats) {
            return CountryNames.code(sheetCell.displayText())
                    .<CellParseResult>map(code -> new CellParseResult.ParsedCell(Json.of(code)))
                    .orElseGet(
                            () -> new CellParseResult.UnreadableCell(
                                    Detail.of(
                                            "This is not the name of a country in Spanish, Portuguese or English; map it to a code with `values`.")));
        }
    };

    /** The result of parsing a cell. */
    sealed interface CellParseResult {
        /** A value. */
        record ParsedCell(Json value) implements CellParseResult {}

        /** The cell does not contain this value. */
        record AbsentCell() implements CellParseResult {}

        /**
         * The cell can mean several values. The default of the column applies if it is one of them.
         *
         * @param possible the texts of the values
         * @param reason why the cell is invalid if the default does not apply
         */
        record AmbiguousCell(Set<String> possible, Detail reason) implements CellParseResult {}

        /** The cell is invalid. */
        record UnreadableCell(Detail reason) implements CellParseResult {}
    }

    /** Returns whether the value is the text of the cell. */
    boolean isText() {
        return this == TEXT || this == TERM;
    }

    /** Parses a cell that is not blank. */
    abstract CellParseResult read(SheetCell sheetCell, SheetFormats sheetFormats);

    private static CellParseResult number(
            SheetCell sheetCell, String text, SheetFormats sheetFormats, Function<BigDecimal, Json> form) {
        if (sheetCell instanceof SheetCell.NumberCell(var number)) {
            return new CellParseResult.ParsedCell(form.apply(SheetCell.normalize(number)));
        }
        return switch (sheetFormats.numbers().parse(text)) {
            case SheetNumberFormat.NumberParseResult.ParsedNumber(var number) ->
                new CellParseResult.ParsedCell(form.apply(SheetCell.normalize(number)));
            case SheetNumberFormat.NumberParseResult.AmbiguousNumber() ->
                new CellParseResult.UnreadableCell(
                        Detail.of("Ambiguous number; set `decimal` in the mapping to \",\" or \".\"."));
            case SheetNumberFormat.NumberParseResult.NotANumber() ->
                new CellParseResult.UnreadableCell(Detail.of("Expected a number."));
        };
    }
}
