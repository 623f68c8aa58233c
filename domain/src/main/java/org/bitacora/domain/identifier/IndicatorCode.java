package org.bitacora.domain.identifier;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The code of an indicator, such as {@code bh.agreements}: words of lowercase letters and digits, separated by dots or
 * hyphens, at most 100 characters.
 */
public record IndicatorCode(String value) implements Comparable<IndicatorCode> {

    private static final Pattern PATTERN = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");
    private static final int MAX_LENGTH = 100;

    public IndicatorCode {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("Not the code of an indicator: " + value);
        }
    }

    /** Whether a text has the form of a code. */
    public static boolean isWellFormed(String text) {
        return text.length() <= MAX_LENGTH && PATTERN.matcher(text).matches();
    }

    /** Parses a code; empty if the text has another form. */
    public static Optional<IndicatorCode> parse(String text) {
        return isWellFormed(text) ? Optional.of(new IndicatorCode(text)) : Optional.empty();
    }

    @Override
    public int compareTo(IndicatorCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
