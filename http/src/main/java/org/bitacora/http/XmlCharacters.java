package org.bitacora.http;

import java.util.regex.Pattern;

/** The characters of XML 1.0. */
public final class XmlCharacters {

    /** Characters that XML cannot contain, not even escaped: control characters, lone surrogates, U+FFFE and U+FFFF. */
    private static final Pattern INVALID =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private XmlCharacters() {}

    /** Returns the text with the replacement character U+FFFD for each character that XML cannot contain. */
    public static String replaceInvalid(String text) {
        return INVALID.matcher(text).replaceAll("\uFFFD");
    }
}
