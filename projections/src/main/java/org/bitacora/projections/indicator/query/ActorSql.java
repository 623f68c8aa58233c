package org.bitacora.projections.indicator.query;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.bitacora.projections.activity.SqlParameters;
import org.bitacora.projections.indicator.TerritoryScope;

/** SQL for the actors of activities, with codes and sectors from the registered actors. */
final class ActorSql {

    private ActorSql() {}

    /**
     * Returns an expression for the list of actors in the form of {@code actor_parts}: the code, the sector and the role of each. The
     * resolved names are passed as one JSON object, because PostgreSQL finds its members by binary search, whereas a subquery
     * would scan all names for each actor.
     */
    static String actorList(String row, TerritoryScope scope, SqlParameters sqlParameters) {
        if (scope.names().isEmpty()) {
            return row + ".actor_parts";
        }
        var names = new JsonObject();
        scope.names()
                .forEach((territory, actorsByName) -> actorsByName.forEach((name, resolvedActor) -> names.put(
                        territory + "/" + name,
                        new JsonArray().add(resolvedActor.code()).add(resolvedActor.sector()))));
        return """
                (select coalesce(jsonb_agg(jsonb_build_array(
                     coalesce(m.meaning ->> 0, a.item ->> 0), coalesce(nullif(m.meaning ->> 1, ''), a.item ->> 1),
                     a.item ->> 2)), '[]')
                 from jsonb_array_elements(%1$s.actor_parts) a(item)
                 cross join lateral (select %2$s::jsonb -> (%1$s.territory || '/' || (a.item ->> 0)) as meaning) m)""".formatted(row, sqlParameters.add(names));
    }
}
