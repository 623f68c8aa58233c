package org.bitacora.domain.indicator;

import java.util.Locale;

/** A text for people, in Spanish, Portuguese and English. */
public record Names(String es, String pt, String en) {

    /** No text. */
    public static final Names NONE = new Names("", "", "");

    /** The text in that language; English where it is none of the three. */
    public String in(Locale language) {
        return switch (language.getLanguage()) {
            case "es" -> es;
            case "pt" -> pt;
            default -> en;
        };
    }
}
