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

/** What a cell is read as: the member of the data that it goes to decides. */
enum As {
    TEXT {
        @Override
        Reading read(Cell cell, Forms forms) {
            return new Reading.Of(Json.of(cell.shown()));
        }
    },
    DATE {
        @Override
        Reading read(Cell cell, Forms forms) {
            for (var form : forms.dates()) {
                var date = form.read(cell);
                if (date.isPresent()) {
                    return new Reading.Of(Json.of(date.get().text()));
                }
            }
            var tried = forms.dates().stream().map(DateForm::text).toList();
            return new Reading.Not("No date in one of these forms: " + String.join(", ", tried) + ".");
        }
    },
    NUMBER {
        @Override
        Reading read(Cell cell, Forms forms) {
            return number(cell, cell.shown(), forms, Json.Num::new);
        }
    },
    /** A number with or without its currency, as the decimal of an amount. */
    MONEY {
        @Override
        Reading read(Cell cell, Forms forms) {
            var bare = CURRENCY_MARKS.matcher(cell.shown()).replaceAll("").strip();
            return number(cell, bare, forms, it -> Json.of(Cell.plain(it)));
        }
    },
    /** The currency that stands beside a number, or alone. */
    CURRENCY {
        @Override
        Reading read(Cell cell, Forms forms) {
            var marks = CURRENCY_MARKS
                    .matcher(cell.shown())
                    .results()
                    .map(MatchResult::group)
                    .toList();
            return marks.isEmpty()
                    ? new Reading.Nothing()
                    : currency(marks)
                            .<Reading>map(code -> new Reading.Of(Json.of(code)))
                            .orElseGet(() ->
                                    new Reading.Not("No currency of ISO 4217, such as BRL, can be told from it."));
        }
    },
    COUNTRY {
        @Override
        Reading read(Cell cell, Forms forms) {
            return CountryNames.code(cell.shown())
                    .<Reading>map(code -> new Reading.Of(Json.of(code)))
                    .orElseGet(() -> new Reading.Not(
                            "No country is called so in Spanish, Portuguese or English; give it a code in values."));
        }
    };

    private static final Pattern CURRENCY_MARKS = Pattern.compile("[\\p{L}$]*\\p{Sc}|\\p{L}+\\$?");
    private static final Map<String, String> SYMBOLS =
            Map.of("R$", "BRL", "US$", "USD", "U$S", "USD", "U$", "USD", "€", "EUR", "£", "GBP");

    /** What came of reading a cell. */
    sealed interface Reading {
        /** A value. */
        record Of(Json value) implements Reading {}

        /** Nothing is said of this. */
        record Nothing() implements Reading {}

        /** It cannot be read. */
        record Not(String reason) implements Reading {}
    }

    /** Reads a cell in which something stands. */
    abstract Reading read(Cell cell, Forms forms);

    private static Reading number(Cell cell, String text, Forms forms, Function<BigDecimal, Json> form) {
        if (cell instanceof Cell.Num(var number)) {
            return new Reading.Of(form.apply(Cell.normal(number)));
        }
        return switch (forms.numbers().read(text)) {
            case NumberForm.Reading.Of(var number) -> new Reading.Of(form.apply(Cell.normal(number)));
            case NumberForm.Reading.Ambiguous() ->
                new Reading.Not(
                        "It can be read as two numbers; say in the mapping which sign is decimal, \",\" or \".\".");
            case NumberForm.Reading.None() -> new Reading.Not("No number can be read.");
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
