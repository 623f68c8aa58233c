package org.bitacora.api.indicator;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bitacora.api.indicator.ObservationsShown.BreakdownShown;
import org.bitacora.api.indicator.ObservationsShown.One;
import org.bitacora.api.indicator.ObservationsShown.PartShown;
import org.bitacora.application.indicator.Observing;
import org.bitacora.application.request.Ask;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Field;
import org.bitacora.domain.indicator.Grouping;
import org.bitacora.domain.indicator.Observation;
import org.bitacora.domain.indicator.ObservationStatus;
import org.bitacora.domain.json.Numbers;
import org.bitacora.http.Labels;
import org.bitacora.projections.indicator.OwnDefinitions.Numbered;
import org.bitacora.projections.projector.Positions;
import org.jspecify.annotations.Nullable;

/** Shows what was observed as the contract wants it, in the language that was asked for. */
final class Showing {

    private final Ask ask;
    private final Labels labels;

    Showing(Ask ask) {
        this.ask = ask;
        this.labels = Labels.in(ask.language());
    }

    ObservationsShown observations(Observing.Observed observed, List<Numbered> all) {
        var observations = new ArrayList<One>();
        boolean several = observed.versions().size() > 1;
        for (var version : observed.versions()) {
            version.observations()
                    .forEach(it -> observations.add(one(
                            it, several ? Integer.valueOf(version.definition().version()) : null, observed, version)));
        }
        return new ObservationsShown(
                observed.moment().territory().code,
                ObservationsShown.Of.of(observed.versions().getLast().definition(), ask.language()),
                ObservationsShown.asOf(observed.scoped()),
                ObservationsShown.Break.among(all),
                observations);
    }

    private One one(
            Observation observation, @Nullable Integer version, Observing.Observed observed, Observing.Version of) {
        return one(observation, version, observed.parked(), evidence(observation, observed, of));
    }

    /** An observation of one of several territories. */
    One one(String territory, Definition definition, Positions.Standing standing, Observation observation) {
        var path = path(territory, definition);
        var evidence = ask.elsewhere(
                path, FILTERS, "period", observation.period().name(), "asOf", Long.toString(standing.position()));
        return one(observation, null, standing.parked() > 0 ? List.of(territory) : List.of(), evidence);
    }

    private One one(Observation observation, @Nullable Integer version, List<String> parked, String evidence) {
        var value = observation.value();
        return new One(
                observation.period().name(),
                version,
                Numbers.withoutTrailingZeros(value.number()),
                value.reasonWord().orElse(null),
                Numbers.withoutTrailingZeros(value.numerator()),
                Numbers.withoutTrailingZeros(value.denominator()),
                ObservationStatus.of(value, parked.size()).word(),
                value.missing().isEmpty()
                        ? null
                        : value.missing().stream().sorted().toList(),
                observation.unplaced(),
                parked.isEmpty() ? null : parked,
                evidence,
                observation.breakdown().map(this::breakdown).orElse(null));
    }

    private String evidence(Observation observation, Observing.Observed observed, Observing.Version of) {
        var more = new ArrayList<String>(List.of("period", observation.period().name()));
        var rolledUp = observed.scoped().rolledUp();
        more.addAll(List.of(
                "asOf",
                rolledUp.map(Object::toString)
                        .orElseGet(() -> Long.toString(observed.moment().position()))));
        if (ask.parameter("version").isPresent()) {
            more.addAll(List.of("version", Integer.toString(of.definition().version())));
        }
        var path = path(observed.moment().territory().code, of.definition());
        return ask.elsewhere(path, FILTERS, more.toArray(String[]::new));
    }

    private static String path(String territory, Definition definition) {
        return "/v1/territories/" + territory + "/indicators/" + definition.code() + "/evidence";
    }

    private static final Set<String> FILTERS = filters();

    private static Set<String> filters() {
        var filters = new LinkedHashSet<>(Field.words());
        filters.addAll(List.of("per", "rollup"));
        return filters;
    }

    private BreakdownShown breakdown(Observation.Breakdown breakdown) {
        return new BreakdownShown(
                breakdown.by().stream().map(Grouping::word).collect(Collectors.joining(",")),
                Numbers.withoutTrailingZeros(breakdown.distinctTotal().number()),
                Numbers.withoutTrailingZeros(breakdown.sumOfParts()),
                breakdown.inSeveral(),
                breakdown.unclassified(),
                breakdown.unplaced(),
                breakdown.parts().stream().map(it -> part(it, breakdown.by())).toList());
    }

    private PartShown part(Observation.Part part, List<Grouping> by) {
        boolean two = by.size() > 1;
        return new PartShown(
                part.members().getFirst(),
                labels.member(by.getFirst(), part.members().getFirst()),
                two ? part.members().getLast() : null,
                two ? labels.member(by.getLast(), part.members().getLast()) : null,
                Numbers.withoutTrailingZeros(part.value().number()),
                part.value().reasonWord().orElse(null),
                Numbers.withoutTrailingZeros(part.value().numerator()),
                Numbers.withoutTrailingZeros(part.value().denominator()),
                part.share().orElse(null));
    }
}
