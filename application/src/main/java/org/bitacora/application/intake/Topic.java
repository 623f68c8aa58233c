package org.bitacora.application.intake;

import java.util.List;
import java.util.Optional;
import org.bitacora.application.access.Caller;
import org.bitacora.domain.activity.ActivityName;
import org.bitacora.domain.activity.DataCheck;
import org.bitacora.domain.activity.EventType;
import org.bitacora.domain.actor.ActorEvent;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Violation;
import org.bitacora.domain.series.Report;
import org.bitacora.domain.strategy.StrategyEvent;
import org.bitacora.projections.actor.ActorVersion;
import org.bitacora.projections.strategy.StrategyVersion;

/** What an event speaks of: the form of its subject, what its data must be, and who may say so. */
sealed interface Topic {

    /** Whether that can be its subject. */
    boolean isNamedBy(String subject);

    /** The form of its subject, for people. */
    String form();

    /** What is wrong with its data. */
    List<Violation> check(Pointer at, Json.Obj data);

    /** Whether that caller may say it at all. */
    boolean mayBeSaidBy(Caller caller);

    /** What an event of that type speaks of; empty where it is none of the vocabulary. */
    static Optional<Topic> of(String type) {
        return EventType.of(type)
                .<Topic>map(_ -> new OfActivity())
                .or(() -> Optional.of(type).filter(Report.REPORTED::equals).map(_ -> new OfSeries()))
                .or(() -> StrategyEvent.of(type).map(OfStrategy::new))
                .or(() -> ActorEvent.of(type).map(OfActor::new));
    }

    /** An activity. */
    record OfActivity() implements Topic {
        @Override
        public boolean isNamedBy(String subject) {
            return ActivityName.ofSubject(subject).isPresent();
        }

        @Override
        public String form() {
            return "territory/activity is wanted: a territory's code, a slash, and a name of " + ActivityName.FORM
                    + ".";
        }

        @Override
        public List<Violation> check(Pointer at, Json.Obj data) {
            return DataCheck.check(at, data);
        }

        @Override
        public boolean mayBeSaidBy(Caller caller) {
            return true;
        }
    }

    /** A series. */
    record OfSeries() implements Topic {
        @Override
        public boolean isNamedBy(String subject) {
            return ActivityName.ofSubject(subject).isPresent();
        }

        @Override
        public String form() {
            return "territory/series is wanted: a territory's code, a slash, and a name of " + ActivityName.FORM + ".";
        }

        @Override
        public List<Violation> check(Pointer at, Json.Obj data) {
            return Report.check(at, data);
        }

        @Override
        public boolean mayBeSaidBy(Caller caller) {
            return true;
        }
    }

    /** A strategy. */
    record OfStrategy(StrategyEvent event) implements Topic {
        @Override
        public boolean isNamedBy(String subject) {
            return StrategyVersion.ofSubject(subject).isPresent();
        }

        @Override
        public String form() {
            return "territory/strategies/code is wanted, such as br-belo-horizonte/strategies/ppag-2010.";
        }

        @Override
        public List<Violation> check(Pointer at, Json.Obj data) {
            return event.check(at, data);
        }

        @Override
        public boolean mayBeSaidBy(Caller caller) {
            return caller.isEditor();
        }
    }

    /** An actor. */
    record OfActor(ActorEvent event) implements Topic {
        @Override
        public boolean isNamedBy(String subject) {
            return ActorVersion.ofSubject(subject).isPresent();
        }

        @Override
        public String form() {
            return "territory/actors/code is wanted, such as br-belo-horizonte/actors/ufmg.";
        }

        @Override
        public List<Violation> check(Pointer at, Json.Obj data) {
            return event.check(at, data);
        }

        @Override
        public boolean mayBeSaidBy(Caller caller) {
            return caller.isEditor();
        }
    }
}
