package org.bitacora.domain.activity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Violation;
import org.bitacora.domain.territory.Countries;

/**
 * Validates the data of an activity event against the contract (design, section 3). The validator sees only this one
 * event. A contradiction with other events of the activity is not refused; it becomes an {@link Inconsistency}. Members
 * that the contract does not name are kept unchanged.
 */
public final class ActivityDataValidator {

    private static final int LONG_TEXT = 20_000;
    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(15);
    private static final Pattern MONEY = Pattern.compile("\\d{1,15}(\\.\\d{1,6})?");

    private static final ValueConstraint DATE = ValueConstraint.text(
            text -> PartialDate.of(text).isPresent(), "A date is wanted: 2014-05-12, or 2014-05, or 2014.");
    private static final ValueConstraint COUNTRY =
            ValueConstraint.text(Countries::exists, "A country of ISO 3166-1 alpha-2 is wanted, such as AR.");
    private static final ValueConstraint NAMES = ValueConstraint.list(ValueConstraint.text(200));
    private static final ValueConstraint GOAL =
            ValueConstraint.number(ActivityDataValidator::isGoal, "A whole number from 1 to 17 is wanted.");
    private static final ValueConstraint LEVEL =
            ValueConstraint.number(ActivityDataValidator::isLevel, "A level is wanted: a whole number from 1 to 1000.");
    private static final ValueConstraint QUANTITY =
            ValueConstraint.number(ActivityDataValidator::isQuantity, "A number from 0 to below 10^15 is wanted.");
    private static final ValueConstraint MONEY_VALUE = ValueConstraint.text(
            text -> MONEY.matcher(text).matches(),
            "A decimal that is not negative is wanted, as a string: \"120000.00\".");
    private static final ValueConstraint CURRENCY =
            ValueConstraint.text(Currencies::exists, "A currency of ISO 4217 is wanted, such as BRL.");
    private static final ValueConstraint COUNTERPART = members(Map.of(
            "name", ValueConstraint.text(500),
            "type", ValueConstraint.word(Vocabularies.COUNTERPART_TYPE),
            "country", COUNTRY,
            "city", ValueConstraint.text(200)));
    private static final ValueConstraint ACTOR = members(Map.of(
            "actor",
            ValueConstraint.text(200),
            "role",
            ValueConstraint.text(200),
            "sector",
            ValueConstraint.word(Vocabularies.SECTOR)));
    private static final ValueConstraint PLACE = members(Map.of("country", COUNTRY, "city", ValueConstraint.text(200)));
    private static final ValueConstraint EVENT = ValueConstraint.object((at, object, found) -> {
        ValueConstraint name = ValueConstraint.text(text -> !text.isEmpty(), "A string is wanted.");
        name.check(at.child("source"), object.get("source").orElse(new Json.Null()), found);
        name.check(at.child("id"), object.get("id").orElse(new Json.Null()), found);
    });

    private static final Map<String, ValueConstraint> SHAPES = shapes();

    private ActivityDataValidator() {}

    /** The violations in the data of an event, with pointers below {@code at}; empty if the data is valid. */
    public static List<Violation> validate(Pointer at, Json.Obj data) {
        var found = new ArrayList<Violation>();
        checkMembers(SHAPES, at, data, found);
        if (found.isEmpty()) {
            checkDates(at, data, found);
        }
        return found;
    }

    private static Map<String, ValueConstraint> shapes() {
        var shapes = new LinkedHashMap<String, ValueConstraint>();
        shapes.put("title", ValueConstraint.text(1_000));
        shapes.put("on", DATE);
        shapes.put("start", DATE);
        shapes.put("end", DATE);
        shapes.put("role", ValueConstraint.word(Vocabularies.ROLE));
        shapes.put("categories", ValueConstraint.list(ValueConstraint.word(words(Category.values()))));
        shapes.put("counterparts", ValueConstraint.list(COUNTERPART));
        shapes.put("actors", ValueConstraint.list(ACTOR));
        shapes.put("motivation", ValueConstraint.word(Vocabularies.MOTIVATION));
        shapes.put("dimension", ValueConstraint.word(Vocabularies.DIMENSION));
        shapes.put("themes", NAMES);
        shapes.put("sdgs", ValueConstraint.list(GOAL));
        shapes.put("objectives", NAMES);
        shapes.put("quantities", ValueConstraint.object(ActivityDataValidator::checkQuantities));
        shapes.put("amounts", ValueConstraint.list(ValueConstraint.object(ActivityDataValidator::checkAmount)));
        shapes.put("scale", ValueConstraint.word(Vocabularies.SCALE));
        shapes.put("place", PLACE);
        shapes.put("funding", ValueConstraint.word(Vocabularies.FUNDING));
        shapes.put("space", ValueConstraint.word(Vocabularies.SPACE));
        shapes.put("attendance", ValueConstraint.object(ActivityDataValidator::checkAttendance));
        shapes.put("product", ValueConstraint.text(LONG_TEXT));
        shapes.put("results", ValueConstraint.text(LONG_TEXT));
        shapes.put("links", ValueConstraint.list(ValueConstraint.text(2_000)));
        shapes.put("joint", ValueConstraint.text(200));
        shapes.put("transition", ValueConstraint.word(words(Transition.values())));
        shapes.put("rubric", ValueConstraint.text(200));
        shapes.put("level", LEVEL);
        shapes.put("event", EVENT);
        shapes.put("private", ValueConstraint.object((_, _, _) -> {}));
        return shapes;
    }

    private static List<String> words(Category... categories) {
        return Arrays.stream(categories).map(Category::word).toList();
    }

    private static List<String> words(Transition... transitions) {
        return Arrays.stream(transitions).map(Transition::word).toList();
    }

    private static ValueConstraint members(Map<String, ValueConstraint> shapes) {
        return ValueConstraint.object((at, object, found) -> checkMembers(shapes, at, object, found));
    }

    private static void checkMembers(
            Map<String, ValueConstraint> shapes, Pointer at, Json.Obj object, Collection<Violation> found) {
        object.members().forEach((name, value) -> {
            var valueConstraint = shapes.get(name);
            if (valueConstraint != null && !(value instanceof Json.Null)) {
                valueConstraint.check(at.child(name), value, found);
            }
        });
    }

    private static void checkQuantities(Pointer at, Json.Obj quantities, Collection<Violation> found) {
        quantities.omitNulls().members().forEach((name, value) -> QUANTITY.check(at.child(name), value, found));
    }

    /** Checks the number of attendees of each sector. */
    private static void checkAttendance(Pointer at, Json.Obj attendance, Collection<Violation> found) {
        attendance.omitNulls().members().forEach((sector, count) -> {
            if (!Vocabularies.SECTOR.contains(sector)) {
                found.add(new Violation(
                        at.child(sector), "One of " + String.join(", ", Vocabularies.SECTOR) + " is wanted."));
            }
            QUANTITY.check(at.child(sector), count, found);
        });
    }

    private static void checkAmount(Pointer at, Json.Obj amount, Collection<Violation> found) {
        MONEY_VALUE.check(at.child("value"), amount.get("value").orElse(new Json.Null()), found);
        CURRENCY.check(at.child("currency"), amount.get("currency").orElse(new Json.Null()), found);
        amount.get("purpose").ifPresent(it -> ValueConstraint.text(200).check(at.child("purpose"), it, found));
    }

    private static void checkDates(Pointer at, Json.Obj data, Collection<Violation> found) {
        var start = data.text("start").flatMap(PartialDate::of);
        var end = data.text("end").flatMap(PartialDate::of);
        if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
            found.add(new Violation(
                    at.child("end"),
                    "The end, " + end.get().text() + ", is before the start, "
                            + start.get().text() + "."));
        }
    }

    private static boolean isGoal(Json.Num number) {
        return isWholeUpTo(17, number);
    }

    private static boolean isLevel(Json.Num number) {
        return isWholeUpTo(1_000, number);
    }

    private static boolean isWholeUpTo(int most, Json.Num number) {
        var value = number.value().stripTrailingZeros();
        return value.scale() <= 0 && value.signum() > 0 && value.compareTo(BigDecimal.valueOf(most)) <= 0;
    }

    private static boolean isQuantity(Json.Num number) {
        var value = number.value();
        return value.signum() >= 0 && value.compareTo(LARGEST) < 0 && value.scale() <= 20;
    }
}
