package org.bitacora.domain.activity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.bitacora.domain.activity.ValueConstraint.MembersConstraint;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Violation;
import org.bitacora.domain.territory.Countries;

/**
 * Validates the data of an activity event against the contract (design, section 3). The validator sees only this one
 * event. A contradiction with other events of the activity is not refused; it becomes an {@link Inconsistency}.
 */
public final class ActivityDataValidator {

    private static final int LONG_TEXT = 20_000;
    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(15);
    private static final Pattern MONEY = Pattern.compile("\\d{1,15}(\\.\\d{1,6})?");

    private static final ValueConstraint DATE = ValueConstraint.text(
            text -> PartialDate.of(text).isPresent(),
            Detail.of("Expected a date, for example 2014-05-12, 2014-05 or 2014."));
    private static final ValueConstraint COUNTRY = ValueConstraint.text(
            Countries::exists, Detail.of("Unknown country. Expected an ISO 3166-1 alpha-2 code, for example AR."));
    private static final ValueConstraint NAMES = ValueConstraint.list(ValueConstraint.text(200));
    private static final ValueConstraint GOAL =
            ValueConstraint.number(ActivityDataValidator::isGoal, Detail.of("Expected a whole number from 1 to 17."));
    private static final ValueConstraint LEVEL = ValueConstraint.number(
            ActivityDataValidator::isLevel, Detail.of("Expected a level: a whole number from 1 to 1000."));
    private static final ValueConstraint QUANTITY = ValueConstraint.number(
            ActivityDataValidator::isQuantity, Detail.of("Expected a number from 0 to below 10^15."));
    private static final ValueConstraint MONEY_VALUE = ValueConstraint.text(
            text -> MONEY.matcher(text).matches(),
            Detail.of("Expected a non-negative decimal as a string, for example \"120000.00\"."));
    private static final ValueConstraint CURRENCY = ValueConstraint.text(
            Currencies::exists, Detail.of("Unknown currency. Expected an ISO 4217 code, for example BRL."));
    private static final ValueConstraint BY = ValueConstraint.text(200);
    private static final ValueConstraint NOT_EMPTY =
            ValueConstraint.text(text -> !text.isEmpty(), Detail.of("Expected a text that is not empty."));
    private static final ValueConstraint COUNTERPART = members(
            List.of(),
            Map.of(
                    "name", ValueConstraint.text(500),
                    "type", ValueConstraint.word(Vocabularies.COUNTERPART_TYPE),
                    "country", COUNTRY,
                    "city", ValueConstraint.text(200)));
    private static final ValueConstraint ACTOR = members(
            List.of(),
            Map.of(
                    "actor", ValueConstraint.text(200),
                    "role", ValueConstraint.text(200),
                    "sector", ValueConstraint.word(Vocabularies.SECTOR)));
    private static final ValueConstraint PLACE =
            members(List.of(), Map.of("country", COUNTRY, "city", ValueConstraint.text(200)));
    private static final ValueConstraint EVENT =
            members(List.of("source", "id"), Map.of("source", NOT_EMPTY, "id", NOT_EMPTY));
    private static final ValueConstraint AMOUNT = members(
            List.of("value", "currency"),
            Map.of(
                    "id",
                    ValueConstraint.text(200),
                    "value",
                    MONEY_VALUE,
                    "currency",
                    CURRENCY,
                    "purpose",
                    ValueConstraint.text(200)));

    private static final MembersConstraint DATA = new MembersConstraint(constraints(), List.of());

    private ActivityDataValidator() {}

    /** The violations in the data of an event, with pointers below {@code at}; empty if the data is valid. */
    public static List<Violation> validate(Pointer at, Json.Obj data) {
        var found = new ArrayList<Violation>();
        DATA.check(at, data, found);
        if (found.isEmpty()) {
            checkDates(at, data, found);
        }
        return found;
    }

    /**
     * The violations of the members whose names the contract does not state, at any depth except in {@code private} and
     * {@code quantities}. Members whose names start with {@code x-} belong to the sender. Recorded events may contain
     * such members, because they were permitted when these events were recorded.
     */
    public static List<Violation> findUnknownMembers(Pointer at, Json.Obj data) {
        var found = new ArrayList<Violation>();
        DATA.findUnknownMembers(at, data, found);
        return found;
    }

    private static Map<String, ValueConstraint> constraints() {
        var constraints = new LinkedHashMap<String, ValueConstraint>();
        constraints.put("title", ValueConstraint.text(1_000));
        constraints.put("on", DATE);
        constraints.put("start", DATE);
        constraints.put("end", DATE);
        constraints.put("role", ValueConstraint.word(Vocabularies.ROLE));
        constraints.put("categories", ValueConstraint.list(ValueConstraint.word(words(Category.values()))));
        constraints.put("counterparts", ValueConstraint.list(COUNTERPART));
        constraints.put("actors", ValueConstraint.list(ACTOR));
        constraints.put("motivation", ValueConstraint.word(Vocabularies.MOTIVATION));
        constraints.put("dimension", ValueConstraint.word(Vocabularies.DIMENSION));
        constraints.put("themes", NAMES);
        constraints.put("sdgs", ValueConstraint.list(GOAL));
        constraints.put("objectives", NAMES);
        constraints.put("quantities", ValueConstraint.object(ActivityDataValidator::checkQuantities));
        constraints.put("amounts", ValueConstraint.list(AMOUNT));
        constraints.put("scale", ValueConstraint.word(Vocabularies.SCALE));
        constraints.put("place", PLACE);
        constraints.put("funding", ValueConstraint.word(Vocabularies.FUNDING));
        constraints.put("space", ValueConstraint.word(Vocabularies.SPACE));
        constraints.put("attendance", ValueConstraint.object(ActivityDataValidator::checkAttendance));
        constraints.put("product", ValueConstraint.text(LONG_TEXT));
        constraints.put("results", ValueConstraint.text(LONG_TEXT));
        constraints.put("links", ValueConstraint.list(ValueConstraint.text(2_000)));
        constraints.put("joint", ValueConstraint.text(200));
        constraints.put("transition", ValueConstraint.word(words(Transition.values())));
        constraints.put("rubric", ValueConstraint.text(200));
        constraints.put("level", LEVEL);
        constraints.put("by", BY);
        constraints.put("text", ValueConstraint.text(4_000));
        constraints.put("event", EVENT);
        constraints.put("private", ValueConstraint.object((_, _, _) -> {}));
        return constraints;
    }

    private static List<String> words(Category... categories) {
        return Arrays.stream(categories).map(Category::word).toList();
    }

    private static List<String> words(Transition... transitions) {
        return Arrays.stream(transitions).map(Transition::word).toList();
    }

    private static ValueConstraint members(List<String> required, Map<String, ValueConstraint> constraints) {
        return new MembersConstraint(constraints, required);
    }

    private static void checkQuantities(Pointer at, Json.Obj quantities, Collection<Violation> found) {
        quantities.omitNulls().members().forEach((name, value) -> QUANTITY.check(at.child(name), value, found));
    }

    /** Checks the number of attendees of each sector. */
    private static void checkAttendance(Pointer at, Json.Obj attendance, Collection<Violation> found) {
        attendance.omitNulls().members().forEach((sector, count) -> {
            if (!Vocabularies.SECTOR.contains(sector)) {
                found.add(new Violation(
                        at.child(sector), Detail.of("Expected one of {0}.", String.join(", ", Vocabularies.SECTOR))));
            }
            QUANTITY.check(at.child(sector), count, found);
        });
    }

    private static void checkDates(Pointer at, Json.Obj data, Collection<Violation> found) {
        var start = data.text("start").flatMap(PartialDate::of);
        var end = data.text("end").flatMap(PartialDate::of);
        if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
            found.add(new Violation(
                    at.child("end"),
                    Detail.of(
                            "The end {0} is before the start {1}.",
                            end.get().text(), start.get().text())));
        }
    }

    private static boolean isGoal(Json.Num number) {
        return isWholeUpTo(17, number);
    }

    private static boolean isLevel(Json.Num number) {
        return isWholeUpTo(1_000, number);
    }

    private static boolean isWholeUpTo(int max, Json.Num number) {
        var value = number.value().stripTrailingZeros();
        return value.scale() <= 0 && value.signum() > 0 && value.compareTo(BigDecimal.valueOf(max)) <= 0;
    }

    private static boolean isQuantity(Json.Num number) {
        var value = number.value();
        return value.signum() >= 0 && value.compareTo(LARGEST) < 0 && value.scale() <= 20;
    }
}
