package org.bitacora.domain.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A JSON value (RFC 8259). It is immutable; members keep their written order, and numbers are exact. */
public sealed interface Json {

    /** An object. */
    record Obj(Map<String, Json> members) implements Json {
        public static final Obj EMPTY = new Obj(Map.of());

        public Obj {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        /** The member with this name; empty if it is missing or null. */
        public Optional<Json> get(String name) {
            return Optional.ofNullable(members.get(name)).filter(value -> !(value instanceof Null));
        }

        /** The text of a member that is a string; empty otherwise. */
        public Optional<String> text(String name) {
            return members.get(name) instanceof Str(var value) ? Optional.of(value) : Optional.empty();
        }

        /** The items of a member that is an array; no items otherwise. */
        public List<Json> items(String name) {
            return members.get(name) instanceof Arr(var items) ? items : List.of();
        }

        /** The strings among the items of a member that is an array. */
        public List<String> texts(String name) {
            var items = items(name);
            if (items.isEmpty()) {
                return List.of();
            }
            var texts = new ArrayList<String>(items.size());
            for (var item : items) {
                if (item instanceof Str(var text)) {
                    texts.add(text);
                }
            }
            return texts;
        }

        /** The member that is an object; an empty object otherwise. */
        public Obj object(String name) {
            return members.get(name) instanceof Obj object ? object : EMPTY;
        }

        /** A copy of this object without null members, at any depth of nested objects. */
        public Obj omitNulls() {
            return hasNoNulls() ? this : withoutNulls();
        }

        private boolean hasNoNulls() {
            for (var value : members.values()) {
                if (value instanceof Null || (value instanceof Obj object && !object.hasNoNulls())) {
                    return false;
                }
            }
            return true;
        }

        private Obj withoutNulls() {
            var stated = new LinkedHashMap<String, Json>();
            members.forEach((name, value) -> {
                switch (value) {
                    case Null() -> {}
                    case Obj object -> stated.put(name, object.omitNulls());
                    case Arr _, Str _, Num _, Bool _ -> stated.put(name, value);
                }
            });
            return new Obj(stated);
        }

        /** A copy of this object with the member set, at its existing position or at the end. */
        public Obj with(String name, Json value) {
            var changed = new LinkedHashMap<>(members);
            changed.put(name, value);
            return new Obj(changed);
        }

        /** A copy of this object without these members. */
        public Obj without(String... names) {
            if (Arrays.stream(names).noneMatch(members::containsKey)) {
                return this;
            }
            var rest = new LinkedHashMap<>(members);
            for (var name : names) {
                rest.remove(name);
            }
            return new Obj(rest);
        }
    }

    /** An array. */
    record Arr(List<Json> items) implements Json {
        public static final Arr EMPTY = new Arr(List.of());

        public Arr {
            items = List.copyOf(items);
        }
    }

    /** A string. */
    record Str(String value) implements Json {}

    /** A number, exactly as it was written. */
    record Num(BigDecimal value) implements Json {}

    /** {@code true} or {@code false}. */
    record Bool(boolean value) implements Json {}

    /** {@code null}. */
    record Null() implements Json {}

    /** A string value. */
    static Json of(String value) {
        return new Str(value);
    }

    /** A number value. */
    static Json of(long value) {
        return new Num(BigDecimal.valueOf(value));
    }

    /** An array of strings. */
    static Arr texts(String... values) {
        return new Arr(Arrays.stream(values).<Json>map(Json::of).toList());
    }

    /** An array of the mapped items. */
    static <T> Arr of(Collection<T> items, Function<T, Json> each) {
        return items.isEmpty() ? Arr.EMPTY : new Arr(items.stream().map(each).toList());
    }

    /** An object of whole numbers. */
    static Obj of(Map<String, Integer> numbers) {
        if (numbers.isEmpty()) {
            return Obj.EMPTY;
        }
        var members = new LinkedHashMap<String, Json>();
        numbers.forEach((name, number) -> members.put(name, of(number)));
        return new Obj(members);
    }
}
