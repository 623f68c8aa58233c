package org.bitacora.domain.territory;

import java.util.Locale;
import java.util.Set;

/** The countries of ISO 3166-1, by their alpha-2 codes. */
public final class Countries {

    private static final Set<String> CODES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    private Countries() {}

    /** Whether a text is an ISO 3166-1 alpha-2 code in capital letters. */
    public static boolean exists(String code) {
        return CODES.contains(code);
    }
}
