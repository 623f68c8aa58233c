package org.bitacora.api.indicator;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.api.problem.ProblemException;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Observation;
import org.bitacora.projections.follow.Positions.Standing;
import org.bitacora.projections.indicator.Catalogue;
import org.bitacora.projections.indicator.Figures;
import org.bitacora.projections.indicator.OwnDefinitions;
import org.bitacora.projections.indicator.Question;
import org.bitacora.projections.indicator.Scope;

/** Puts a figure of several territories side by side, where it is one and the same. */
@Singleton
class Benchmarking {

    private final Catalogue catalogue;
    private final OwnDefinitions own;
    private final Figures figures;

    Benchmarking(Catalogue catalogue, OwnDefinitions own, Figures figures) {
        this.catalogue = catalogue;
        this.own = own;
        this.figures = figures;
    }

    /** Whose definition the figures follow, and who has another one or none: the reason for each of them. */
    record SideBySide(Definition definition, List<Standing> same, Map<Standing, String> others) {
        SideBySide {
            same = List.copyOf(same);
        }
    }

    /** A territory and its figure. */
    record Found(Standing standing, Observation observation) {

        BigDecimal value() {
            return observation.value().number().orElse(BigDecimal.ZERO);
        }

        /** Why it cannot be compared; empty where it can. */
        Optional<String> reason() {
            var value = observation.value();
            return Optional.ofNullable(Showing.reason(value))
                    .or(() -> Optional.of(Showing.status(value, standing.parked() > 0))
                            .filter(it -> !it.equals("normal")));
        }
    }

    /**
     * Of the catalogue everybody has the same. Of an indicator that territories define themselves, those are compared that
     * say the same as the first of them that has it.
     */
    Uni<SideBySide> comparable(String code, List<Standing> standings) {
        var known = catalogue.find(code);
        if (known.isPresent()) {
            return Uni.createFrom().item(new SideBySide(known.get(), standings, Map.of()));
        }
        return Multi.createFrom()
                .iterable(standings)
                .onItem()
                .transformToUniAndConcatenate(
                        it -> own.versions(it.territory(), code).map(versions -> Map.entry(it, versions)))
                .collect()
                .asList()
                .map(all -> {
                    var latest = new LinkedHashMap<Standing, Optional<Definition>>();
                    all.forEach(it -> latest.put(
                            it.getKey(),
                            it.getValue().isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(it.getValue().getLast().definition())));
                    return comparable(code, latest);
                });
    }

    private static SideBySide comparable(String code, Map<Standing, Optional<Definition>> latest) {
        var first = latest.values().stream()
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("There is no indicator " + code + "."));
        var same = new ArrayList<Standing>();
        Map<Standing, String> others = new LinkedHashMap<>();
        latest.forEach((standing, definition) -> {
            if (definition.isEmpty()) {
                others.put(standing, "not-defined");
            } else if (definition.get().saysTheSameAs(first)) {
                same.add(standing);
            } else {
                others.put(standing, "other-definition");
            }
        });
        return new SideBySide(first, same, others);
    }

    Uni<List<Found>> found(Question question, List<Standing> standings) {
        if (standings.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var scope = new Scope(standings.stream()
                .map(it -> new Scope.Place(it.territory(), it.territory(), it.position()))
                .toList());
        return figures.observe(question, scope).map(byTerritory -> standings.stream()
                .flatMap(it -> byTerritory.getOrDefault(it.territory(), List.of()).stream()
                        .map(observation -> new Found(it, observation)))
                .toList());
    }
}
