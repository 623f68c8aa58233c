package org.bitacora.domain.activity;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.json.TextLength;
import org.bitacora.domain.json.UnknownMember;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Violation;

/** A constraint on the value of a data member. The check adds a violation for an invalid value. */
@FunctionalInterface
interface ValueConstraint {

    void check(Pointer at, Json value, Collection<Violation> found);

    /** Adds a violation for each member within the value whose name the contract does not state. */
    default void findUnknownMembers(Pointer at, Json value, Collection<Violation> found) {}

    /** A string that satisfies a predicate. The violation carries the given message. */
    static ValueConstraint text(Predicate<String> test, Detail message) {
        return (at, value, found) -> {
            if (!(value instanceof Json.Str(var text)) || !test.test(text)) {
                found.add(new Violation(at, message));
            }
        };
    }

    /** A string with at most this number of characters. */
    static ValueConstraint text(int maxLength) {
        return text(
                text -> TextLength.of(text) <= maxLength,
                Detail.of("Expected a text of at most {0} characters.", maxLength));
    }

    /** One of these strings. */
    static ValueConstraint word(List<String> words) {
        return text(words::contains, Detail.of("Expected one of {0}.", String.join(", ", words)));
    }

    /** A number that satisfies a predicate. The violation carries the given message. */
    static ValueConstraint number(Predicate<Json.Num> test, Detail message) {
        return (at, value, found) -> {
            if (!(value instanceof Json.Num number) || !test.test(number)) {
                found.add(new Violation(at, message));
            }
        };
    }

    /** An array whose items satisfy a constraint. */
    static ValueConstraint list(ValueConstraint item) {
        return new ItemsConstraint(item);
    }

    /** An object that satisfies a constraint. */
    static ValueConstraint object(ObjectConstraint objectConstraint) {
        return (at, value, found) -> {
            if (value instanceof Json.Obj object) {
                objectConstraint.check(at, object, found);
            } else {
                found.add(new Violation(at, Detail.of("Expected an object.")));
            }
        };
    }

    /** A constraint on an object and its members. */
    @FunctionalInterface
    interface ObjectConstraint {
        void check(Pointer at, Json.Obj object, Collection<Violation> found);
    }

    /** An array whose items satisfy a constraint. */
    record ItemsConstraint(ValueConstraint item) implements ValueConstraint {

        @Override
        public void check(Pointer at, Json value, Collection<Violation> found) {
            if (value instanceof Json.Arr(var items)) {
                for (int i = 0; i < items.size(); i++) {
                    item.check(at.child(i), items.get(i), found);
                }
            } else {
                found.add(new Violation(at, Detail.of("Expected a list.")));
            }
        }

        @Override
        public void findUnknownMembers(Pointer at, Json value, Collection<Violation> found) {
            if (value instanceof Json.Arr(var items)) {
                for (int i = 0; i < items.size(); i++) {
                    item.findUnknownMembers(at.child(i), items.get(i), found);
                }
            }
        }
    }

    /**
     * An object whose members satisfy their constraints.
     *
     * @param members the constraints of all members that the contract states, by name
     * @param required the names of the members that must be present, in the order of their violations
     */
    record MembersConstraint(Map<String, ValueConstraint> members, List<String> required) implements ValueConstraint {

        /** Members with this prefix belong to the sender. */
        private static final String OWN_PREFIX = "x-";

        public MembersConstraint {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
            required = List.copyOf(required);
        }

        @Override
        public void check(Pointer at, Json value, Collection<Violation> found) {
            if (value instanceof Json.Obj object) {
                object.omitNulls().members().forEach((name, member) -> {
                    var constraint = members.get(name);
                    if (constraint != null) {
                        constraint.check(at.child(name), member, found);
                    }
                });
                for (var name : required) {
                    if (object.get(name).isEmpty()) {
                        Objects.requireNonNull(members.get(name)).check(at.child(name), new Json.Null(), found);
                    }
                }
            } else {
                found.add(new Violation(at, Detail.of("Expected an object.")));
            }
        }

        @Override
        public void findUnknownMembers(Pointer at, Json value, Collection<Violation> found) {
            if (value instanceof Json.Obj object) {
                object.members().forEach((name, member) -> {
                    var constraint = members.get(name);
                    if (constraint != null) {
                        constraint.findUnknownMembers(at.child(name), member, found);
                    } else if (!name.startsWith(OWN_PREFIX)) {
                        found.add(new Violation(at.child(name), UnknownMember.describe(name, members.keySet())));
                    }
                });
            }
        }
    }
}
