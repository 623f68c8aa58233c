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
    sealed interface OfActivities extends Measure {

        /** Which activities it takes. */
        Filter where();
    }

    /** What one number can say: anything but a ratio, whose parts these are. */
    sealed interface Simple extends Measure {}

    /** How many distinct things there are. Takes formalised and ended activities unless the filter names a status. */
    record Count(Counted counted, String unit, Filter where) implements OfActivities, Simple {
        /** Counted in the word of what is counted. */
        public Count(Counted counted, Filter where) {
            this(counted, counted.word(), where);
        }
    }

    /** The sum of one of their quantities. An activity that does not state it adds nothing. */
    record SumQuantity(String quantity, Filter where) implements OfActivities, Simple {
        public SumQuantity {
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
    record SumMoney(String currency, Optional<String> purpose, Filter where) implements OfActivities, Simple {
        @Override
        public String unit() {
            return currency;
        }
    }

    /**
     * How many are in force at the end of the last day of the period: formalised on it or before, not ended on it or
     * before, nor past their stated end. A status in the filter says nothing here.
     */
    record Stock(String unit, Filter where) implements OfActivities, Simple {}

    /** What others measured and reported, in a series of that name. */
    record Reported(String series, OverTime over, String unit) implements Simple {}

    /** Another definition's measure, as it was when it was named: a later version of that one changes nothing here. */
    record Of(String indicator, int version, Simple measure) implements Simple {
        @Override
        public String unit() {
            return measure.unit();
        }
    }

    /** One measure over another of the same unit, times the scale. It has no value where the denominator is zero. */
    record Ratio(Simple numerator, Simple denominator, BigDecimal scale) implements Measure {
        @Override
        public String unit() {
            return numerator.unit() + "/" + denominator.unit();
        }
    }

    /**
     * A judgement on a scale: of the activities judged by a rubric, the share, in percent, whose latest judgement is at
     * that level or above. Levels are ranks: they are compared and never added.
     */
    record Rubric(String rubric, int atLeast, Filter where) implements OfActivities {
        @Override
        public String unit() {
            return "percent";
        }
    }
}
