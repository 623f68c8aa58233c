package org.bitacora.projections.strategy;

import java.time.Instant;
import java.util.Optional;
import org.bitacora.domain.strategy.StrategyCodes;
import org.bitacora.domain.strategy.StrategyDocument;

/**
 * A strategy as it stood from a position of its territory's log on.
 *
 * @param territory whose
 * @param strategy its code
 * @param position of the entry that made it so
 * @param recordedAt when that was recorded
 * @param document what it says
 */
public record StrategyVersion(
        String territory, String strategy, long position, Instant recordedAt, StrategyDocument document) {

    private static final String SUBJECT_INFIX = "/strategies/";

    /** The subject of the events on that one. */
    public static String subject(String territory, String strategy) {
        return territory + SUBJECT_INFIX + strategy;
    }

    /** The code of the strategy that a subject names; empty where it names something else. */
    public static Optional<String> ofSubject(String subject) {
        int slash = subject.indexOf('/');
        return slash > 0 && subject.startsWith(SUBJECT_INFIX, slash)
                ? Optional.of(subject.substring(slash + SUBJECT_INFIX.length())).filter(StrategyCodes::isCode)
                : Optional.empty();
    }
}
