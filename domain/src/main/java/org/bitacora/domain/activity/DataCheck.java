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
 * Checks the data of an event against the contract (design, section 3). It looks at the one event alone: what does not
 * fit the other events of the activity is kept, as an {@link Inconsistency}. Members that the contract does not name
 * are kept as they are.
 */
public final class DataCheck {

    private static final int LONG_TEXT = 20_000;
    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(15);
    private static final Pattern MONEY = Pattern.compile("\\d{1,15}(\\.\\d{1,6})?");

    private static final Shape DATE =
            Shape.text(text -> PartialDate.of(text).isPresent(), "A date is wanted: 2014-05-12, or 2014-05, or 2014.");
    private static final Shape COUNTRY =
            Shape.text(Countries::exists, "A country of ISO 3166-1 alpha-2 is wanted, such as AR.");
    private static final Shape NAMES = Shape.list(Shape.text(200));
    private static final Shape GOAL = Shape.number(DataCheck::isGoal, "A whole number from 1 to 17 is wanted.");
    private static final Shape LEVEL =
            Shape.number(DataCheck::isLevel, "A level is wanted: a whole number from 1 to 1000.");
    private static final Shape QUANTITY =
            Shape.number(DataCheck::isQuantity, "A number from 0 to below 10^15 is wanted.");
    private static final Shape MONEY_VALUE = Shape.text(
            text -> MONEY.matcher(text).matches(),
            "A decimal that is not negative is wanted, as a string: \"120000.00\".");
    private static final Shape CURRENCY =
            Shape.text(Currencies::exists, "A currency of ISO 4217 is wanted, such as BRL.");
    private static final Shape COUNTERPART = members(Map.of(
            "name", Shape.text(500),
            "type", Shape.word(Words.COUNTERPART_TYPE),
            "country", COUNTRY,
            "city", Shape.text(200)));
    private static final Shape ACTOR =
            members(Map.of("actor", Shape.text(200), "role", Shape.text(200), "sector", Shape.word(Words.SECTOR)));
    private static final Shape PLACE = members(Map.of("country", COUNTRY, "city", Shape.text(200)));
    private static final Shape EVENT = Shape.object((at, object, found) -> {
        Shape name = Shape.text(text -> !text.isEmpty(), "A string is wanted.");
        name.check(at.child("source"), object.get("source").orElse(new Json.Null()), found);
        name.check(at.child("id"), object.get("id").orElse(new Json.Null()), found);
    });

    private static final Map<String, Shape> SHAPES = shapes();

    private DataCheck() {}

    /** What is wrong with the data of an event, each with its place below {@code at}; empty where nothing is. */
    public static List<Violation> check(Pointer at, Json.Obj data) {
        var found = new ArrayList<Violation>();
        checkMembers(SHAPES, at, data, found);
        if (found.isEmpty()) {
            checkDates(at, data, found);
        }
        return found;
    }

    private static Map<String, Shape> shapes() {
        var shapes = new LinkedHashMap<String, Shape>();
        shapes.put("title", Shape.text(1_000));
        shapes.put("on", DATE);
        shapes.put("start", DATE);
        shapes.put("end", DATE);
        shapes.put("role", Shape.word(Words.ROLE));
        shapes.put("categories", Shape.list(Shape.word(words(Category.values()))));
        shapes.put("counterparts", Shape.list(COUNTERPART));
        shapes.put("actors", Shape.list(ACTOR));
        shapes.put("motivation", Shape.word(Words.MOTIVATION));
        shapes.put("dimension", Shape.word(Words.DIMENSION));
        shapes.put("themes", NAMES);
        shapes.put("sdgs", Shape.list(GOAL));
        shapes.put("objectives", NAMES);
        shapes.put("quantities", Shape.object(DataCheck::checkQuantities));
        shapes.put("amounts", Shape.list(Shape.object(DataCheck::checkAmount)));
        shapes.put("scale", Shape.word(Words.SCALE));
        shapes.put("place", PLACE);
        shapes.put("funding", Shape.word(Words.FUNDING));
        shapes.put("space", Shape.word(Words.SPACE));
        shapes.put("attendance", Shape.object(DataCheck::checkAttendance));
        shapes.put("product", Shape.text(LONG_TEXT));
        shapes.put("results", Shape.text(LONG_TEXT));
        shapes.put("links", Shape.list(Shape.text(2_000)));
        shapes.put("joint", Shape.text(200));
        shapes.put("transition", Shape.word(words(Transition.values())));
        shapes.put("rubric", Shape.text(200));
        shapes.put("level", LEVEL);
        shapes.put("event", EVENT);
        shapes.put("private", Shape.object((_, _, _) -> {}));
        return shapes;
    }

    private static List<String> words(Category... categories) {
        return Arrays.stream(categories).map(Category::word).toList();
    }

    private static List<String> words(Transition... transitions) {
        return Arrays.stream(transitions).map(Transition::word).toList();
    }

    private static Shape members(Map<String, Shape> shapes) {
        return Shape.object((at, object, found) -> checkMembers(shapes, at, object, found));
    }

    private static void checkMembers(
            Map<String, Shape> shapes, Pointer at, Json.Obj object, Collection<Violation> found) {
        object.members().forEach((name, value) -> {
            var shape = shapes.get(name);
            if (shape != null && !(value instanceof Json.Null)) {
                shape.check(at.child(name), value, found);
            }
        });
    }

    private static void checkQuantities(Pointer at, Json.Obj quantities, Collection<Violation> found) {
        quantities.stated().members().forEach((name, value) -> QUANTITY.check(at.child(name), value, found));
    }

    /** How many came of each sector. */
    private static void checkAttendance(Pointer at, Json.Obj attendance, Collection<Violation> found) {
        attendance.stated().members().forEach((sector, count) -> {
            if (!Words.SECTOR.contains(sector)) {
                found.add(new Violation(at.child(sector), "One of " + String.join(", ", Words.SECTOR) + " is wanted."));
            }
            QUANTITY.check(at.child(sector), count, found);
        });
    }

    private static void checkAmount(Pointer at, Json.Obj amount, Collection<Violation> found) {
        MONEY_VALUE.check(at.child("value"), amount.get("value").orElse(new Json.Null()), found);
        CURRENCY.check(at.child("currency"), amount.get("currency").orElse(new Json.Null()), found);
        amount.get("purpose").ifPresent(it -> Shape.text(200).check(at.child("purpose"), it, found));
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
