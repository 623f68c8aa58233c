package org.bitacora.domain.spreadsheet;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts as people mean them: capitals, accents and spaces make no difference. */
final class Folded {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f]+");

    private Folded() {}

    /** Two texts that people mean as the same have the same fold. */
    static String of(String text) {
        return SPACES.matcher(withoutMarks(text)).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    static String withoutMarks(String text) {
        return isPlain(text)
                ? text
                : MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }
}
