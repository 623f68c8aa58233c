package org.bitacora.domain.indicator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Equal parts of a year, and the year itself. */
public enum Grain {
    MONTH(1),
    QUARTER(3),
    HALF(6),
    YEAR(12);

    private final int months;

    Grain(int months) {
        this.months = months;
    }

    /** How many months it has. */
    public int months() {
        return months;
    }

    /** The word of the contract. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The grain of that word. */
    public static Optional<Grain> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }
}
