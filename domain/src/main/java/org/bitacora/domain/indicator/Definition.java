package org.bitacora.domain.indicator;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bitacora.domain.activity.ActivityStatus;
import org.bitacora.domain.activity.Transition;
import org.bitacora.domain.identifier.IndicatorCode;

/**
 * The definition of an indicator: an immutable, numbered version. {@link DefinitionReader} reads and validates it.
 *
 * @param code the code of the indicator, for example {@code bh.agreements}
 * @param version the version, starting at 1
 * @param name the display name
 * @param measure how observations are computed
 * @param dateTransition the transition whose date assigns an activity to a period
 * @param unit the unit of the observations
 * @param direction the direction in which the values improve
 * @param level the level of result
 * @param hierarchy the level of the decisions that the indicator serves
 * @param frequency how often the indicator is published
 * @param group the group to which the indicator belongs
 * @param metadata the documentation for users of the indicator
 */
public record Definition(
        IndicatorCode code,
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

    /** The statuses that are counted if a definition names none. */
    private static final Set<String> COUNTED_STATUSES =
            Set.of(ActivityStatus.FORMALISED.word(), ActivityStatus.ENDED.word());

    public Definition {
        if (version < 1 || dateTransition == Transition.UNDONE) {
            throw new IllegalArgumentException(
                    "Invalid definition: " + code + ", version " + version + ", date " + dateTransition);
        }
    }

    /** Whether the other definition has the same content, regardless of the version. */
    public boolean hasSameContentAs(Definition other) {
        return equals(other.withVersion(version));
    }

    /** A copy of this definition with another version. */
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

    /**
     * The same indicator per number of inhabitants, by the reported series {@code population}; empty if the measure is
     * already a ratio.
     */
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

    /** The filter of a measure, with the counted statuses filled in. */
    public static Filter effectiveFilter(Measure.ActivityMeasure measure) {
        return measure instanceof Measure.Stock
                ? measure.where().with(FilterField.STATUS, COUNTED_STATUSES)
                : measure.where().orElse(FilterField.STATUS, COUNTED_STATUSES);
    }

    /** A closed vocabulary whose names in the contract are the constants in lower case. */
    public interface VocabularyWord {
        String name();

        /** The name that the contract uses for this constant. */
        default String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The direction in which values improve. */
    public enum Direction implements VocabularyWord {
        INCREASE,
        DECREASE,
        MAINTAIN
    }

    /** Levels of result, from inputs to impact. */
    public enum ResultLevel implements VocabularyWord {
        INPUT,
        PROCESS,
        OUTPUT,
        OUTCOME,
        IMPACT
    }

    /** The level of the decisions that an indicator serves. */
    public enum Hierarchy implements VocabularyWord {
        STRATEGIC,
        TACTICAL,
        OPERATIONAL
    }

    /** How often an indicator is published. */
    public enum Frequency implements VocabularyWord {
        MONTHLY,
        QUARTERLY,
        HALF_YEARLY,
        YEARLY
    }
}
