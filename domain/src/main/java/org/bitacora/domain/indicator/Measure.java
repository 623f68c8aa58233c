package org.bitacora.domain.indicator;

import java.math.BigDecimal;
import java.util.Optional;

/** How a figure comes about: one of a closed set, never a formula. */
public sealed interface Measure {

    /** The unit of every money amount: any one currency, the same wherever it is compared. */
    String MONEY = "money";

    /** What its values are counted in. */
    String unit();

    /** What follows from activities. */
    sealed interface ActivityMeasure extends Measure {

        /** Which activities it takes. */
        Filter where();
    }

    /** What one number can say: anything but a ratio, whose parts these are. */
    sealed interface SimpleMeasure extends Measure {}

    /** How many distinct things there are. Takes formalised and ended activities unless the filter names a status. */
    record Count(CountedEntity counted, String unit, Filter where) implements ActivityMeasure, SimpleMeasure {
        /** Counted in the word of what is counted. */
        public Count(CountedEntity counted, Filter where) {
            this(counted, counted.word(), where);
        }
    }

    /** The sum of one of their quantities. An activity that does not state it adds nothing. */
    record QuantitySum(String quantity, Filter where) implements ActivityMeasure, SimpleMeasure {
        public QuantitySum {
            if (quantity.isBlank()) {
                throw new IllegalArgumentException("A sum is of a named quantity");
            }
        }

        @Override
        public String unit() {
            return quantity;
        }
    }

    /** The sum of their money of a purpose, or of any; what is in other currencies is converted, or named as missing. */
    record MoneySum(String currency, Optional<String> purpose, Filter where) implements ActivityMeasure, SimpleMeasure {
        @Override
        public String unit() {
            return currency;
        }
    }

    /**
     * How many are in force at the end of the last day of the period: formalised on it or before, not ended on it or
     * before, nor past their stated end. A status in the filter says nothing here.
     */
    record Stock(String unit, Filter where) implements ActivityMeasure, SimpleMeasure {}

    /** What others measured and reported, in a series of that name. */
    record ReportedSeries(String series, TimeAggregation aggregation, String unit) implements SimpleMeasure {}

    /** Another definition's measure, as it was when it was named: a later version of that one changes nothing here. */
    record IndicatorReference(String indicator, int version, SimpleMeasure measure) implements SimpleMeasure {
        @Override
        public String unit() {
            return measure.unit();
        }
    }

    /** One measure over another of the same unit, times the scale. It has no value where the denominator is zero. */
    record Ratio(SimpleMeasure numerator, SimpleMeasure denominator, BigDecimal scale) implements Measure {
        @Override
        public String unit() {
            return numerator.unit() + "/" + denominator.unit();
        }
    }

    /**
     * A judgement on a scale: of the activities judged by a rubric, the share, in percent, whose latest judgement is at
     * that level or above. Levels are ranks: they are compared and never added.
     */
    record RubricShare(String rubric, int atLeast, Filter where) implements ActivityMeasure {
        @Override
        public String unit() {
            return "percent";
        }
    }
}
