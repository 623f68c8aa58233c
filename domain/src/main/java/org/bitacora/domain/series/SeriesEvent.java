package org.bitacora.domain.series;

import java.util.List;
import org.bitacora.domain.event.DomainEvent;
import org.bitacora.domain.event.EventDataParser;
import org.bitacora.domain.event.EventType;
import org.bitacora.domain.event.EventType.Admission;
import org.bitacora.domain.event.SubjectForm;
import org.bitacora.domain.identifier.ActivityName;
import org.bitacora.domain.identifier.Subject;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Detail;

/** An event of a series. */
public sealed interface SeriesEvent extends DomainEvent {

    /** A value of the series was reported or retracted. */
    record ValueReported(ReportedValue value, Json.Obj data) implements SeriesEvent {
        static ValueReported read(Json.Obj data) {
            return new ValueReported(ReportedValue.of(data), data);
        }

        @Override
        public String type() {
            return ReportedValue.REPORTED_TYPE;
        }
    }

    /** The event types of series. */
    static List<EventType> types() {
        var subject = new SubjectForm(
                Subject.ActivitySubject.class,
                Detail.of(
                        "Expected territory/series: the code of a territory, a slash, and a name of the form {0}.",
                        ActivityName.REGEX));
        return List.of(new EventType(
                ReportedValue.REPORTED_TYPE,
                subject,
                Admission.SOURCES,
                new EventDataParser<>(
                        ValueReported.class,
                        ReportedValue::validate,
                        ReportedValue::findUnknownMembers,
                        ValueReported::read)));
    }
}
