package org.bitacora.domain.indicator;

import java.math.BigDecimal;
import java.util.Optional;

/** How an indicator is computed: one of a closed set of measures, not a free formula. */
public sealed interface Measure {

    /**
     * The unit of all amounts of money. Amounts may be in any one currency, which must be the same wherever they are
     * compared.
     */
    String MONEY = "money";

    /** The unit of the values. */
    String unit();

    /** A measure that is computed from activities. */
    sealed interface ActivityMeasure extends Measure {

        /** The filter of the activities. */
        Filter where();
    }

    /** A measure with a single number: any measure but a ratio. Simple measures are the parts of ratios. */
    sealed interface SimpleMeasure extends Measure {}

    /**
     * The number of distinct entities. Formalised and ended activities are counted unless the filter names a status.
     */
    record Count(CountedEntity counted, String unit, Filter where) implements ActivityMeasure, SimpleMeasure {
        /** Creates a count whose unit is the name of the counted entity. */
        public Count(CountedEntity counted, Filter where) {
            this(counted, counted.word(), where);
        }
    }

    /** The sum of a quantity of the activities. An activity without the quantity adds nothing. */
    record QuantitySum(String quantity, Filter where) implements ActivityMeasure, SimpleMeasure {
        public QuantitySum {
            if (quantity.isBlank()) {
                throw new IllegalArgumentException("A sum needs the name of a quantity");
            }
        }

        @Override
        public String unit() {
            return quantity;
        }
    }

    /**
     * The sum of the amounts of money for a purpose, or for all purposes. Amounts in other currencies are converted;
     * the exchange rates that are missing are named.
     */
    record MoneySum(String currency, Optional<String> purpose, Filter where) implements ActivityMeasure, SimpleMeasure {
        @Override
        public String unit() {
            return currency;
        }
    }

    /**
     * The number of activities in force at the end of the last day of the period: formalised on or before that day, not
     * ended on or before it, and not past their stated end. A status in the filter is ignored.
     */
    record Stock(String unit, Filter where) implements ActivityMeasure, SimpleMeasure {}

    /** The reported values of the series with this name. */
    record ReportedSeries(String series, TimeAggregation aggregation, String unit) implements SimpleMeasure {}

    /** The measure of another definition in a fixed version. Later versions of that definition do not change it. */
    record IndicatorReference(String indicator, int version, SimpleMeasure measure) implements SimpleMeasure {
        @Override
        public String unit() {
            return measure.unit();
        }
    }

    /**
     * One measure divided by another of the same unit, multiplied by the scale. A ratio has no value if the denominator
     * is zero.
     */
    record Ratio(SimpleMeasure numerator, SimpleMeasure denominator, BigDecimal scale) implements Measure {
        @Override
        public String unit() {
            return numerator.unit() + "/" + denominator.unit();
        }
    }

    /**
     * The share of the activities assessed by a rubric whose latest assessment has at least the given level, in
     * percent. Levels are ranks: they are compared and never added.
     */
    record RubricShare(String rubric, int atLeast, Filter where) implements ActivityMeasure {
        @Override
        public String unit() {
            return "percent";
        }
    }
}
