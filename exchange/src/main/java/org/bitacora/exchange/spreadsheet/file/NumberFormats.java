package org.bitacora.exchange.spreadsheet.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The number formats of the cell styles of a workbook. They determine which numbers are dates. */
final class NumberFormats {

    private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|;.*");

    /** The built-in formats of dates (18.8.30, numFmt); their codes are not in the file. */
    private static final Map<Integer, String> BUILT_IN = Map.of(
            14, "m/d/yyyy",
            15, "d-mmm-yy",
            16, "d-mmm",
            17, "mmm-yy",
            22, "m/d/yy h:mm");

    /** The built-in formats of dates in East Asian workbooks. */
    private static final int FIRST_EAST_ASIAN = 27;

    private static final int LAST_EAST_ASIAN = 36;
    private static final int FIRST_EAST_ASIAN_2 = 50;
    private static final int LAST_EAST_ASIAN_2 = 58;

    private final List<Integer> precisions = new ArrayList<>();

    /** Reads the formats of the part with the styles. */
    static NumberFormats read(PartXmlReader xml) throws IOException {
        var formats = new NumberFormats();
        Map<Integer, String> codes = new HashMap<>(BUILT_IN);
        boolean isCellFormats = false;
        while (xml.next()) {
            if (xml.isAt("numFmt")) {
                codes.put(integer(xml, "numFmtId"), xml.attribute("formatCode").orElse(""));
            } else if (xml.isAt("cellXfs")) {
                isCellFormats = true;
            } else if (xml.isAfter("cellXfs")) {
                isCellFormats = false;
            } else if (isCellFormats && xml.isAt("xf")) {
                int format = integer(xml, "numFmtId");
                formats.precisions.add(
                        isEastAsianDate(format) && !codes.containsKey(format)
                                ? "2014-05-12".length()
                                : datePrecision(codes.getOrDefault(format, "")));
            }
        }
        return formats;
    }

    private static int integer(PartXmlReader xml, String attribute) {
        return xml.attribute(attribute)
                .filter(it -> it.matches("\\d{1,9}"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    private static boolean isEastAsianDate(int format) {
        return (format >= FIRST_EAST_ASIAN && format <= LAST_EAST_ASIAN)
                || (format >= FIRST_EAST_ASIAN_2 && format <= LAST_EAST_ASIAN_2);
    }

    /**
     * Returns the precision of the dates that a cell style shows, as the length of an ISO 8601 date: 4 for a year, 7
     * for a month, 10 for a day; 0 if the style does not show dates.
     */
    int datePrecision(int style) {
        return style >= 0 && style < precisions.size() ? precisions.get(style) : 0;
    }

    static int datePrecision(String formatCode) {
        var signs = LITERALS.matcher(formatCode.toLowerCase(Locale.ROOT)).replaceAll("");
        boolean year = signs.contains("y");
        boolean month = signs.contains("m");
        boolean day = signs.contains("d");
        if (day && month) {
            return "2014-05-12".length();
        }
        if (!year || signs.contains("0") || signs.contains("#")) {
            return 0;
        }
        return month ? "2014-05".length() : "2014".length();
    }
}
