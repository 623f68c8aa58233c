package org.bitacora.domain.identifier;

import java.util.regex.Pattern;

/** The form of the codes of actors, strategies and their parts, and publications. */
public final class EntityCodes {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~-]{0,63}");

    private EntityCodes() {}

    /** Whether a text has the form of such a code. */
    public static boolean isWellFormed(String text) {
        return CODE.matcher(text).matches();
    }

    /** Throws an exception if a text has another form. */
    static void require(String text) {
        if (!isWellFormed(text)) {
            throw new IllegalArgumentException("Not a code: " + text);
        }
    }
}
