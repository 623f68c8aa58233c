package org.bitacora.domain.indicator;

import java.util.List;
import org.bitacora.domain.event.DomainEvent;
import org.bitacora.domain.event.EventDataParser;
import org.bitacora.domain.event.EventType;
import org.bitacora.domain.event.EventType.Admission;
import org.bitacora.domain.event.SubjectForm;
import org.bitacora.domain.identifier.Subject;
import org.bitacora.domain.json.Json;

/** An event of an indicator that a territory defines itself. */
public sealed interface IndicatorEvent extends DomainEvent {

    /** The type of {@link IndicatorDefined}. */
    String DEFINED_TYPE = EventType.PREFIX + "indicator.defined";

    /**
     * The indicator was defined in a new version. The data contains the definition and the definitions to which it
     * refers; the code is in the subject.
     */
    record IndicatorDefined(Json.Obj data) implements IndicatorEvent {
        /** Creates the event that makes a definition the latest version. */
        public IndicatorDefined(Definition definition) {
            this(DefinitionWriter.write(definition));
        }

        @Override
        public String type() {
            return DEFINED_TYPE;
        }
    }

    /** The event types of indicators. */
    static List<EventType> types() {
        return List.of(new EventType(
                DEFINED_TYPE,
                SubjectForm.inCollection(
                        Subject.IndicatorSubject.class, "indicators", "br-ba/indicators/own.visits-ar"),
                Admission.COMMANDS,
                new EventDataParser<>(IndicatorDefined.class, DefinitionReader::violations, IndicatorDefined::new)));
    }
}
