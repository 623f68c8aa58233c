package org.bitacora.domain.identifier;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The sender's own stable name of an activity within a territory: {@code [A-Za-z0-9._~-]{1,128}}. The names of series of
 * reported values have the same form.
 */
public record ActivityName(String value) {

    /** The form of a name. */
    public static final String REGEX = "[A-Za-z0-9._~-]{1,128}";

    private static final Pattern PATTERN = Pattern.compile(REGEX);

    public ActivityName {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("Not the name of an activity: " + value);
        }
    }

    /** Whether a text has the form of a name. */
    public static boolean isWellFormed(String text) {
        return PATTERN.matcher(text).matches();
    }

    /** Parses a name; empty if the text has another form. */
    public static Optional<ActivityName> parse(String text) {
        return isWellFormed(text) ? Optional.of(new ActivityName(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
