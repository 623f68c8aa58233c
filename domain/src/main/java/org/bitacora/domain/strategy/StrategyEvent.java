package org.bitacora.domain.strategy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bitacora.domain.event.DomainEvent;
import org.bitacora.domain.event.EventDataParser;
import org.bitacora.domain.event.EventType;
import org.bitacora.domain.event.EventType.Admission;
import org.bitacora.domain.event.SubjectForm;
import org.bitacora.domain.identifier.Subject;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.json.JsonObjectReader;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Violation;

/** An event of a strategy. */
public sealed interface StrategyEvent extends DomainEvent {

    /** The violations in the data of this event alone, with pointers below {@code at}. */
    List<Violation> validate(Pointer at);

    /** The strategy was adopted, or its charter was replaced. */
    record StrategyAdopted(Json.Obj data) implements StrategyEvent {
        @Override
        public String type() {
            return StrategySection.ADOPTED_TYPE;
        }

        @Override
        public List<Violation> validate(Pointer at) {
            var found = new ArrayList<Violation>();
            Charter.read(new JsonObjectReader(at, data, found));
            return found;
        }
    }

    /** An item of a section was stated or replaced. */
    record SectionItemStated(StrategySection section, Json.Obj data) implements StrategyEvent {
        @Override
        public String type() {
            return section.statedType();
        }

        @Override
        public List<Violation> validate(Pointer at) {
            var found = new ArrayList<Violation>();
            StrategySectionReader.read(section, new JsonObjectReader(at, data, found));
            return found;
        }
    }

    /** An item of a section was dropped. */
    record SectionItemDropped(StrategySection section, Json.Obj data) implements StrategyEvent {
        @Override
        public String type() {
            return section.droppedType().orElseThrow();
        }

        @Override
        public List<Violation> validate(Pointer at) {
            var found = new ArrayList<Violation>();
            var jsonObjectReader = new JsonObjectReader(at, data, found);
            jsonObjectReader.allowOnly(section.keyMembers());
            section.keyMembers().forEach(it -> jsonObjectReader.requiredText(it));
            return found;
        }
    }

    /** The event types of strategies. */
    static List<EventType> types() {
        var adopted = eventType(
                StrategySection.ADOPTED_TYPE,
                new EventDataParser<>(
                        StrategyAdopted.class,
                        (at, data) -> new StrategyAdopted(data).validate(at),
                        StrategyAdopted::new));
        return Stream.concat(
                        Stream.of(adopted),
                        Arrays.stream(StrategySection.values()).flatMap(StrategyEvent::typesOf))
                .toList();
    }

    private static Stream<EventType> typesOf(StrategySection section) {
        var stated = eventType(
                section.statedType(),
                new EventDataParser<>(
                        SectionItemStated.class,
                        (at, data) -> new SectionItemStated(section, data).validate(at),
                        data -> new SectionItemStated(section, data)));
        var dropped = section.droppedType()
                .map(type -> eventType(
                        type,
                        new EventDataParser<>(
                                SectionItemDropped.class,
                                (at, data) -> new SectionItemDropped(section, data).validate(at),
                                data -> new SectionItemDropped(section, data))));
        return Stream.concat(Stream.of(stated), dropped.stream());
    }

    private static EventType eventType(String name, EventDataParser<? extends StrategyEvent> parser) {
        var subject = SubjectForm.inCollection(
                Subject.StrategySubject.class, "strategies", "br-belo-horizonte/strategies/ppag-2010");
        return new EventType(name, subject, Admission.EDITORS, parser);
    }
}
