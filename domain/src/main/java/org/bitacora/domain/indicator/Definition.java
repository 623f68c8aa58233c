package org.bitacora.domain.indicator;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.bitacora.domain.activity.ActivityStatus;
import org.bitacora.domain.activity.Transition;

/**
 * What an indicator is: an immutable, numbered version. {@link DefinitionReader} makes it of JSON and checks it.
 *
 * @param code its code, such as {@code bh.agreements}
 * @param version 1 for the first
 * @param name what people call it
 * @param measure how the figure comes about
 * @param dateTransition the transition whose date places an activity in a period
 * @param unit what the figure is counted in
 * @param direction which way is better
 * @param level its level of result
 * @param hierarchy which decisions it serves
 * @param frequency how often it is published
 * @param group the family that it belongs to
 * @param metadata what people need to know to use it
 */
public record Definition(
        String code,
        int version,
        LocalizedText name,
        Measure measure,
        Transition dateTransition,
        String unit,
        Direction direction,
        ResultLevel level,
        Hierarchy hierarchy,
        Frequency frequency,
        String group,
        IndicatorMetadata metadata) {

    private static final Pattern CODE = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");
    private static final int MAX_CODE_LENGTH = 100;

    /** The statuses that count where a definition names none. */
    private static final Set<String> COUNTED_STATUSES =
            Set.of(ActivityStatus.FORMALISED.word(), ActivityStatus.ENDED.word());

    public Definition {
        if (!isCode(code) || version < 1 || dateTransition == Transition.UNDONE) {
            throw new IllegalArgumentException(
                    "Not checked before: " + code + ", version " + version + ", " + dateTransition);
        }
    }

    /** Whether that can be the code of an indicator. */
    public static boolean isCode(String text) {
        return text.length() <= MAX_CODE_LENGTH && CODE.matcher(text).matches();
    }

    /** Whether the other says the same, whatever its number. */
    public boolean hasSameContentAs(Definition other) {
        return equals(other.withVersion(version));
    }

    /** The same under another number. */
    public Definition withVersion(int number) {
        return new Definition(
                code,
                number,
                name,
                measure,
                dateTransition,
                unit,
                direction,
                level,
                hierarchy,
                frequency,
                group,
                metadata);
    }

    /** The same for so many inhabitants, by the reported series {@code population}; empty where it is a ratio already. */
    public Optional<Definition> perInhabitants(long persons) {
        var inhabitants = new Measure.ReportedSeries("population", TimeAggregation.LAST, "persons");
        return measure instanceof Measure.SimpleMeasure simpleMeasure
                ? Optional.of(with(
                        new Measure.Ratio(simpleMeasure, inhabitants, BigDecimal.valueOf(persons)),
                        unit + "/" + persons))
                : Optional.empty();
    }

    private Definition with(Measure other, String otherUnit) {
        return new Definition(
                code,
                version,
                name,
                other,
                dateTransition,
                otherUnit,
                direction,
                level,
                hierarchy,
                frequency,
                group,
                metadata);
    }

    /** The activities that a measure takes, the counted statuses filled in. */
    public static Filter effectiveFilter(Measure.ActivityMeasure measure) {
        return measure instanceof Measure.Stock
                ? measure.where().with(FilterField.STATUS, COUNTED_STATUSES)
                : measure.where().orElse(FilterField.STATUS, COUNTED_STATUSES);
    }

    /** A closed vocabulary, in lower case. */
    public interface VocabularyWord {
        String name();

        /** The word of the contract. */
        default String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Which way is better. */
    public enum Direction implements VocabularyWord {
        INCREASE,
        DECREASE,
        MAINTAIN
    }

    /** Levels of result, from what is put in to what it changes. */
    public enum ResultLevel implements VocabularyWord {
        INPUT,
        PROCESS,
        OUTPUT,
        OUTCOME,
        IMPACT
    }

    /** Which decisions a figure serves. */
    public enum Hierarchy implements VocabularyWord {
        STRATEGIC,
        TACTICAL,
        OPERATIONAL
    }

    /** How often a figure is published. */
    public enum Frequency implements VocabularyWord {
        MONTHLY,
        QUARTERLY,
        HALF_YEARLY,
        YEARLY
    }
}
