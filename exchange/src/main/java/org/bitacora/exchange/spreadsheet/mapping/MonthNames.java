package org.bitacora.exchange.spreadsheet.mapping;

import java.util.List;

/** The names of months in Spanish, Portuguese and English, whole or cut to three letters and more. */
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

    /** 01 to 12; 00, which is no month, where it is no name of one. */
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
