package org.bitacora.application.indicator;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.bitacora.domain.identifier.Subject;
import org.bitacora.domain.indicator.Period;
import org.bitacora.projections.indicator.ObservationQuery;
import org.bitacora.projections.indicator.evidence.Contribution;
import org.bitacora.projections.indicator.evidence.EvidenceFinder;
import org.bitacora.projections.projector.CheckpointRepository.Checkpoint;

/** Finds the activities and the reports behind a value. */
@Singleton
public class EvidenceService {

    private final ObservationService observationService;
    private final EvidenceFinder evidenceFinder;

    EvidenceService(ObservationService observationService, EvidenceFinder evidenceFinder) {
        this.observationService = observationService;
        this.evidenceFinder = evidenceFinder;
    }

    /**
     * A page of the evidence of a value.
     *
     * @param value selects the value: an indicator and one period
     * @param after the last activity of the previous page; empty for the first page, which also contains the reports
     * @param limit the maximum number of activities on the page
     */
    public record EvidencePageQuery(IndicatorQuery value, Optional<Subject.ActivitySubject> after, int limit) {}

    /**
     * The evidence of a value.
     *
     * @param observationSet the value, with the territories and the moment that it was computed for
     * @param period the period of the value, resolved
     * @param activities the contributions of activities, in the order of territory and name
     * @param reports the contributions of reports; empty on all pages but the first
     * @param hasNext whether more activities follow
     */
    public record ValueEvidence(
            ObservationService.ObservationSet observationSet,
            Period period,
            List<Contribution> activities,
            List<Contribution> reports,
            boolean hasNext) {}

    /** Returns a page of the evidence as of the moment that the query names. */
    public Uni<ValueEvidence> find(EvidencePageQuery query, Checkpoint checkpoint) {
        return observationService.prepare(query.value(), checkpoint).flatMap(questions -> {
            var observationQuery = questions.questions().getFirst();
            return observationService
                    .observe(List.of(observationQuery), query.value().scope(), checkpoint)
                    .flatMap(observationSet -> page(query, observationQuery, observationSet));
        });
    }

    private Uni<ValueEvidence> page(
            EvidencePageQuery query,
            ObservationQuery observationQuery,
            ObservationService.ObservationSet observationSet) {
        var evidenceQuery = evidenceQuery(observationQuery);
        var scope = observationSet.resolvedScope().scope();
        var oneMore = new EvidenceFinder.EvidencePage(
                query.after().map(it -> it.territory().value()).orElse(""),
                query.after().map(Subject::path).orElse(""),
                query.limit() + 1);
        var reports = query.after().isPresent()
                ? Uni.createFrom().item(List.<Contribution>of())
                : evidenceFinder.findByReport(evidenceQuery, scope);
        return Uni.combine()
                .all()
                .unis(evidenceFinder.findByActivity(evidenceQuery, scope, oneMore), reports)
                .with((activities, reported) -> new ValueEvidence(
                        observationSet,
                        evidenceQuery.period(),
                        activities.stream().limit(query.limit()).toList(),
                        reported,
                        activities.size() > query.limit()));
    }

    /** Returns the query for the evidence of the first period of an observation query. */
    static EvidenceFinder.EvidenceQuery evidenceQuery(ObservationQuery observationQuery) {
        return new EvidenceFinder.EvidenceQuery(
                observationQuery.definition(), observationQuery.periods().getFirst(), observationQuery.where());
    }
}
