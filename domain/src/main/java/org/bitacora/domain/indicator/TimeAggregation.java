package org.bitacora.domain.indicator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What reported values of shorter periods make of a longer one. */
public enum TimeAggregation {
    /** They add up, as exports do. */
    SUM,
    /** The last of them holds, as with a number of students. */
    LAST,
    /** Their mean. */
    MEAN,
    /** Nothing: only a value that was reported for that very period holds. */
    NONE;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word of the contract. */
    public String word() {
        return word;
    }

    /** The one of that word. */
    public static Optional<TimeAggregation> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word.equals(word)).findFirst();
    }
}
