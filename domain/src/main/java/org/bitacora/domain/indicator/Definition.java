package org.bitacora.domain.indicator;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.bitacora.domain.activity.Status;
import org.bitacora.domain.activity.Transition;

/**
 * What an indicator is: an immutable, numbered version. {@link DefinitionReader} makes it of JSON and checks it.
 *
 * @param code its code, such as {@code bh.agreements}
 * @param version 1 for the first
 * @param name what people call it
 * @param measure how the figure comes about
 * @param date the transition whose date places an activity in a period
 * @param unit what the figure is counted in
 * @param direction which way is better
 * @param level its level of result
 * @param hierarchy which decisions it serves
 * @param frequency how often it is published
 * @param group the family that it belongs to
 * @param sheet what people need to know to use it
 */
public record Definition(
        String code,
        int version,
        Names name,
        Measure measure,
        Transition date,
        String unit,
        Direction direction,
        Level level,
        Hierarchy hierarchy,
        Frequency frequency,
        String group,
        Sheet sheet) {

    private static final Pattern CODE = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");
    private static final int LONGEST = 100;

    /** The statuses that count where a definition names none. */
    private static final Set<String> COUNTED = Set.of(Status.FORMALISED.word(), Status.ENDED.word());

    public Definition {
        if (!isCode(code) || version < 1 || date == Transition.UNDONE) {
            throw new IllegalArgumentException("Not checked before: " + code + ", version " + version + ", " + date);
        }
    }

    /** Whether that can be the code of an indicator. */
    public static boolean isCode(String text) {
        return text.length() <= LONGEST && CODE.matcher(text).matches();
    }

    /** Whether the other says the same, whatever its number. */
    public boolean saysTheSameAs(Definition other) {
        return equals(other.numbered(version));
    }

    /** The same under another number. */
    public Definition numbered(int number) {
        return new Definition(
                code, number, name, measure, date, unit, direction, level, hierarchy, frequency, group, sheet);
    }

    /** The same for so many inhabitants, by the reported series {@code population}; empty where it is a ratio already. */
    public Optional<Definition> perInhabitants(long persons) {
        var inhabitants = new Measure.Reported("population", OverTime.LAST, "persons");
        return measure instanceof Measure.Simple simple
                ? Optional.of(
                        with(new Measure.Ratio(simple, inhabitants, BigDecimal.valueOf(persons)), unit + "/" + persons))
                : Optional.empty();
    }

    private Definition with(Measure other, String otherUnit) {
        return new Definition(
                code, version, name, other, date, otherUnit, direction, level, hierarchy, frequency, group, sheet);
    }

    /** The activities that a measure takes, the counted statuses filled in. */
    public static Filter activities(Measure.OfActivities measure) {
        return measure instanceof Measure.Stock
                ? measure.where().with(Field.STATUS, COUNTED)
                : measure.where().orElse(Field.STATUS, COUNTED);
    }

    /** A closed vocabulary, in lower case. */
    public interface Word {
        String name();

        /** The word of the contract. */
        default String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Which way is better. */
    public enum Direction implements Word {
        INCREASE,
        DECREASE,
        MAINTAIN
    }

    /** Levels of result, from what is put in to what it changes. */
    public enum Level implements Word {
        INPUT,
        PROCESS,
        OUTPUT,
        OUTCOME,
        IMPACT
    }

    /** Which decisions a figure serves. */
    public enum Hierarchy implements Word {
        STRATEGIC,
        TACTICAL,
        OPERATIONAL
    }

    /** How often a figure is published. */
    public enum Frequency implements Word {
        MONTHLY,
        QUARTERLY,
        HALF_YEARLY,
        YEARLY
    }
}
