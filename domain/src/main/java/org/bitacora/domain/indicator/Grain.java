package org.bitacora.domain.indicator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The length of the periods of a breakdown by time: a year, or an equal part of one. */
public enum Grain {
    MONTH(1),
    QUARTER(3),
    HALF(6),
    YEAR(12);

    private final int months;

    Grain(int months) {
        this.months = months;
    }

    /** The length in months. */
    public int months() {
        return months;
    }

    /** The name that the contract uses for this grain. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The grain with this name in the contract; empty if there is none. */
    public static Optional<Grain> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }
}
