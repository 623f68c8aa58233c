package org.bitacora.application.territory;

import org.bitacora.application.RefusalException;
import org.bitacora.domain.identifier.TerritoryCode;
import org.bitacora.domain.refusal.Refusal;

/** Parses the code of a territory in a request. */
public final class TerritoryCodeParser {

    private TerritoryCodeParser() {}

    /** Returns the code. A malformed code is refused like a territory that is not registered. */
    public static TerritoryCode parse(String text) {
        return TerritoryCode.parse(text).orElseThrow(() -> new RefusalException(new Refusal.UnknownTerritory(text)));
    }
}
