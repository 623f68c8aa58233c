package org.bitacora.domain.indicator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the reported values of shorter periods are aggregated to a longer one. */
public enum TimeAggregation {
    /** The sum, for example of exports. */
    SUM,
    /** The last value, for example of a number of students. */
    LAST,
    /** The mean. */
    MEAN,
    /** No aggregation: only a value reported for exactly the period applies. */
    NONE;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The name that the contract uses for this aggregation. */
    public String word() {
        return word;
    }

    /** The aggregation with this name in the contract; empty if there is none. */
    public static Optional<TimeAggregation> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word.equals(word)).findFirst();
    }
}
