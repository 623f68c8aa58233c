package org.bitacora.projections.indicator.query;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bitacora.domain.actor.Actor;
import org.bitacora.domain.actor.Merges;
import org.bitacora.domain.actor.Merges.Meaning;
import org.bitacora.domain.indicator.Counted;
import org.bitacora.domain.indicator.Measure;
import org.bitacora.projections.actor.Actors;
import org.bitacora.projections.indicator.Scope;

/** Looks up what the names of actors mean, where actors are what is counted. */
public final class Naming {

    private final Actors actors;

    public Naming(Pool pool) {
        this.actors = new Actors(pool);
    }

    /** The scope, with what names mean at its positions where one of those measures counts actors. */
    public Uni<Scope> named(Scope scope, Collection<Measure> measures) {
        return measures.stream().anyMatch(Naming::isOfActors)
                ? actors.known(scope.positions()).map(known -> scope.with(names(known)))
                : Uni.createFrom().item(scope);
    }

    private static boolean isOfActors(Measure measure) {
        return switch (measure) {
            case Measure.Ratio(var numerator, var denominator, var _) ->
                isOfActors(numerator) || isOfActors(denominator);
            case Measure.Of(var _, var _, var of) -> isOfActors(of);
            case Measure.Count(var counted, var _, var _) -> counted == Counted.ACTORS;
            case Measure.Stock _, Measure.SumQuantity _, Measure.SumMoney _, Measure.Rubric _, Measure.Reported _ ->
                false;
        };
    }

    private static Map<String, Map<String, Meaning>> names(Map<String, List<Actor>> known) {
        Map<String, Map<String, Meaning>> names = new HashMap<>();
        known.forEach((territory, registered) -> names.put(territory, Merges.meanings(registered)));
        return names;
    }
}
