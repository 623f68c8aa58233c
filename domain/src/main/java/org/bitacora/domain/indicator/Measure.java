package org.bitacora.domain.indicator;

/** How a figure follows from activities: one of a closed set, never a formula. */
public sealed interface Measure {

    /** Which activities it takes. */
    Filter where();

    /** How many activities there are, each once. Counts formalised and ended ones unless the filter names a status. */
    record CountActivities(Filter where) implements Measure {}

    /** The sum of one of their quantities. An activity that does not state it adds nothing. */
    record SumQuantity(String quantity, Filter where) implements Measure {
        public SumQuantity {
            if (quantity.isBlank()) {
                throw new IllegalArgumentException("measure.sum: a quantity is needed");
            }
        }
    }
}
