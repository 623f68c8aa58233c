package org.bitacora.domain.identifier;

import java.util.Optional;
import java.util.regex.Pattern;

/** The position of an entry in the log of its territory: 1 for the first; 0 is before all of them. */
public record Position(long value) {

    private static final Pattern PATTERN = Pattern.compile("\\d{1,18}");

    public Position {
        if (value < 0) {
            throw new IllegalArgumentException("Not a position of a log: " + value);
        }
    }

    /** Parses a position of at most 18 digits; empty if the text is anything else. */
    public static Optional<Position> parse(String text) {
        return PATTERN.matcher(text).matches() ? Optional.of(new Position(Long.parseLong(text))) : Optional.empty();
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
