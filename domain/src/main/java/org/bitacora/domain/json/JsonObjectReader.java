package org.bitacora.domain.json;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Violation;

/** Reads and checks the members of an object. An invalid member adds a violation and is read as a default value. */
public record JsonObjectReader(Pointer pointer, Json.Obj object, List<Violation> violations) {

    private static final int MAX_TEXT_LENGTH = 4_000;
    private static final int MAX_DIGITS = 30;

    /** Adds a violation for a member. */
    public void addViolation(String member, Detail detail) {
        violations.add(new Violation(pointer.child(member), detail));
    }

    /** Whether there are no violations so far. */
    public boolean isValid() {
        return violations.isEmpty();
    }

    /** Whether the member is present and not null. */
    public boolean has(String member) {
        return object.get(member).isPresent();
    }

    /** Adds a violation for each member whose name is not in the list. */
    public void allowOnly(Collection<String> names) {
        object.members().keySet().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> addViolation(
                        name, Detail.of("Unknown field {0}. Allowed fields: {1}.", name, String.join(", ", names))));
    }

    /** The text of a required member, stripped; empty, with a violation, if it is missing. */
    public String requiredText(String member) {
        var text = object.text(member).map(String::strip).orElse("");
        return checkText(member, text, text.isEmpty());
    }

    /** The text of an optional member, stripped; empty if it is missing. */
    public String optionalText(String member) {
        return checkText(member, object.text(member).map(String::strip).orElse(""), false);
    }

    private String checkText(String member, String text, boolean isMissing) {
        boolean isOtherType = has(member) && object.text(member).isEmpty();
        if (isOtherType || isMissing || TextLength.of(text) > MAX_TEXT_LENGTH) {
            addViolation(member, Detail.of("Expected a text of 1 to {0} characters.", MAX_TEXT_LENGTH));
        }
        return text;
    }

    /** The texts of a member that is a text or a list of texts; an empty list if it is missing. */
    public List<String> texts(String member) {
        var value = object.get(member).orElse(Json.Arr.EMPTY);
        var items = value instanceof Json.Arr(var all) ? all : List.of(value);
        var texts = items.stream()
                .filter(it -> it instanceof Json.Str(var text) && !text.isBlank())
                .map(it -> ((Json.Str) it).value())
                .toList();
        if (texts.size() < items.size()) {
            addViolation(member, Detail.of("Expected a text or a list of texts."));
        } else if (texts.stream().anyMatch(it -> TextLength.of(it) > MAX_TEXT_LENGTH)) {
            addViolation(member, Detail.of("Expected texts of 1 to {0} characters.", MAX_TEXT_LENGTH));
        }
        return texts;
    }

    /** The boolean value of a member; false if it is missing. */
    public boolean booleanValue(String member) {
        return switch (object.get(member).orElse(new Json.Bool(false))) {
            case Json.Bool(var value) -> value;
            case Json.Obj _, Json.Arr _, Json.Str _, Json.Num _, Json.Null _ -> {
                addViolation(member, Detail.of("Expected `true` or `false`."));
                yield false;
            }
        };
    }

    /** The number of a member, written as a number or a text; empty if it is missing. */
    public Optional<BigDecimal> number(String member) {
        var number = object.get(member).flatMap(JsonObjectReader::numberOf);
        if (number.isEmpty() && has(member)) {
            addViolation(member, Detail.of("Expected a number."));
        }
        return number;
    }

    private static Optional<BigDecimal> numberOf(Json value) {
        return switch (value) {
            case Json.Num(var number) -> Optional.of(number).filter(it -> fits(it));
            case Json.Str(var text)
            when text.matches("-?\\d{1,20}(\\.\\d{1,10})?") -> Optional.of(new BigDecimal(text));
            case Json.Str _, Json.Arr _, Json.Obj _, Json.Bool _, Json.Null _ -> Optional.empty();
        };
    }

    private static boolean fits(BigDecimal number) {
        return number.precision() <= MAX_DIGITS && Math.abs(number.scale()) <= MAX_DIGITS;
    }

    /** The objects of a member that is a list of objects; an empty list if it is missing. */
    public List<JsonObjectReader> objects(String member) {
        var value = object.get(member).orElse(Json.Arr.EMPTY);
        if (!(value instanceof Json.Arr(var items)) || !items.stream().allMatch(Json.Obj.class::isInstance)) {
            addViolation(member, Detail.of("Expected a list of objects."));
            return List.of();
        }
        return IntStream.range(0, items.size())
                .mapToObj(
                        i -> new JsonObjectReader(pointer.child(member).child(i), (Json.Obj) items.get(i), violations))
                .toList();
    }

    /** The value whose name the member holds; the default value if the member is missing. */
    public <W> W oneOf(String member, List<W> words, Function<W, String> form, W defaultValue) {
        if (!has(member)) {
            return defaultValue;
        }
        var word = words.stream()
                .filter(it -> object.text(member).filter(form.apply(it)::equals).isPresent())
                .findFirst();
        if (word.isEmpty()) {
            addViolation(
                    member,
                    Detail.of(
                            "Expected one of {0}.",
                            String.join(", ", words.stream().map(form).toList())));
        }
        return word.orElse(defaultValue);
    }

    /** A reader of a member that is an object; empty, with a violation, if it is not an object. */
    public Optional<JsonObjectReader> child(String member) {
        if (object.get(member).orElse(null) instanceof Json.Obj below) {
            return Optional.of(new JsonObjectReader(pointer.child(member), below, violations));
        }
        addViolation(member, Detail.of("Expected an object."));
        return Optional.empty();
    }
}
