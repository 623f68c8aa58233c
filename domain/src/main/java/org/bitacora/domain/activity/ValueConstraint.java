package org.bitacora.domain.activity;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Violation;

/** What a member of the data may look like: says what is wrong with a value at a place. */
@FunctionalInterface
interface ValueConstraint {

    void check(Pointer at, Json value, Collection<Violation> found);

    /** A string that the test holds for. */
    static ValueConstraint text(Predicate<String> test, String wanted) {
        return (at, value, found) -> {
            if (!(value instanceof Json.Str(var text)) || !test.test(text)) {
                found.add(new Violation(at, wanted));
            }
        };
    }

    /** A string of at most that many characters. */
    static ValueConstraint text(int most) {
        return text(text -> text.length() <= most, "A string of at most " + most + " characters is wanted.");
    }

    /** One of those words. */
    static ValueConstraint word(List<String> words) {
        return text(words::contains, "One of " + String.join(", ", words) + " is wanted.");
    }

    /** A number that the test holds for. */
    static ValueConstraint number(Predicate<Json.Num> test, String wanted) {
        return (at, value, found) -> {
            if (!(value instanceof Json.Num number) || !test.test(number)) {
                found.add(new Violation(at, wanted));
            }
        };
    }

    /** An array, each item of that shape. */
    static ValueConstraint list(ValueConstraint item) {
        return (at, value, found) -> {
            if (value instanceof Json.Arr(var items)) {
                for (int i = 0; i < items.size(); i++) {
                    item.check(at.child(i), items.get(i), found);
                }
            } else {
                found.add(new Violation(at, "An array is wanted."));
            }
        };
    }

    /** An object, checked whole. */
    static ValueConstraint object(ObjectConstraint objectConstraint) {
        return (at, value, found) -> {
            if (value instanceof Json.Obj object) {
                objectConstraint.check(at, object, found);
            } else {
                found.add(new Violation(at, "An object is wanted."));
            }
        };
    }

    /** What is asked of the members of an object. */
    @FunctionalInterface
    interface ObjectConstraint {
        void check(Pointer at, Json.Obj object, Collection<Violation> found);
    }
}
