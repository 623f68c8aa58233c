package org.bitacora.application.publication;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bitacora.application.Once;
import org.bitacora.application.request.ProblemException;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.publication.PublishedFigures;
import org.bitacora.domain.publication.PublishedFigures.Difference;
import org.bitacora.domain.strategy.StrategyEvent;
import org.bitacora.eventlog.Entry;
import org.bitacora.projections.publication.Publications;
import org.bitacora.projections.publication.Touches;

/** Compares published figures with what they were as of later positions; each comparison is made once. */
@Singleton
class Revised {

    /** Enough differences for thousands of comparisons, each of some figures. */
    private static final long DIFFERENCES = 200_000;

    private static final LocalDate EVER = LocalDate.of(1, 1, 1);

    private final ReportRenderer reporting;
    private final Publications publications;
    private final Once<Point, Optional<List<Difference>>> known = new Once<>(Caffeine.newBuilder()
            .maximumWeight(DIFFERENCES)
            .weigher((Point _, Optional<List<Difference>> found) ->
                    1 + found.map(List::size).orElse(0)));

    /** As of a position nothing changes, until read models are rebuilt. */
    private record Point(String publication, long position, long generation) {}

    Revised(ReportRenderer reporting, Publications publications) {
        this.reporting = reporting;
        this.publications = publications;
    }

    Compared compared(Entry publication, long generation) {
        return new Compared(publication, generation);
    }

    /** A publication beside the same report as of later positions. */
    final class Compared {
        private final Entry publication;
        private final long generation;
        private final Json.Obj data;
        private final Report report;
        private final Uni<Json> content;

        private Compared(Entry publication, long generation) {
            this.publication = publication;
            this.generation = generation;
            this.data = Publishing.data(publication);
            this.report = Report.published(data);
            this.content = Uni.createFrom().deferred(this::frozen).memoize().indefinitely();
        }

        private Uni<Json> frozen() {
            return publications
                    .find(publication.territory(), Publishing.code(publication))
                    .map(found -> found.flatMap(it -> Publishing.data(it).get("content"))
                            .orElse(new Json.Null()));
        }

        /** The position that it says how things were at. */
        long frozenAt() {
            return data.get("position").orElse(null) instanceof Json.Num(var position)
                    ? position.longValue()
                    : publication.position();
        }

        /** Where the entries are that may have moved its figures; those in force now may have begun at any time. */
        Touches.Sought sought(long upTo) {
            var period = Period.one(report.period()).orElseThrow();
            boolean ofItsDays = report.kind() == Report.Kind.ACTIVITY_MAP;
            return new Touches.Sought(
                    publication.territory(),
                    frozenAt(),
                    upTo,
                    ofItsDays ? period.first() : EVER,
                    period.last(),
                    report.strategy().isEmpty() ? List.of() : StrategyEvent.types());
        }

        /** In what its figures differed at a position; empty where the report could not be made. */
        Uni<Optional<List<Difference>>> at(long position) {
            return known.of(
                    new Point(publication.subject(), position, generation),
                    () -> content.flatMap(published -> reporting
                            .content(report, where(position))
                            .map(then -> Optional.of(PublishedFigures.between(published, then)))
                            .onFailure(ProblemException.class)
                            .recoverWithItem(Optional.empty())));
        }

        /** What was published followed the definitions of then, whatever position it is of. */
        private ReportContext where(long position) {
            var language = Locale.of(data.text("language").orElse("es"));
            long definedAt = Math.max(position, publication.position());
            return new ReportContext(publication.territory(), position, language, Optional.of(definedAt));
        }
    }
}
