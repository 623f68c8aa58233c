package org.bitacora.exchange.spreadsheet.mapping;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Normalizes texts for comparison: case, accents, spaces, invisible characters and the form of Unicode do not matter. */
final class TextNormalizer {

    /** Marks, such as accents, and characters that are not displayed, such as a zero-width space. */
    private static final Pattern MARKS = Pattern.compile("[\\p{M}\\p{Cf}]+");

    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");
    private static final Pattern OUTER_INVISIBLE = Pattern.compile("^[\\p{Cf}\\s]+|[\\p{Cf}\\s]+$");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    private TextNormalizer() {}

    /** Returns the normalized text, in lower case. */
    static String normalize(String text) {
        return isSimple(text)
                ? text.toLowerCase(Locale.ROOT)
                : SPACES.matcher(withoutMarks(text)).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns whether a text contains only visible ASCII characters with single spaces between them. Most texts do;
     * only their case has to be normalized.
     */
    private static boolean isSimple(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || c < ' ' || (c == ' ' && before == ' ')) {
                return false;
            }
            before = c;
        }
        return before != ' ' || text.isEmpty();
    }

    /** Returns the text without accents and without characters that are not displayed, in any form of Unicode. */
    static String withoutMarks(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    }

    /**
     * Returns the text in composed form (NFC), without characters that are not displayed, and with simple spaces, so
     * that it can be matched with patterns.
     */
    static String simplify(String text) {
        return isAscii(text)
                ? text
                : SPACES.matcher(INVISIBLE
                                .matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                                .replaceAll(""))
                        .replaceAll(" ")
                        .strip();
    }

    /** Returns the text in composed form (NFC), without invisible characters at its start and end. */
    static String compose(String text) {
        return isAscii(text)
                ? text
                : OUTER_INVISIBLE
                        .matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                        .replaceAll("");
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }
}
