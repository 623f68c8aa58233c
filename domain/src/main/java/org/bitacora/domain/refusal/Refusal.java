package org.bitacora.domain.refusal;

import java.util.List;
import java.util.Optional;

/** The reason why a request was not carried out, as a value. A refused request changes nothing in the log. */
public sealed interface Refusal {

    /** The explanation for the sender. */
    Detail detail();

    /** The violations; empty if the refusal concerns the whole request. */
    default List<Violation> violations() {
        return List.of();
    }

    /** The request cannot be parsed: it is not JSON or not a CloudEvent. */
    record Unreadable(List<Violation> violations) implements Refusal {
        public Unreadable {
            violations = List.copyOf(violations);
        }

        @Override
        public Detail detail() {
            return Detail.of("Parse error: {0}", Refusal.first(violations));
        }
    }

    /** The request can be parsed, but breaks a rule of the contract. */
    record Invalid(List<Violation> violations) implements Refusal {
        public Invalid {
            violations = List.copyOf(violations);
        }

        public Invalid(Pointer pointer, Detail detail) {
            this(List.of(new Violation(pointer, detail)));
        }

        @Override
        public Detail detail() {
            return Detail.of("Contract violation: {0}", Refusal.first(violations));
        }
    }

    /** The territory is not registered. */
    record UnknownTerritory(String territory) implements Refusal {
        @Override
        public Detail detail() {
            return Detail.of("No territory {0} is registered.", territory);
        }
    }

    /** The log already contains an event with the same source and id and different content. */
    record Conflict(String source, String id, long position) implements Refusal {
        @Override
        public Detail detail() {
            return Detail.of(
                    "Event {0} of source {1} was already recorded at position {2} with different content.",
                    id, source, position);
        }
    }

    /** The activity belongs to the source that first stated it. */
    record NotOwner(String activity, String owner) implements Refusal {
        @Override
        public Detail detail() {
            return Detail.of(
                    "Activity {0} belongs to {1}. Other sources need the role `editor` to change it.", activity, owner);
        }
    }

    /** The key may not write this. */
    record Forbidden(Detail detail) implements Refusal {}

    /** The request exceeds a size limit. */
    record TooLarge(Detail detail) implements Refusal {}

    /** A document in the body, such as a definition or a strategy, breaks a rule. */
    record InvalidDocument(List<Violation> violations) implements Refusal {
        public InvalidDocument {
            violations = List.copyOf(violations);
        }

        public InvalidDocument(String pointer, Detail detail) {
            this(List.of(new Violation(new Pointer(pointer), detail)));
        }

        /** The refusal of a document with these violations; empty if there are none. */
        public static Optional<Refusal> of(List<Violation> violations) {
            return violations.isEmpty() ? Optional.empty() : Optional.of(new InvalidDocument(violations));
        }

        @Override
        public Detail detail() {
            return Refusal.first(violations);
        }
    }

    /** A query parameter has an invalid value. */
    record InvalidParameter(String parameter, Detail detail) implements Refusal {}

    /** The resource does not exist, or the caller may not see it. */
    record NotFound(Detail detail) implements Refusal {}

    /** A strategy has sections, but has not been adopted. */
    record NotAdopted() implements Refusal {
        @Override
        public Detail detail() {
            return Detail.of("The strategy has sections, but it has not been adopted.");
        }
    }

    /** A publication with the same code and a different report exists. */
    record AlreadyPublished(String publication) implements Refusal {
        @Override
        public Detail detail() {
            return Detail.of(
                    "Publication {0} already exists with a different report. Publications never change.", publication);
        }
    }

    /** The current version of the resource is not the one that the change is based on. */
    record ChangedMeanwhile(Detail detail) implements Refusal {}

    /** The request cannot be carried out now; a repetition may succeed. */
    record Unavailable(Detail detail) implements Refusal {}

    private static Detail first(List<Violation> violations) {
        return violations.getFirst().detail();
    }
}
