package org.bitacora.projections.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bitacora.domain.actor.ActorAliases.ResolvedActor;
import org.bitacora.projections.indicator.TerritoryScope.ScopeTerritory;
import org.junit.jupiter.api.Test;

class TerritoryScopeTest {

    private static TerritoryScope of(String... groupsAndTerritories) {
        return new TerritoryScope(Stream.of(groupsAndTerritories)
                .map(it -> it.split("/", -1))
                .map(it -> new ScopeTerritory(it[0], it[1], 1))
                .toList());
    }

    @Test
    void partsContainEachTerritoryOnceAndDivideNoGroup() {
        var scope = of("a/1", "b/2", "a/3", "c/4", "b/5");

        assertThat(scope.split(2)).containsExactly(of("a/1", "a/3", "b/2", "b/5"), of("c/4"));
        assertThat(scope.split(1)).hasSize(3);
        assertThat(scope.split(3).getFirst().places()).containsExactlyInAnyOrderElementsOf(scope.places());
    }

    @Test
    void aPartContainsTheActorNamesOfItsOwnTerritories() {
        var one = Map.of("U.", new ResolvedActor("uni", "academic"));
        var other = Map.of("press", new ResolvedActor("press", "media"));
        var scope = of("a/1", "b/2").withActorNames(Map.of("1", one, "2", other));

        assertThat(scope.split(1))
                .extracting(TerritoryScope::names)
                .isEqualTo(List.of(Map.of("1", one), Map.of("2", other)));
    }

    @Test
    void aLargeScopeIsDividedIntoPartsOfTheMaximumSize() {
        var scope = new TerritoryScope(IntStream.range(0, 1_001)
                .mapToObj(i -> new ScopeTerritory("g" + i, "t" + i, 1))
                .toList());

        assertThat(scope.split(250)).extracting(part -> part.places().size()).isEqualTo(List.of(250, 250, 250, 250, 1));
    }
}
