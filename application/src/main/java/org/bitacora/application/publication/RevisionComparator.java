package org.bitacora.application.publication;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bitacora.application.RefusalException;
import org.bitacora.application.SingleFlightCache;
import org.bitacora.domain.event.EventType;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.publication.PublishedValues;
import org.bitacora.domain.publication.PublishedValues.PublishedValueDifference;
import org.bitacora.domain.publication.ReportDefinition;
import org.bitacora.domain.strategy.StrategyEvent;
import org.bitacora.eventlog.Entry;
import org.bitacora.projections.publication.PublicationRepository;
import org.bitacora.projections.publication.RevisionCandidateRepository;

/** Compares published values with the values as of later positions. Each comparison is computed once. */
@Singleton
class RevisionComparator {

    /** The maximum number of cached differences, enough for thousands of comparisons with a few values each. */
    private static final long MAX_CACHED_DIFFERENCES = 200_000;

    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);

    private final ReportRenderer reportRenderer;
    private final PublicationRepository publicationRepository;
    private final SingleFlightCache<ComparisonKey, Optional<List<PublishedValueDifference>>> cache =
            new SingleFlightCache<>(Caffeine.newBuilder()
                    .maximumWeight(MAX_CACHED_DIFFERENCES)
                    .weigher((ComparisonKey _, Optional<List<PublishedValueDifference>> found) ->
                            1 + found.map(List::size).orElse(0)));

    /**
     * Identifies a comparison. Its result as of a position changes only if the read models are rebuilt, which changes
     * the generation.
     */
    private record ComparisonKey(String publication, long position, long generation) {}

    RevisionComparator(ReportRenderer reporting, PublicationRepository publicationRepository) {
        this.reportRenderer = reporting;
        this.publicationRepository = publicationRepository;
    }

    ComparedPublication compare(Entry publication, long generation) {
        return new ComparedPublication(publication, generation);
    }

    /** Compares one publication with the same report as of later positions. */
    final class ComparedPublication {
        private final Entry publication;
        private final long generation;
        private final Json.Obj data;
        private final ReportDefinition reportDefinition;
        private final Uni<Json> content;

        private ComparedPublication(Entry publication, long generation) {
            this.publication = publication;
            this.generation = generation;
            this.data = PublicationService.dataOf(publication);
            this.reportDefinition = ReportDefinition.ofPublication(data);
            this.content =
                    Uni.createFrom().deferred(this::publishedContent).memoize().indefinitely();
        }

        private Uni<Json> publishedContent() {
            return publicationRepository
                    .find(publication.territory(), PublicationService.codeOf(publication))
                    .map(found -> found.flatMap(
                                    it -> PublicationService.dataOf(it).get("content"))
                            .orElse(new Json.Null()));
        }

        /** Returns the position as of which the report was published. */
        long publishedPosition() {
            return data.get("position").orElse(null) instanceof Json.Num(var position)
                    ? position.longValue()
                    : publication.position();
        }

        /**
         * Returns the query for entries that may have changed the published values. An activity map depends only on the
         * days of its period; other reports include activities in force, which may have begun on any earlier day.
         */
        RevisionCandidateRepository.RevisionCandidateQuery candidateQuery(long upTo) {
            var period = Period.parseOne(reportDefinition.period()).orElseThrow();
            boolean ofItsDays = reportDefinition.kind() == ReportDefinition.ReportKind.ACTIVITY_MAP;
            return new RevisionCandidateRepository.RevisionCandidateQuery(
                    publication.territory(),
                    publishedPosition(),
                    upTo,
                    ofItsDays ? period.first() : FIRST_DAY,
                    period.last(),
                    reportDefinition.strategy().isEmpty() ? List.of() : strategyTypes());
        }

        private static List<String> strategyTypes() {
            return StrategyEvent.types().stream().map(EventType::name).toList();
        }

        /**
         * Returns the values that differ as of a position; empty if the report cannot be computed as of that position.
         */
        Uni<Optional<List<PublishedValueDifference>>> differencesAt(long position) {
            return cache.get(
                    new ComparisonKey(publication.subject(), position, generation),
                    () -> content.flatMap(published -> reportRenderer
                            .content(reportDefinition, contextAt(position))
                            .map(then -> Optional.of(PublishedValues.differences(published, then)))
                            .onFailure(RefusalException.class)
                            .recoverWithItem(Optional.empty())));
        }

        /**
         * Returns the context of the report as of a position. The definitions are always those in force at the
         * publication.
         */
        private ReportContext contextAt(long position) {
            var language = Locale.of(data.text("language").orElse("es"));
            long definedAt = Math.max(position, publication.position());
            return new ReportContext(publication.territory(), position, language, Optional.of(definedAt));
        }
    }
}
