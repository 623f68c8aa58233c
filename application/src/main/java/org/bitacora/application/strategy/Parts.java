package org.bitacora.application.strategy;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.strategy.Part;
import org.bitacora.domain.strategy.StrategyDocument;
import org.bitacora.domain.strategy.StrategyDocument.Saying;

/** States and drops parts of strategies, one at a time. */
@Singleton
public class Parts {

    private final Planning planning;

    Parts(Planning planning) {
        this.planning = planning;
    }

    /** States one, as the body says; nothing where the strategy says so already. */
    public Uni<Planning.Outcome> state(Uni<Planning.Which> which, Part part, List<String> key, Json.Obj body) {
        var item = Planned.item(part, key, body);
        return which.flatMap(it -> planning.change(it, before -> {
            needsCharter(it, before);
            return before.items(part).contains(item.stated()) ? List.of() : List.of(new Saying(part.stated(), item));
        }));
    }

    /** Drops one; nothing where there is none. */
    public Uni<Planning.Outcome> drop(Uni<Planning.Which> which, Part part, List<String> key) {
        Map<String, Json> members = new LinkedHashMap<>();
        for (int i = 0; i < key.size(); i++) {
            members.put(part.key().get(i), Json.of(key.get(i)));
        }
        var item = new Json.Obj(members);
        return which.flatMap(it -> planning.change(it, before -> {
            needsCharter(it, before);
            return before.parts().getOrDefault(part, Map.of()).containsKey(part.keyOf(item))
                    ? List.of(new Saying(part.dropped().orElseThrow(), item))
                    : List.of();
        }));
    }

    private static void needsCharter(Planning.Which which, StrategyDocument before) {
        if (before.charter().members().isEmpty()) {
            throw Planning.notFound(which.code());
        }
    }
}
