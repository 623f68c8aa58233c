package org.bitacora.domain.indicator;

import java.util.Set;
import java.util.TreeSet;
import org.bitacora.domain.activity.Status;
import org.bitacora.domain.activity.Transition;

/**
 * What an indicator is: an immutable, numbered version.
 *
 * @param code its code, such as {@code bh.agreements}
 * @param version 1 for the first
 * @param name what people call it
 * @param measure how the figure follows from activities
 * @param date the transition whose date places an activity in a period
 * @param unit what the figure counts
 * @param direction which way is better
 * @param level its level of result: input, process, output, outcome, impact
 * @param hierarchy strategic, tactical or operational
 * @param group the family that it belongs to
 * @param purpose what it measures and what for
 */
public record Definition(
        String code,
        int version,
        Names name,
        Measure measure,
        Transition date,
        String unit,
        Direction direction,
        String level,
        String hierarchy,
        String group,
        Names purpose) {

    /** The statuses that count where a definition names none. */
    private static final Set<String> COUNTED = Set.of(Status.FORMALISED.word(), Status.ENDED.word());

    private static final Set<String> LEVELS = Set.of("input", "process", "output", "outcome", "impact");
    private static final Set<String> HIERARCHIES = Set.of("strategic", "tactical", "operational");

    public Definition {
        require(code.matches("[a-z0-9]+([.-][a-z0-9]+)*"), "code: not the code of an indicator: " + code);
        require(version > 0, "version: versions count from 1");
        require(date != Transition.UNDONE, "date: one of planned, formalised, ended");
        require(LEVELS.contains(level), "level: one of " + new TreeSet<>(LEVELS));
        require(HIERARCHIES.contains(hierarchy), "hierarchy: one of " + new TreeSet<>(HIERARCHIES));
    }

    /** The activities that it takes, the counted statuses filled in. */
    public Filter activities() {
        return measure.where().orElse(Field.STATUS, COUNTED);
    }

    /** Which way is better. */
    public enum Direction {
        INCREASE,
        DECREASE,
        MAINTAIN
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
