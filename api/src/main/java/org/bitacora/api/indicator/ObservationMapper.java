package org.bitacora.api.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bitacora.api.indicator.ObservationsResponse.BreakdownPartResponse;
import org.bitacora.api.indicator.ObservationsResponse.BreakdownResponse;
import org.bitacora.api.indicator.ObservationsResponse.FurtherMember;
import org.bitacora.api.indicator.ObservationsResponse.ObservationResponse;
import org.bitacora.application.indicator.ObservationService;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Grouping;
import org.bitacora.domain.indicator.Observation;
import org.bitacora.domain.indicator.ObservationStatus;
import org.bitacora.domain.json.Numbers;
import org.bitacora.http.FilterParameters;
import org.bitacora.http.Labels;
import org.bitacora.http.ReadRequest;
import org.bitacora.projections.indicator.DefinitionRepository.RecordedDefinition;
import org.bitacora.projections.projector.CheckpointRepository;
import org.jspecify.annotations.Nullable;

/** Maps observations to the contract, in the language of the request. */
final class ObservationMapper {

    private final ReadRequest readRequest;
    private final Labels labels;

    ObservationMapper(ReadRequest readRequest) {
        this.readRequest = readRequest;
        this.labels = Labels.forLanguage(readRequest.language());
    }

    ObservationsResponse toResponse(ObservationService.ObservationSet observationSet, List<RecordedDefinition> all) {
        var observations = new ArrayList<ObservationResponse>();
        boolean several = observationSet.versions().size() > 1;
        for (var versionObservations : observationSet.versions()) {
            versionObservations
                    .observations()
                    .forEach(it -> observations.add(toObservation(
                            it,
                            several
                                    ? Integer.valueOf(
                                            versionObservations.definition().version())
                                    : null,
                            observationSet,
                            versionObservations)));
        }
        return new ObservationsResponse(
                observationSet.moment().territory().code,
                ObservationsResponse.ObservedIndicator.of(
                        observationSet.versions().getLast().definition(), readRequest.language()),
                ObservationsResponse.asOf(observationSet.resolvedScope()),
                ObservationsResponse.SeriesBreak.between(all),
                observations);
    }

    private ObservationResponse toObservation(
            Observation observation,
            @Nullable Integer version,
            ObservationService.ObservationSet observationSet,
            ObservationService.VersionObservations of) {
        return toObservation(
                observation,
                version,
                observationSet.parked(),
                observationSet.resolvedScope().anyHead(),
                evidenceLink(observation, observationSet, of));
    }

    /** Maps an observation of one of several territories. */
    ObservationResponse toObservation(
            String territory,
            Definition definition,
            CheckpointRepository.TerritoryPosition territoryPosition,
            Observation observation) {
        var path = evidencePath(territory, definition);
        var evidence = readRequest.uriFor(
                path,
                FILTERS,
                "period",
                observation.period().name(),
                "asOf",
                Long.toString(territoryPosition.position()));
        return toObservation(
                observation,
                null,
                territoryPosition.parkedSubjects() > 0 ? List.of(territory) : List.of(),
                territoryPosition.head(),
                evidence);
    }

    private ObservationResponse toObservation(
            Observation observation,
            @Nullable Integer version,
            List<String> parked,
            Optional<Long> head,
            String evidence) {
        var value = observation.value();
        return new ObservationResponse(
                observation.period().name(),
                version,
                Numbers.withoutTrailingZeros(value.number()),
                value.reasonWord().orElse(null),
                Numbers.withoutTrailingZeros(value.numerator()),
                Numbers.withoutTrailingZeros(value.denominator()),
                ObservationStatus.of(value, parked.size(), head).word(),
                value.missingSeries().isEmpty()
                        ? null
                        : value.missingSeries().stream().sorted().toList(),
                observation.unplaced(),
                parked.isEmpty() ? null : parked,
                evidence,
                observation.breakdown().map(this::toBreakdown).orElse(null));
    }

    private String evidenceLink(
            Observation observation,
            ObservationService.ObservationSet observationSet,
            ObservationService.VersionObservations of) {
        var more = new ArrayList<String>(List.of("period", observation.period().name()));
        var rolledUp = observationSet.resolvedScope().rollupInstant();
        more.addAll(List.of(
                "asOf",
                rolledUp.map(Object::toString)
                        .orElseGet(() -> Long.toString(observationSet.moment().position()))));
        if (readRequest.parameter("version").isPresent()) {
            more.addAll(List.of("version", Integer.toString(of.definition().version())));
        }
        var path = evidencePath(observationSet.moment().territory().code, of.definition());
        return readRequest.uriFor(path, FILTERS, more.toArray(String[]::new));
    }

    private static String evidencePath(String territory, Definition definition) {
        return "/v1/territories/" + territory + "/indicators/" + definition.code() + "/evidence";
    }

    private static final Set<String> FILTERS = FilterParameters.parameterNames("per", "rollup");

    private BreakdownResponse toBreakdown(Observation.Breakdown breakdown) {
        return new BreakdownResponse(
                breakdown.by().stream().map(Grouping::word).collect(Collectors.joining(",")),
                Numbers.withoutTrailingZeros(breakdown.distinctTotal().number()),
                Numbers.withoutTrailingZeros(breakdown.sumOfParts()),
                breakdown.inSeveral(),
                breakdown.unclassified(),
                breakdown.unplaced(),
                breakdown.parts().stream().map(it -> part(it, breakdown.by())).toList());
    }

    private BreakdownPartResponse part(Observation.BreakdownPart breakdownPart, List<Grouping> by) {
        return new BreakdownPartResponse(
                breakdownPart.members().getFirst(),
                labels.memberLabel(by.getFirst(), breakdownPart.members().getFirst()),
                furtherMembers(breakdownPart, by),
                Numbers.withoutTrailingZeros(breakdownPart.value().number()),
                breakdownPart.value().reasonWord().orElse(null),
                Numbers.withoutTrailingZeros(breakdownPart.value().numerator()),
                Numbers.withoutTrailingZeros(breakdownPart.value().denominator()),
                breakdownPart.share().orElse(null));
    }

    private List<FurtherMember> furtherMembers(Observation.BreakdownPart part, List<Grouping> by) {
        return IntStream.range(1, by.size())
                .mapToObj(i -> new FurtherMember(
                        part.members().get(i),
                        labels.memberLabel(by.get(i), part.members().get(i))))
                .toList();
    }
}
