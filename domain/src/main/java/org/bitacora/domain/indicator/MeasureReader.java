package org.bitacora.domain.indicator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bitacora.domain.activity.Currencies;
import org.bitacora.domain.identifier.ActivityName;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.json.JsonObjectReader;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Violation;

/** Reads the measure of the definition with this code from JSON. */
final class MeasureReader {

    private static final List<String> MEASURES = List.of("count", "sum", "stock", "reported", "ratio", "rubric");

    private final String code;
    private final Function<String, Optional<Definition>> known;

    MeasureReader(String code, Function<String, Optional<Definition>> known) {
        this.code = code;
        this.known = known;
    }

    Optional<Measure> measure(JsonObjectReader at) {
        if (at.has("ratio")) {
            return ratio(at).map(Measure.class::cast);
        }
        if (at.has("rubric")) {
            return rubric(at).map(Measure.class::cast);
        }
        return simple(at, MEASURES).map(Measure.class::cast);
    }

    private static Optional<Measure.SimpleMeasure> simple(JsonObjectReader at, List<String> measures) {
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
        at.allowOnly(measures);
        at.violations()
                .add(new Violation(at.pointer(), Detail.of("Expected one of {0}.", String.join(", ", measures))));
        return Optional.empty();
    }

    private static Optional<Measure.SimpleMeasure> count(JsonObjectReader at) {
        at.allowOnly(List.of("count", "unit", "where"));
        var countedEntity =
                at.oneOf("count", List.of(CountedEntity.values()), CountedEntity::word, CountedEntity.ACTIVITIES);
        var unit = at.optionalText("unit");
        return FilterReader.read(at)
                .map(where -> new Measure.Count(countedEntity, unit.isEmpty() ? countedEntity.word() : unit, where));
    }

    private static Optional<Measure.SimpleMeasure> sum(JsonObjectReader at) {
        at.allowOnly(List.of("sum", "where"));
        var where = FilterReader.read(at);
        if (at.object().text("sum").isPresent()) {
            var quantity = at.requiredText("sum");
            return quantity.isEmpty() ? Optional.empty() : where.map(it -> new Measure.QuantitySum(quantity, it));
        }
        return at.child("sum").flatMap(money -> where.flatMap(it -> money(money, it)));
    }

    private static Optional<Measure.SimpleMeasure> money(JsonObjectReader at, Filter where) {
        at.allowOnly(List.of("money", "purpose"));
        var currency = at.optionalText("money");
        if (!Currencies.exists(currency)) {
            at.addViolation("money", Detail.of("Unknown currency. Expected an ISO 4217 code, for example BRL."));
            return Optional.empty();
        }
        var purpose = at.optionalText("purpose");
        return Optional.of(new Measure.MoneySum(currency, Optional.of(purpose).filter(it -> !it.isEmpty()), where));
    }

    private static Optional<Measure.SimpleMeasure> stock(JsonObjectReader at) {
        at.allowOnly(List.of("stock", "unit", "where"));
        at.oneOf("stock", List.of(CountedEntity.ACTIVITIES), CountedEntity::word, CountedEntity.ACTIVITIES);
        var unit = at.optionalText("unit");
        return FilterReader.read(at)
                .map(where -> new Measure.Stock(unit.isEmpty() ? CountedEntity.ACTIVITIES.word() : unit, where));
    }

    private static Optional<Measure.SimpleMeasure> reported(JsonObjectReader at) {
        at.allowOnly(List.of("reported", "over", "unit"));
        var series = at.requiredText("reported");
        if (!ActivityName.isWellFormed(series)) {
            at.addViolation(
                    "reported", Detail.of("Expected the name of a series, of the form {0}.", ActivityName.REGEX));
        }
        var over = at.oneOf("over", List.of(TimeAggregation.values()), TimeAggregation::word, TimeAggregation.NONE);
        return Optional.of(new Measure.ReportedSeries(series, over, at.requiredText("unit")));
    }

    private Optional<Measure.Ratio> ratio(JsonObjectReader at) {
        at.allowOnly(List.of("ratio", "scale"));
        var scale = number(at, "scale", BigDecimal.ONE);
        return at.child("ratio").flatMap(both -> {
            both.allowOnly(List.of("numerator", "denominator"));
            var numerator = both.child("numerator").flatMap(this::operand);
            var denominator = both.child("denominator").flatMap(this::operand);
            return numerator.flatMap(it -> denominator.map(other -> new Measure.Ratio(it, other, scale)));
        });
    }

    private Optional<Measure.SimpleMeasure> operand(JsonObjectReader at) {
        if (at.has("indicator")) {
            return indicatorReference(at);
        }
        if (at.has("ratio") || at.has("rubric")) {
            at.violations()
                    .add(new Violation(
                            at.pointer(),
                            Detail.of("A ratio cannot contain a ratio or a rubric. Expected a simple measure.")));
            return Optional.empty();
        }
        return simple(at, List.of("count", "sum", "stock", "reported", "indicator"));
    }

    private Optional<Measure.SimpleMeasure> indicatorReference(JsonObjectReader at) {
        at.allowOnly(List.of("indicator", "version", "measure"));
        var indicator = at.requiredText("indicator");
        if (at.has("measure")) {
            int version = number(at, "version", BigDecimal.ONE).intValue();
            return at.child("measure")
                    .flatMap(it -> simple(it, MEASURES))
                    .map(it -> new Measure.IndicatorReference(indicator, version, it));
        }
        return referencedMeasure(at, indicator);
    }

    private Optional<Measure.SimpleMeasure> referencedMeasure(JsonObjectReader at, String indicator) {
        var definition = known.apply(indicator);
        if (indicator.equals(code)
                || definition.filter(it -> refersTo(it.measure(), code)).isPresent()) {
            at.addViolation(
                    "indicator", Detail.of("Circular reference: {0} would be computed from itself.", indicator));
        } else if (definition.isEmpty()) {
            at.addViolation("indicator", Detail.of("There is no indicator {0}.", indicator));
        } else if (definition.get().measure() instanceof Measure.SimpleMeasure simpleMeasure) {
            return Optional.of(
                    new Measure.IndicatorReference(indicator, definition.get().version(), simpleMeasure));
        } else {
            at.addViolation(
                    "indicator",
                    Detail.of(
                            "A ratio cannot contain {0}, which is a ratio or a rubric. Expected an indicator with a simple"
                                    + " measure.",
                            indicator));
        }
        return Optional.empty();
    }

    private static boolean refersTo(Measure measure, String code) {
        return switch (measure) {
            case Measure.Ratio(var numerator, var denominator, var _) ->
                refersTo(numerator, code) || refersTo(denominator, code);
            case Measure.IndicatorReference(var indicator, var _, var of) ->
                indicator.equals(code) || refersTo(of, code);
            case Measure.ActivityMeasure _, Measure.ReportedSeries _ -> false;
        };
    }

    private static Optional<Measure.RubricShare> rubric(JsonObjectReader at) {
        at.allowOnly(List.of("rubric", "atLeast", "where"));
        var rubric = at.requiredText("rubric");
        var level = number(at, "atLeast", BigDecimal.ONE);
        if (level.stripTrailingZeros().scale() > 0 || level.compareTo(BigDecimal.valueOf(1_000)) > 0) {
            at.addViolation("atLeast", Detail.of("Expected a whole number from 1 to 1000."));
        }
        return FilterReader.read(at).map(where -> new Measure.RubricShare(rubric, level.intValue(), where));
    }

    private static BigDecimal number(JsonObjectReader at, String member, BigDecimal defaultValue) {
        if (!at.has(member)) {
            return defaultValue;
        }
        if (at.object().get(member).orElse(null) instanceof Json.Num(var value)
                && value.signum() > 0
                && value.precision() <= 20
                && Math.abs(value.scale()) <= 20) {
            return value;
        }
        at.addViolation(member, Detail.of("Expected a number above 0."));
        return defaultValue;
    }
}
