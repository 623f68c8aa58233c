package org.bitacora.domain.refusal;

import java.util.List;

/** Why something is not stored. Nothing of it is: a refusal leaves no trace in the log. */
public sealed interface Refusal {

    /** What is wrong, in a sentence for the sender. */
    String detail();

    /** The places that are wrong; none where the whole is. */
    default List<Violation> violations() {
        return List.of();
    }

    /** It cannot be read: not JSON, not a CloudEvent. */
    record Unreadable(List<Violation> violations) implements Refusal {
        public Unreadable {
            violations = List.copyOf(violations);
        }

        @Override
        public String detail() {
            return "It cannot be read: " + Refusal.first(violations);
        }
    }

    /** It can be read, but breaks a rule of the contract. */
    record Invalid(List<Violation> violations) implements Refusal {
        public Invalid {
            violations = List.copyOf(violations);
        }

        public Invalid(Pointer pointer, String detail) {
            this(List.of(new Violation(pointer, detail)));
        }

        @Override
        public String detail() {
            return "It breaks the contract: " + Refusal.first(violations);
        }
    }

    /** No such territory is registered. */
    record UnknownTerritory(String territory) implements Refusal {
        @Override
        public String detail() {
            return "No territory " + territory + " is registered.";
        }
    }

    /** The same source and id are in the log already, with other content. */
    record Conflict(String source, String id, long position) implements Refusal {
        @Override
        public String detail() {
            return "Event " + id + " of " + source + " is at position " + position + " with other content.";
        }
    }

    /** The activity belongs to the source that first stated it. */
    record NotOwner(String activity, String owner) implements Refusal {
        @Override
        public String detail() {
            return "Activity " + activity + " belongs to " + owner + "; another source needs the role editor.";
        }
    }

    /** There is no such thing as the command is about. */
    record NotFound(String detail) implements Refusal {}

    /** Another report was published under the same code. */
    record AlreadyPublished(String code) implements Refusal {
        @Override
        public String detail() {
            return "Another report was published under " + code + "; it stays.";
        }
    }

    /** The key may not write this. */
    record Forbidden(String detail) implements Refusal {}

    /** Larger, or more, than is taken at once. */
    record TooLarge(String detail) implements Refusal {}

    private static String first(List<Violation> violations) {
        return violations.isEmpty() ? "" : violations.getFirst().detail();
    }
}
