package org.bitacora.domain.indicator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.bitacora.domain.activity.Currencies;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.json.Members;
import org.bitacora.domain.refusal.Violation;

/** Makes measures of JSON, for the definition of that code. */
final class MeasureReader {

    private static final Pattern SERIES = Pattern.compile("[A-Za-z0-9._~-]{1,128}");
    private static final List<String> MEASURES = List.of("count", "sum", "stock", "reported", "ratio", "rubric");

    private final String code;
    private final Function<String, Optional<Definition>> known;

    MeasureReader(String code, Function<String, Optional<Definition>> known) {
        this.code = code;
        this.known = known;
    }

    Optional<Measure> measure(Members at) {
        if (at.has("ratio")) {
            return ratio(at).map(Measure.class::cast);
        }
        if (at.has("rubric")) {
            return rubric(at).map(Measure.class::cast);
        }
        return simple(at, MEASURES).map(Measure.class::cast);
    }

    private static Optional<Measure.Simple> simple(Members at, List<String> measures) {
        if (at.has("count")) {
            return count(at);
        }
        if (at.has("sum")) {
            return sum(at);
        }
        if (at.has("stock")) {
            return stock(at);
        }
        if (at.has("reported")) {
            return reported(at);
        }
        at.only(measures);
        at.found().add(new Violation(at.at(), "One of " + String.join(", ", measures) + " is needed."));
        return Optional.empty();
    }

    private static Optional<Measure.Simple> count(Members at) {
        at.only(List.of("count", "unit", "where"));
        var counted = at.word("count", List.of(Counted.values()), Counted::word, Counted.ACTIVITIES);
        var unit = at.text("unit", false);
        return FilterReader.read(at)
                .map(where -> new Measure.Count(counted, unit.isEmpty() ? counted.word() : unit, where));
    }

    private static Optional<Measure.Simple> sum(Members at) {
        at.only(List.of("sum", "where"));
        var where = FilterReader.read(at);
        if (at.object().text("sum").isPresent()) {
            var quantity = at.text("sum", true);
            return quantity.isEmpty() ? Optional.empty() : where.map(it -> new Measure.SumQuantity(quantity, it));
        }
        return at.child("sum").flatMap(money -> where.flatMap(it -> money(money, it)));
    }

    private static Optional<Measure.Simple> money(Members at, Filter where) {
        at.only(List.of("money", "purpose"));
        var currency = at.text("money", false);
        if (!Currencies.exists(currency)) {
            at.wrong("money", "A sum of money needs a currency of ISO 4217, such as BRL.");
            return Optional.empty();
        }
        var purpose = at.text("purpose", false);
        return Optional.of(new Measure.SumMoney(currency, Optional.of(purpose).filter(it -> !it.isEmpty()), where));
    }

    private static Optional<Measure.Simple> stock(Members at) {
        at.only(List.of("stock", "unit", "where"));
        at.word("stock", List.of(Counted.ACTIVITIES), Counted::word, Counted.ACTIVITIES);
        var unit = at.text("unit", false);
        return FilterReader.read(at)
                .map(where -> new Measure.Stock(unit.isEmpty() ? Counted.ACTIVITIES.word() : unit, where));
    }

    private static Optional<Measure.Simple> reported(Members at) {
        at.only(List.of("reported", "over", "unit"));
        var series = at.text("reported", true);
        if (!SERIES.matcher(series).matches()) {
            at.wrong("reported", "The name of a series is wanted: " + SERIES.pattern());
        }
        var over = at.word("over", List.of(OverTime.values()), OverTime::word, OverTime.NONE);
        return Optional.of(new Measure.Reported(series, over, at.text("unit", true)));
    }

    private Optional<Measure.Ratio> ratio(Members at) {
        at.only(List.of("ratio", "scale"));
        var scale = number(at, "scale", BigDecimal.ONE);
        return at.child("ratio").flatMap(both -> {
            both.only(List.of("numerator", "denominator"));
            var numerator = both.child("numerator").flatMap(this::operand);
            var denominator = both.child("denominator").flatMap(this::operand);
            return numerator.flatMap(it -> denominator.map(other -> new Measure.Ratio(it, other, scale)));
        });
    }

    private Optional<Measure.Simple> operand(Members at) {
        if (at.has("indicator")) {
            return named(at);
        }
        if (at.has("ratio") || at.has("rubric")) {
            at.found().add(new Violation(at.at(), "A ratio is of two measures that are not ratios themselves."));
            return Optional.empty();
        }
        return simple(at, List.of("count", "sum", "stock", "reported", "indicator"));
    }

    private Optional<Measure.Simple> named(Members at) {
        at.only(List.of("indicator", "version", "measure"));
        var indicator = at.text("indicator", true);
        if (at.has("measure")) {
            int version = number(at, "version", BigDecimal.ONE).intValue();
            return at.child("measure")
                    .flatMap(it -> simple(it, MEASURES))
                    .map(it -> new Measure.Of(indicator, version, it));
        }
        return found(at, indicator);
    }

    private Optional<Measure.Simple> found(Members at, String indicator) {
        var definition = known.apply(indicator);
        if (indicator.equals(code)
                || definition.filter(it -> names(it.measure(), code)).isPresent()) {
            at.wrong("indicator", "A cycle: " + indicator + " would follow from itself.");
        } else if (definition.isEmpty()) {
            at.wrong("indicator", "There is no indicator " + indicator + ".");
        } else if (definition.get().measure() instanceof Measure.Simple simple) {
            return Optional.of(new Measure.Of(indicator, definition.get().version(), simple));
        } else {
            at.wrong(
                    "indicator",
                    "A ratio is of two measures that are not ratios themselves; " + indicator + " is one.");
        }
        return Optional.empty();
    }

    private static boolean names(Measure measure, String code) {
        return switch (measure) {
            case Measure.Ratio(var numerator, var denominator, var _) ->
                names(numerator, code) || names(denominator, code);
            case Measure.Of(var indicator, var _, var of) -> indicator.equals(code) || names(of, code);
            case Measure.OfActivities _, Measure.Reported _ -> false;
        };
    }

    private static Optional<Measure.Rubric> rubric(Members at) {
        at.only(List.of("rubric", "atLeast", "where"));
        var rubric = at.text("rubric", true);
        var level = number(at, "atLeast", BigDecimal.ONE);
        if (level.stripTrailingZeros().scale() > 0 || level.compareTo(BigDecimal.valueOf(1_000)) > 0) {
            at.wrong("atLeast", "A whole number from 1 to 1000 is wanted.");
        }
        return FilterReader.read(at).map(where -> new Measure.Rubric(rubric, level.intValue(), where));
    }

    private static BigDecimal number(Members at, String member, BigDecimal usual) {
        if (!at.has(member)) {
            return usual;
        }
        if (at.object().get(member).orElse(null) instanceof Json.Num(var value)
                && value.signum() > 0
                && value.precision() <= 20
                && Math.abs(value.scale()) <= 20) {
            return value;
        }
        at.wrong(member, "A number above 0 is wanted.");
        return usual;
    }
}
