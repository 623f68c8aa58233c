package org.bitacora.exchange.spreadsheet.mapping;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.bitacora.domain.activity.Currencies;
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
    /** A number with or without a currency, as the decimal value of an amount. */
    MONEY {
        @Override
        CellParseResult read(SheetCell sheetCell, SheetFormats sheetFormats) {
            var bare = CURRENCY_MARKS
                    .matcher(sheetCell.displayText())
                    .replaceAll("")
                    .strip();
            return number(sheetCell, bare, sheetFormats, it -> Json.of(SheetCell.plainText(it)));
        }
    },
    /** The currency beside a number, or alone. */
    CURRENCY {
        @Override
        CellParseResult read(SheetCell sheetCell, SheetFormats sheetFormats) {
            var marks = CURRENCY_MARKS
                    .matcher(sheetCell.displayText())
                    .results()
                    .map(MatchResult::group)
                    .toList();
            return marks.isEmpty()
                    ? new CellParseResult.AbsentCell()
                    : currency(marks)
                            .<CellParseResult>map(code -> new CellParseResult.ParsedCell(Json.of(code)))
                            .orElseGet(() -> new CellParseResult.UnreadableCell(
                                    Detail.of("Expected a currency of ISO 4217, such as BRL.")));
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

    private static final Pattern CURRENCY_MARKS = Pattern.compile("[\\p{L}$]*\\p{Sc}|\\p{L}+\\$?");
    private static final Map<String, String> SYMBOLS =
            Map.of("R$", "BRL", "US$", "USD", "U$S", "USD", "U$", "USD", "€", "EUR", "£", "GBP");

    /** The result of parsing a cell. */
    sealed interface CellParseResult {
        /** A value. */
        record ParsedCell(Json value) implements CellParseResult {}

        /** The cell does not contain this value. */
        record AbsentCell() implements CellParseResult {}

        /** The cell is invalid. */
        record UnreadableCell(Detail reason) implements CellParseResult {}
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

    private static Optional<String> currency(List<String> marks) {
        var codes = marks.stream()
                .map(mark -> SYMBOLS.getOrDefault(mark, mark))
                .distinct()
                .toList();
        return codes.size() == 1 && Currencies.exists(codes.getFirst())
                ? Optional.of(codes.getFirst())
                : Optional.empty();
    }
}
