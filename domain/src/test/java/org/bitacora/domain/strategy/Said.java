package org.bitacora.domain.strategy;

import java.util.ArrayList;
import org.bitacora.domain.json.JsonText;
import org.bitacora.domain.json.Members;
import org.bitacora.domain.refusal.Pointer;

/** What events say, from JSON in single quotes. */
final class Said {

    private Said() {}

    static Members members(String json) {
        return new Members(Pointer.ROOT, JsonText.json(json), new ArrayList<>());
    }
}
