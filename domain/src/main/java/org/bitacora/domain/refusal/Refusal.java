package org.bitacora.domain.refusal;

import java.util.List;
import java.util.Optional;

/** Why something is neither stored nor answered: an expected outcome, as a value. A refusal leaves no trace in the log. */
public sealed interface Refusal {

    /** What is wrong, in a sentence for the sender. */
    String detail();

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
        public String detail() {
            return "Parse error: " + Refusal.first(violations);
        }
    }

    /** The request can be parsed, but breaks a rule of the contract. */
    record Invalid(List<Violation> violations) implements Refusal {
        public Invalid {
            violations = List.copyOf(violations);
        }

        public Invalid(Pointer pointer, String detail) {
            this(List.of(new Violation(pointer, detail)));
        }

        @Override
        public String detail() {
            return "Contract violation: " + Refusal.first(violations);
        }
    }

    /** The territory is not registered. */
    record UnknownTerritory(String territory) implements Refusal {
        @Override
        public String detail() {
            return "No territory " + territory + " is registered.";
        }
    }

    /** The log already contains an event with the same source and id and different content. */
    record Conflict(String source, String id, long position) implements Refusal {
        @Override
        public String detail() {
            return "Event " + id + " of source " + source + " was already recorded at position " + position
                    + " with different content.";
        }
    }

    /** The activity belongs to the source that first stated it. */
    record NotOwner(String activity, String owner) implements Refusal {
        @Override
        public String detail() {
            return "Activity " + activity + " belongs to " + owner
                    + ". Other sources need the role editor to change it.";
        }
    }

    /** The key may not write this. */
    record Forbidden(String detail) implements Refusal {}

    /** The request exceeds a size limit. */
    record TooLarge(String detail) implements Refusal {}

    /** A document that states or defines something breaks a rule. */
    record InvalidDocument(List<Violation> violations) implements Refusal {
        public InvalidDocument {
            violations = List.copyOf(violations);
        }

        public InvalidDocument(String pointer, String detail) {
            this(List.of(new Violation(new Pointer(pointer), detail)));
        }

        /** The refusal of a document with those violations; empty where there are none. */
        public static Optional<Refusal> of(List<Violation> violations) {
            return violations.isEmpty() ? Optional.empty() : Optional.of(new InvalidDocument(violations));
        }

        @Override
        public String detail() {
            return Refusal.first(violations);
        }
    }

    /** A parameter of a query has a value that it cannot have. */
    record InvalidParameter(String parameter, String detail) implements Refusal {}

    /** There is no such thing, or the caller may not see it. */
    record NotFound(String detail) implements Refusal {}

    /** The sections of a strategy were stated, but nobody adopted the strategy. */
    record NotAdopted() implements Refusal {
        @Override
        public String detail() {
            return "Parts of it were stated, but it was never adopted.";
        }
    }

    /** A publication has the code already, with another report. */
    record AlreadyPublished(String publication) implements Refusal {
        @Override
        public String detail() {
            return "Another report was published under " + publication + "; it stays.";
        }
    }

    /** The thing is at another version than the one that the change starts from. */
    record ChangedMeanwhile(String detail) implements Refusal {}

    /** The same may succeed in a moment. */
    record Unavailable(String detail) implements Refusal {}

    private static String first(List<Violation> violations) {
        return violations.isEmpty() ? "" : violations.getFirst().detail();
    }
}
