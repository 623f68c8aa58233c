package org.bitacora.domain.identifier;

import java.util.Optional;
import java.util.regex.Pattern;

/** The code of a territory: {@code [a-z0-9][a-z0-9-]{1,62}}. */
public record TerritoryCode(String value) {

    /** The regular expression of a code. */
    public static final String REGEX = "[a-z0-9][a-z0-9-]{1,62}";

    private static final Pattern PATTERN = Pattern.compile(REGEX);

    public TerritoryCode {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("Invalid territory code: " + value);
        }
    }

    /** Whether a text has the form of a code. */
    public static boolean isWellFormed(String text) {
        return PATTERN.matcher(text).matches();
    }

    /** Parses a code; empty if the text has another form. */
    public static Optional<TerritoryCode> parse(String text) {
        return isWellFormed(text) ? Optional.of(new TerritoryCode(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
