package org.bitacora.domain.territory;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a territory is. */
public enum TerritoryKind {
    CITY,
    METROPOLITAN_AREA,
    PROVINCE,
    STATE,
    REGION,
    COUNTRY,
    NETWORK;

    /** The word of the contract. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of that word. */
    public static Optional<TerritoryKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
