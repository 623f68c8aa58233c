package org.bitacora.api.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bitacora.api.answer.Ask;
import org.bitacora.api.indicator.ObservationsShown.BreakdownShown;
import org.bitacora.api.indicator.ObservationsShown.One;
import org.bitacora.api.indicator.ObservationsShown.PartShown;
import org.bitacora.api.language.Labels;
import org.bitacora.domain.indicator.Field;
import org.bitacora.domain.indicator.Grouping;
import org.bitacora.domain.indicator.Observation;
import org.bitacora.domain.indicator.Value;
import org.bitacora.projections.indicator.OwnDefinitions.Numbered;
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
                ObservationsShown.asOf(
                        observed.moment().position(), observed.moment().recordedAt()),
                ObservationsShown.Break.among(all),
                observations);
    }

    private One one(
            Observation observation, @Nullable Integer version, Observing.Observed observed, Observing.Version of) {
        var value = observation.value();
        var parked = observed.parked();
        return new One(
                observation.period().name(),
                version,
                ObservationsShown.number(value.number()),
                reason(value),
                part(value, Value.Fraction::numerator),
                part(value, Value.Fraction::denominator),
                status(value, !parked.isEmpty()),
                value.missing().isEmpty()
                        ? null
                        : value.missing().stream().sorted().toList(),
                observation.unplaced(),
                parked.isEmpty() ? null : parked,
                evidence(observation, observed, of),
                observation.breakdown().map(this::breakdown).orElse(null));
    }

    static String status(Value value, boolean isParked) {
        return isParked || (!value.missing().isEmpty() && value.number().isPresent())
                ? "incomplete"
                : value.isProvisional() ? "provisional" : "normal";
    }

    static @Nullable String reason(Value value) {
        return value.reason().map(Value.Reason::word).orElse(null);
    }

    static @Nullable BigDecimal part(Value value, Function<Value.Fraction, Optional<BigDecimal>> of) {
        return ObservationsShown.number(value.fraction().flatMap(of));
    }

    private String evidence(Observation observation, Observing.Observed observed, Observing.Version of) {
        var path = "/v1/territories/" + observed.moment().territory().code + "/indicators/"
                + of.definition().code() + "/evidence";
        var period = observation.period().name();
        var position = Long.toString(observed.moment().position());
        return ask.parameter("version").isPresent()
                ? ask.elsewhere(
                        path,
                        FILTERS,
                        "period",
                        period,
                        "asOf",
                        position,
                        "version",
                        Integer.toString(of.definition().version()))
                : ask.elsewhere(path, FILTERS, "period", period, "asOf", position);
    }

    private static final Set<String> FILTERS = filters();

    private static Set<String> filters() {
        var filters = new LinkedHashSet<>(Field.words());
        filters.add("per");
        return filters;
    }

    private BreakdownShown breakdown(Observation.Breakdown breakdown) {
        return new BreakdownShown(
                breakdown.by().stream().map(Grouping::word).collect(Collectors.joining(",")),
                ObservationsShown.number(breakdown.distinctTotal().number()),
                ObservationsShown.number(breakdown.sumOfParts()),
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
                ObservationsShown.number(part.value().number()),
                reason(part.value()),
                part(part.value(), Value.Fraction::numerator),
                part(part.value(), Value.Fraction::denominator),
                part.share().orElse(null));
    }
}
