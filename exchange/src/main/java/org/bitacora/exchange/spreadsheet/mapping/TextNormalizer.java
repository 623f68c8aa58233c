package org.bitacora.exchange.spreadsheet.mapping;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts as people mean them: capitals, accents and spaces make no difference. */
final class TextNormalizer {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f]+");

    private TextNormalizer() {}

    /** Two texts that people mean as the same have the same fold. */
    static String normalize(String text) {
        return isSimple(text)
                ? text.toLowerCase(Locale.ROOT)
                : SPACES.matcher(withoutMarks(text)).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    /** As most texts are, of which each row has several: nothing but letters, signs and single spaces between them. */
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
