package org.bitacora.projections.indicator.query;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.bitacora.projections.activity.SqlParameters;
import org.bitacora.projections.indicator.Scope;

/** The actors that activities name, as what is registered says who they are and of which sector. */
final class ActorSql {

    private ActorSql() {}

    /**
     * The list of them, as {@code actor_parts} of that row has it: the code and the sector of each. What names mean comes as
     * one object, whose members are found by halving: a query would go through all of them for each name.
     */
    static String actorList(String row, Scope scope, SqlParameters sqlParameters) {
        if (scope.names().isEmpty()) {
            return row + ".actor_parts";
        }
        var names = new JsonObject();
        scope.names()
                .forEach((territory, meanings) -> meanings.forEach((name, resolvedActor) -> names.put(
                        territory + "/" + name,
                        new JsonArray().add(resolvedActor.code()).add(resolvedActor.sector()))));
        return """
                (select coalesce(jsonb_agg(jsonb_build_array(
                     coalesce(m.meaning ->> 0, a.item ->> 0), coalesce(nullif(m.meaning ->> 1, ''), a.item ->> 1))), '[]')
                 from jsonb_array_elements(%1$s.actor_parts) a(item)
                 cross join lateral (select %2$s::jsonb -> (%1$s.territory || '/' || (a.item ->> 0)) as meaning) m)""".formatted(row, sqlParameters.add(names));
    }
}
