package org.bitacora.application.indicator;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bitacora.application.request.ProblemException;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Measure;
import org.bitacora.domain.indicator.Observation;
import org.bitacora.domain.indicator.ObservationStatus;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.indicator.Value;
import org.bitacora.projections.indicator.Catalogue;
import org.bitacora.projections.indicator.Coverage;
import org.bitacora.projections.indicator.OwnDefinitions;
import org.bitacora.projections.indicator.Question;
import org.bitacora.projections.indicator.Scope;
import org.bitacora.projections.indicator.query.Figures;
import org.bitacora.projections.projector.Positions.Standing;

/** Puts a figure of several territories side by side, where it is one and the same. */
@Singleton
public class Benchmarking {

    private final Catalogue catalogue;
    private final OwnDefinitions own;
    private final Figures figures;
    private final Coverage coverage;

    Benchmarking(Catalogue catalogue, OwnDefinitions own, Figures figures, Coverage coverage) {
        this.catalogue = catalogue;
        this.own = own;
        this.figures = figures;
        this.coverage = coverage;
    }

    /** Whose definition the figures follow, and who has another one or none: the reason for each of them. */
    public record SideBySide(Definition definition, List<Standing> same, Map<Standing, String> others) {
        public SideBySide {
            same = List.copyOf(same);
        }
    }

    /**
     * A territory and its figure.
     *
     * @param reason why it cannot be compared; empty where it can
     */
    public record Found(Standing standing, Observation observation, Optional<String> reason) {

        Found(Standing standing, Observation observation) {
            this(standing, observation, reason(standing, observation.value()));
        }

        public BigDecimal value() {
            return observation.value().number().orElse(BigDecimal.ZERO);
        }

        public Optional<String> unit() {
            return observation.value().unit();
        }

        private static Optional<String> reason(Standing standing, Value value) {
            return value.reasonWord().or(() -> Optional.of(ObservationStatus.of(value, standing.parked()))
                    .filter(it -> it != ObservationStatus.NORMAL)
                    .map(ObservationStatus::word));
        }

        /** Whether it is compared, and there was nothing. */
        boolean isNothing() {
            return reason.isEmpty() && value().signum() == 0;
        }

        private Found because(String cause) {
            return new Found(standing, observation, Optional.of(cause));
        }

        /** The same, where only what is in that unit can be compared. */
        Found among(Optional<String> compared) {
            return reason.isEmpty() && !unit().equals(compared) ? because(Value.Reason.OTHER_UNIT.word()) : this;
        }
    }

    /**
     * Of the catalogue everybody has the same. Of an indicator that territories define themselves, those are compared that
     * say the same as the first of them that has it.
     */
    public Uni<SideBySide> comparable(String code, List<Standing> standings) {
        var known = catalogue.find(code);
        if (known.isPresent()) {
            return Uni.createFrom().item(new SideBySide(known.get(), standings, Map.of()));
        }
        return own.latest(codes(standings), code).map(latest -> comparable(code, standings, latest));
    }

    private static List<String> codes(List<Standing> standings) {
        return standings.stream().map(Standing::territory).toList();
    }

    private static SideBySide comparable(String code, List<Standing> standings, Map<String, Definition> latest) {
        var first = standings.stream()
                .flatMap(it -> Optional.ofNullable(latest.get(it.territory())).stream())
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("There is no indicator " + code + "."));
        var same = new ArrayList<Standing>();
        Map<Standing, String> others = new LinkedHashMap<>();
        standings.forEach(standing -> {
            var definition = latest.get(standing.territory());
            if (definition == null) {
                others.put(standing, "not-defined");
            } else if (definition.saysTheSameAs(first)) {
                same.add(standing);
            } else {
                others.put(standing, "other-definition");
            }
        });
        return new SideBySide(first, same, others);
    }

    /** The figures of a period. */
    public Uni<List<Found>> found(Question question, List<Standing> standings) {
        if (standings.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var scope = new Scope(standings.stream()
                .map(it -> new Scope.Place(it.territory(), it.territory(), it.position()))
                .toList());
        return figures.observe(question, scope)
                .map(byTerritory -> standings.stream()
                        .flatMap(it -> byTerritory.getOrDefault(it.territory(), List.of()).stream()
                                .map(observation -> new Found(it, observation)))
                        .toList())
                .flatMap(found -> isOfActivities(question.definition().measure())
                        ? covered(question.periods().getFirst(), found)
                        : Uni.createFrom().item(found))
                .map(Benchmarking::inOneUnit);
    }

    /** Whether it is activities that are counted; that others reported 0 is something that they said. */
    private static boolean isOfActivities(Measure measure) {
        return switch (measure) {
            case Measure.OfActivities _ -> true;
            case Measure.Reported _ -> false;
            case Measure.Of other -> isOfActivities(other.measure());
            case Measure.Ratio ratio -> isOfActivities(ratio.numerator());
        };
    }

    /** A 0 is compared where something took place in that period, or before it and after it. */
    private Uni<List<Found>> covered(Period period, List<Found> found) {
        var nothing = found.stream()
                .filter(Found::isNothing)
                .map(Found::standing)
                .collect(Collectors.toMap(Standing::territory, Standing::position));
        return nothing.isEmpty()
                ? Uni.createFrom().item(found)
                : coverage.reaching(period, nothing).map(reaching -> found.stream()
                        .map(it -> it.isNothing()
                                        && !reaching.contains(it.standing().territory())
                                ? it.because("not-covered")
                                : it)
                        .toList());
    }

    /** In that which most of them have; of several such, the first. */
    private static List<Found> inOneUnit(List<Found> found) {
        var counts = new LinkedHashMap<Optional<String>, Integer>();
        found.stream().filter(it -> it.reason().isEmpty()).forEach(it -> counts.merge(it.unit(), 1, Integer::sum));
        var most = counts.values().stream().max(Integer::compare).orElse(0);
        return counts.entrySet().stream()
                .filter(it -> it.getValue().equals(most))
                .findFirst()
                .map(it -> found.stream().map(one -> one.among(it.getKey())).toList())
                .orElse(found);
    }
}
