package org.bitacora.domain.publication;

import java.util.ArrayList;
import java.util.List;
import org.bitacora.domain.event.DomainEvent;
import org.bitacora.domain.event.EventDataParser;
import org.bitacora.domain.event.EventType;
import org.bitacora.domain.event.EventType.Admission;
import org.bitacora.domain.event.SubjectForm;
import org.bitacora.domain.identifier.Subject;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.json.JsonObjectReader;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Violation;

/** An event of a publication. */
public sealed interface PublicationEvent extends DomainEvent {

    /** The type of {@link ReportPublished}. */
    String PUBLISHED_TYPE = EventType.PREFIX + "report.published";

    /**
     * A report, frozen for publication.
     *
     * @param position the log position as of which the report was computed
     * @param content the report as JSON
     * @param csv the report as CSV
     * @param html the report as an HTML page
     */
    record FrozenReport(long position, Json content, String csv, String html) {}

    /** A report was published. The publication never changes. */
    record ReportPublished(Json.Obj data) implements PublicationEvent {

        private static final String[] FROZEN = {"position", "content", "csv", "html", "language"};

        static ReportPublished of(ReportDefinition definition, String language, FrozenReport frozen) {
            return new ReportPublished(definition
                    .toJson()
                    .with("position", Json.of(frozen.position()))
                    .with("language", Json.of(language))
                    .with("content", frozen.content())
                    .with("csv", Json.of(frozen.csv()))
                    .with("html", Json.of(frozen.html())));
        }

        /** The members of the data that define the report. */
        static Json.Obj withoutFrozen(Json.Obj data) {
            return data.without(FROZEN);
        }

        static List<Violation> validate(Pointer at, Json.Obj data) {
            var found = new ArrayList<Violation>();
            ReportDefinition.read(new JsonObjectReader(at, withoutFrozen(data), found));
            if (!(data.members().get("position") instanceof Json.Num)) {
                found.add(new Violation(at.child("position"), Detail.of("Expected a log position.")));
            }
            if (data.get("content").isEmpty()) {
                found.add(new Violation(at.child("content"), Detail.of("The content of the report is missing.")));
            }
            for (var member : List.of("language", "csv", "html")) {
                if (data.text(member).isEmpty()) {
                    found.add(new Violation(at.child(member), Detail.of("Expected a text.")));
                }
            }
            return found;
        }

        @Override
        public String type() {
            return PUBLISHED_TYPE;
        }
    }

    /** The event types of publications. */
    static List<EventType> types() {
        return List.of(new EventType(
                PUBLISHED_TYPE,
                SubjectForm.inCollection(
                        Subject.PublicationSubject.class, "publications", "br-ba/publications/anuario-2014"),
                Admission.COMMANDS,
                new EventDataParser<>(ReportPublished.class, ReportPublished::validate, ReportPublished::new)));
    }
}
