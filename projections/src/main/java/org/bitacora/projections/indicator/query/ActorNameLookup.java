package org.bitacora.projections.indicator.query;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bitacora.domain.actor.Actor;
import org.bitacora.domain.actor.ActorAliases;
import org.bitacora.domain.actor.ActorAliases.ResolvedActor;
import org.bitacora.domain.indicator.CountedEntity;
import org.bitacora.domain.indicator.Measure;
import org.bitacora.projections.actor.ActorRepository;
import org.bitacora.projections.indicator.TerritoryScope;

/** Resolves the names of actors to registered actors, for measures that count actors. */
public final class ActorNameLookup {

    private final ActorRepository actorRepository;

    public ActorNameLookup(Pool pool) {
        this.actorRepository = new ActorRepository(pool);
    }

    /** Returns the scope with the names resolved as of its positions if one of the measures counts actors. */
    public Uni<TerritoryScope> withActorNames(TerritoryScope scope, Collection<Measure> measures) {
        return measures.stream().anyMatch(ActorNameLookup::isOfActors)
                ? actorRepository.known(scope.positions()).map(known -> scope.withActorNames(names(known)))
                : Uni.createFrom().item(scope);
    }

    private static boolean isOfActors(Measure measure) {
        return switch (measure) {
            case Measure.Ratio(var numerator, var denominator, var _) ->
                isOfActors(numerator) || isOfActors(denominator);
            case Measure.IndicatorReference(var _, var _, var of) -> isOfActors(of);
            case Measure.Count(var countedEntity, var _, var _) -> countedEntity == CountedEntity.ACTORS;
            case Measure.Stock _,
                    Measure.QuantitySum _,
                    Measure.MoneySum _,
                    Measure.RubricShare _,
                    Measure.ReportedSeries _ -> false;
        };
    }

    private static Map<String, Map<String, ResolvedActor>> names(Map<String, List<Actor>> known) {
        Map<String, Map<String, ResolvedActor>> names = new HashMap<>();
        known.forEach((territory, registered) -> names.put(territory, ActorAliases.resolvedActors(registered)));
        return names;
    }
}
