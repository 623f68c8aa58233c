package org.bitacora.domain.indicator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an observation can be broken down by. */
public enum Grouping {
    CATEGORY,
    KIND,
    COUNTRY,
    MONTH;

    /** The word of the contract. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The grouping of that word. */
    public static Optional<Grouping> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }
}
