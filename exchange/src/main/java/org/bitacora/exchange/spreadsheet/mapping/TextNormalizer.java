package org.bitacora.exchange.spreadsheet.mapping;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Normalizes texts for comparison: case, accents and spaces do not matter. */
final class TextNormalizer {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f]+");

    private TextNormalizer() {}

    /** Returns the normalized text. Texts that differ only in case, accents or spaces have the same normalized text. */
    static String normalize(String text) {
        return isSimple(text)
                ? text.toLowerCase(Locale.ROOT)
                : SPACES.matcher(withoutMarks(text)).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    /**
     * Whether a text contains only letters, signs and single spaces between them, as most texts do. It needs no further
     * normalization.
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

    static String withoutMarks(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFD)
                ? text
                : MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    }
}
