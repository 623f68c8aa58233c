package org.bitacora.application.intake;

import java.util.List;
import java.util.Optional;
import org.bitacora.application.access.Caller;
import org.bitacora.domain.activity.ActivityDataValidator;
import org.bitacora.domain.activity.ActivityEventType;
import org.bitacora.domain.activity.ActivityName;
import org.bitacora.domain.actor.ActorEvent;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Violation;
import org.bitacora.domain.series.ReportedValue;
import org.bitacora.domain.strategy.StrategyEvent;
import org.bitacora.projections.actor.ActorVersion;
import org.bitacora.projections.strategy.StrategyVersion;

/** What an event speaks of: the form of its subject, what its data must be, and who may say so. */
sealed interface SubjectPolicy {

    /** Whether that can be its subject. */
    boolean acceptsSubject(String subject);

    /** The form of its subject, for people. */
    String expectedForm();

    /** What is wrong with its data. */
    List<Violation> check(Pointer at, Json.Obj data);

    /** Whether that caller may say it at all. */
    boolean isAllowedFor(Caller caller);

    /** What an event of that type speaks of; empty where it is none of the vocabulary. */
    static Optional<SubjectPolicy> forType(String type) {
        return ActivityEventType.of(type)
                .<SubjectPolicy>map(_ -> new ActivitySubjectPolicy())
                .or(() -> Optional.of(type)
                        .filter(ReportedValue.REPORTED_TYPE::equals)
                        .map(_ -> new SeriesSubjectPolicy()))
                .or(() -> StrategyEvent.of(type).map(StrategySubjectPolicy::new))
                .or(() -> ActorEvent.of(type).map(ActorSubjectPolicy::new));
    }

    /** An activity. */
    record ActivitySubjectPolicy() implements SubjectPolicy {
        @Override
        public boolean acceptsSubject(String subject) {
            return ActivityName.ofSubject(subject).isPresent();
        }

        @Override
        public String expectedForm() {
            return "territory/activity is wanted: a territory's code, a slash, and a name of " + ActivityName.REGEX
                    + ".";
        }

        @Override
        public List<Violation> check(Pointer at, Json.Obj data) {
            return ActivityDataValidator.validate(at, data);
        }

        @Override
        public boolean isAllowedFor(Caller caller) {
            return true;
        }
    }

    /** A series. */
    record SeriesSubjectPolicy() implements SubjectPolicy {
        @Override
        public boolean acceptsSubject(String subject) {
            return ActivityName.ofSubject(subject).isPresent();
        }

        @Override
        public String expectedForm() {
            return "territory/series is wanted: a territory's code, a slash, and a name of " + ActivityName.REGEX + ".";
        }

        @Override
        public List<Violation> check(Pointer at, Json.Obj data) {
            return ReportedValue.validate(at, data);
        }

        @Override
        public boolean isAllowedFor(Caller caller) {
            return true;
        }
    }

    /** A strategy. */
    record StrategySubjectPolicy(StrategyEvent event) implements SubjectPolicy {
        @Override
        public boolean acceptsSubject(String subject) {
            return StrategyVersion.ofSubject(subject).isPresent();
        }

        @Override
        public String expectedForm() {
            return "territory/strategies/code is wanted, such as br-belo-horizonte/strategies/ppag-2010.";
        }

        @Override
        public List<Violation> check(Pointer at, Json.Obj data) {
            return event.validate(at, data);
        }

        @Override
        public boolean isAllowedFor(Caller caller) {
            return caller.isEditor();
        }
    }

    /** An actor. */
    record ActorSubjectPolicy(ActorEvent event) implements SubjectPolicy {
        @Override
        public boolean acceptsSubject(String subject) {
            return ActorVersion.ofSubject(subject).isPresent();
        }

        @Override
        public String expectedForm() {
            return "territory/actors/code is wanted, such as br-belo-horizonte/actors/ufmg.";
        }

        @Override
        public List<Violation> check(Pointer at, Json.Obj data) {
            return event.validate(at, data);
        }

        @Override
        public boolean isAllowedFor(Caller caller) {
            return caller.isEditor();
        }
    }
}
