package org.bitacora.exchange.spreadsheet.file;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads texts of a workbook: shared strings and inline strings (ECMA-376, part 1, CT_Rst). The runs of a formatted text
 * are joined; phonetic guides do not belong to the text.
 */
final class RichTextReader {

    /**
     * An escaped character: one that XML cannot contain, or an underscore that would otherwise begin an escape
     * (22.9.2.19, ST_Xstring).
     */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private RichTextReader() {}

    /** Reads the text of the current element and moves to its end. */
    static String read(PartXmlReader xml, String element) throws IOException {
        var text = new StringBuilder();
        while (xml.next() && !xml.isAfter(element)) {
            if (xml.isAt("rPh")) {
                xml.elementText();
            } else if (xml.isAt("t")) {
                text.append(xml.elementText());
            }
        }
        return unescape(text.toString());
    }

    /** Replaces the escapes {@code _xHHHH_} by their characters; {@code _x005F_} is an underscore. */
    static String unescape(String text) {
        return text.contains("_x")
                ? ESCAPED.matcher(text)
                        .replaceAll(it ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(it.group(1), 16))))
                : text;
    }
}
