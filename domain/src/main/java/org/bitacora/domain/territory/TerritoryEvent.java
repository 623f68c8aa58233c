package org.bitacora.domain.territory;

import java.util.ArrayList;
import java.util.List;
import org.bitacora.domain.event.DomainEvent;
import org.bitacora.domain.event.EventDataParser;
import org.bitacora.domain.event.EventType;
import org.bitacora.domain.event.EventType.Admission;
import org.bitacora.domain.event.SubjectForm;
import org.bitacora.domain.identifier.Subject;
import org.bitacora.domain.identifier.TerritoryCode;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Violation;

/** An event of a territory. */
public sealed interface TerritoryEvent extends DomainEvent {

    /** The territory was registered, or its registration changed. The first registration starts its log. */
    record TerritoryRegistered(Json.Obj data) implements TerritoryEvent {
        /** Creates the event that registers a territory. */
        public TerritoryRegistered(Territory territory) {
            this(territory.toJson());
        }

        @Override
        public String type() {
            return Territory.REGISTERED_TYPE;
        }

        /** The territory with this code and this registration. */
        public Territory territory(TerritoryCode code) {
            return Territory.of(code, data);
        }
    }

    /** Another territory was named as a member. */
    record MemberNamed(Membership membership) implements TerritoryEvent {
        static MemberNamed read(Json.Obj data) {
            return new MemberNamed(
                    Membership.of(new TerritoryCode(data.text(MEMBER).orElseThrow()), data));
        }

        static List<Violation> validate(Pointer at, Json.Obj data) {
            var found = new ArrayList<>(Membership.validate(at, data.without(MEMBER)));
            if (data.text(MEMBER).filter(TerritoryCode::isWellFormed).isEmpty()) {
                found.add(new Violation(
                        at.child(MEMBER),
                        Detail.of("Expected the code of a territory, of the form {0}.", TerritoryCode.REGEX)));
            }
            return found;
        }

        @Override
        public String type() {
            return Membership.MEMBER_NAMED_TYPE;
        }

        @Override
        public Json.Obj data() {
            return membership.toJson();
        }
    }

    /** The data member that holds the code of the member. */
    String MEMBER = "member";

    /** The event types of territories. */
    static List<EventType> types() {
        return List.of(
                new EventType(
                        Territory.REGISTERED_TYPE,
                        new SubjectForm(
                                Subject.TerritorySubject.class, Detail.of("Expected the code of the territory.")),
                        Admission.FOUNDING_COMMANDS,
                        new EventDataParser<>(
                                TerritoryRegistered.class, Territory::validate, TerritoryRegistered::new)),
                new EventType(
                        Membership.MEMBER_NAMED_TYPE,
                        SubjectForm.inCollection(Subject.MemberSubject.class, "members", "allas/members/br-ba"),
                        Admission.COMMANDS,
                        new EventDataParser<>(MemberNamed.class, MemberNamed::validate, MemberNamed::read)));
    }
}
