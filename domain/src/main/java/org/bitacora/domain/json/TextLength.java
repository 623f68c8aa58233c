package org.bitacora.domain.json;

/** The length of texts, as {@code maxLength} of JSON Schema and of the contract counts it. */
public final class TextLength {

    private TextLength() {}

    /** The number of characters. A character that takes two UTF-16 units, such as an emoji, is one. */
    public static int of(String text) {
        return text.codePointCount(0, text.length());
    }
}
