package org.bitacora.exchange.spreadsheet.mapping;

import java.util.List;

/** The names of months in Spanish, Portuguese and English, complete or abbreviated to three letters or more. */
final class MonthNames {

    private static final List<List<String>> NAMES = List.of(
            List.of("enero", "janeiro", "january"),
            List.of("febrero", "fevereiro", "february"),
            List.of("marzo", "marco", "march"),
            List.of("abril", "april"),
            List.of("mayo", "maio", "may"),
            List.of("junio", "junho", "june"),
            List.of("julio", "julho", "july"),
            List.of("agosto", "august"),
            List.of("septiembre", "setiembre", "setembro", "september"),
            List.of("octubre", "outubro", "october"),
            List.of("noviembre", "novembro", "november"),
            List.of("diciembre", "dezembro", "december"));

    private MonthNames() {}

    /** Returns the month as 01 to 12, or 00 if the text is not the name of a month. */
    static String digits(String name) {
        var folded = TextNormalizer.normalize(name);
        for (int i = 0; i < NAMES.size(); i++) {
            if (NAMES.get(i).stream().anyMatch(it -> it.startsWith(folded))) {
                return i < 9 ? "0" + (i + 1) : Integer.toString(i + 1);
            }
        }
        return "00";
    }
}
