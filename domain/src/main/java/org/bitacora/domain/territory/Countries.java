package org.bitacora.domain.territory;

import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Set;
import java.util.TreeSet;

/**
 * The codes of countries: the alpha-2 codes of ISO 3166-1, which include Palestine (PS); XK for Kosovo, which the
 * European Union and the Unicode CLDR use; and the four-letter codes of ISO 3166-3 for former states, such as SUHH.
 * Each code counts as a country of its own: a visit to the Soviet Union is not a visit to Russia.
 */
public final class Countries {

    /** The code of Kosovo, which ISO 3166-1 leaves to users. */
    public static final String KOSOVO = "XK";

    private static final Set<String> CODES = allCodes();

    private Countries() {}

    private static Set<String> allCodes() {
        var codes = new TreeSet<>(Locale.getISOCountries(IsoCountryCode.PART1_ALPHA2));
        codes.addAll(Locale.getISOCountries(IsoCountryCode.PART3));
        codes.add(KOSOVO);
        return Set.copyOf(codes);
    }

    /** All codes. */
    public static Set<String> codes() {
        return CODES;
    }

    /** Whether a text is the code of a country, in capital letters. */
    public static boolean exists(String code) {
        return CODES.contains(code);
    }
}
