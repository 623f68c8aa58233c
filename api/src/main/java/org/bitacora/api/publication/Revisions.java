package org.bitacora.api.publication;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bitacora.api.problem.ProblemException;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.publication.PublishedFigures;
import org.bitacora.domain.publication.PublishedFigures.Difference;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.EventLog;

/** Finds out since when published figures would be others. */
@Singleton
class Revisions {

    private final Reporting reporting;
    private final EventLog log;

    Revisions(Reporting reporting, EventLog log) {
        this.reporting = reporting;
        this.log = log;
    }

    /**
     * That the figures of a publication would be others today.
     *
     * @param publication which
     * @param cause the entry with which they became what they are today
     * @param differences in what they differ
     */
    record Revision(Entry publication, Entry cause, List<Difference> differences) {}

    /** What differs today; empty where nothing does, or where the report cannot be made any more. */
    Uni<Optional<Revision>> of(Entry publication, long today) {
        var asked = new Asked(publication, Publishing.data(publication));
        return asked.differences(today)
                .flatMap(now -> now.isEmpty()
                        ? Uni.createFrom().item(Optional.<Revision>empty())
                        : asked.since(now, today)
                                .flatMap(position -> log.read(publication.territory(), position - 1, 1))
                                .map(found -> Optional.of(new Revision(publication, found.getFirst(), now))))
                .onFailure(ProblemException.class)
                .recoverWithItem(Optional.empty());
    }

    /** A publication, compared with the same report of later positions. */
    private final class Asked {
        private final Json.Obj data;
        private final Report report;
        private final Entry publication;

        Asked(Entry publication, Json.Obj data) {
            this.publication = publication;
            this.data = data;
            this.report = Report.published(data);
        }

        Uni<List<Difference>> differences(long position) {
            var language = Locale.of(data.text("language").orElse("es"));
            return reporting
                    .content(report, new Reporting.Where(publication.territory(), position, language))
                    .map(then -> PublishedFigures.between(data.get("content").orElse(new Json.Null()), then));
        }

        /** Where what differs now began: looked for backwards in growing steps, and then between two of them. */
        Uni<Long> since(List<Difference> now, long today) {
            return back(now, today, 1);
        }

        private Uni<Long> back(List<Difference> now, long same, long step) {
            long earlier = Math.max(publication.position(), same - step);
            return earlier == publication.position()
                    ? between(now, earlier, same)
                    : differences(earlier)
                            .flatMap(then ->
                                    then.equals(now) ? back(now, earlier, 2 * step) : between(now, earlier, same));
        }

        private Uni<Long> between(List<Difference> now, long other, long same) {
            if (same - other <= 1) {
                return Uni.createFrom().item(same);
            }
            long middle = (other + same) / 2;
            return differences(middle)
                    .flatMap(then -> then.equals(now) ? between(now, other, middle) : between(now, middle, same));
        }
    }
}
