package org.bitacora.domain.strategy;

import java.util.ArrayList;
import org.bitacora.domain.json.JsonObjectReader;
import org.bitacora.domain.json.JsonText;
import org.bitacora.domain.refusal.Pointer;

/** Strategy events from JSON in single quotes. */
final class StrategyJson {

    private StrategyJson() {}

    static JsonObjectReader reader(String json) {
        return new JsonObjectReader(Pointer.ROOT, JsonText.json(json), new ArrayList<>());
    }
}
