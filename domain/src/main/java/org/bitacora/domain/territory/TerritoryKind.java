package org.bitacora.domain.territory;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kind of a territory. */
public enum TerritoryKind {
    CITY,
    METROPOLITAN_AREA,
    PROVINCE,
    STATE,
    REGION,
    COUNTRY,
    NETWORK;

    /** The name that the contract uses for this kind. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind with this name in the contract; empty if there is none. */
    public static Optional<TerritoryKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
