package org.bitacora.domain.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActorAliasesTest {

    @Test
    void mergedNamesResolveToOneCode() {
        var uni = new Actor("uni", "University", "academic", "", List.of(), List.of(), List.of("U.", "Univ"));

        assertThat(ActorAliases.resolvedCodes(List.of(uni))).isEqualTo(Map.of("U.", "uni", "Univ", "uni"));
    }

    @Test
    void theNamesOfAnActorAreAllThatResolveToIt() {
        var uni = new Actor("uni", "University", "academic", "", List.of(), List.of(), List.of("U.", "old"));
        var old = new Actor("old", "Old one", "academic", "", List.of(), List.of(), List.of("O."));

        assertThat(ActorAliases.namesOf(List.of(uni, old), "uni")).containsExactly("O.", "U.", "old", "uni");
        assertThat(ActorAliases.namesOf(List.of(uni, old), "O."))
                .isEqualTo(ActorAliases.namesOf(List.of(uni, old), "uni"));
        assertThat(ActorAliases.namesOf(List.of(uni, old), "press")).containsExactly("press");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x>y y>z     | x=z y=z",
                "y>z x>y w>x | w=z x=z y=z",
                "a>a         | ''",
                "a>a b>a     | b=a",
                "a>b b>a     | b=a",
                "b>c c>b a>b | a=b c=b",
                "b>c c>a a>b | b=a c=a",
            })
    void mergesAreFollowedToTheirEnd(String merges, String codes) {
        Map<String, List<String>> aliases = new TreeMap<>();
        for (var merge : merges.strip().split(" ", -1)) {
            var pair = merge.split(">", 2);
            aliases.computeIfAbsent(pair[1], _ -> new ArrayList<>()).add(pair[0]);
        }
        var actors = aliases.entrySet().stream()
                .map(it -> new Actor(it.getKey(), it.getKey(), "media", "", List.of(), List.of(), it.getValue()))
                .toList();

        var found = new TreeMap<>(ActorAliases.resolvedCodes(actors));

        assertThat(found.entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining(" ")))
                .isEqualTo(codes);
    }

    @Test
    void aNameResolvesToAnActorWithItsSector() {
        var uni = new Actor("uni", "University", "academic", "", List.of(), List.of(), List.of("U.", "old"));
        var old = new Actor("old", "The same before", "media", "", List.of(), List.of(), List.of("older"));
        var nobody = new Actor("nobody", "nobody", "", "", List.of(), List.of(), List.of("N."));

        var meanings = ActorAliases.resolvedActors(List.of(uni, old, nobody));

        var ofUni = new ActorAliases.ResolvedActor("uni", "academic");
        var ofNobody = new ActorAliases.ResolvedActor("nobody", "");
        assertThat(meanings)
                .isEqualTo(Map.of(
                        "uni", ofUni, "U.", ofUni, "old", ofUni, "older", ofUni, "nobody", ofNobody, "N.", ofNobody));
    }
}
