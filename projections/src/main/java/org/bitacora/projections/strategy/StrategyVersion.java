package org.bitacora.projections.strategy;

import java.time.Instant;
import java.util.Optional;
import org.bitacora.domain.strategy.StrategyCodes;
import org.bitacora.domain.strategy.StrategyDocument;

/**
 * A version of a strategy: its document from a position of its territory's log on.
 *
 * @param territory the territory of the strategy
 * @param strategy the code of the strategy
 * @param position the position of the entry that started this version
 * @param recordedAt when that entry was recorded
 * @param document the content of the strategy
 */
public record StrategyVersion(
        String territory, String strategy, long position, Instant recordedAt, StrategyDocument document) {

    private static final String SUBJECT_INFIX = "/strategies/";

    /** Returns the subject of the events of a strategy. */
    public static String subject(String territory, String strategy) {
        return territory + SUBJECT_INFIX + strategy;
    }

    /** Returns the code of the strategy that a subject names; empty if the subject is not a strategy. */
    public static Optional<String> ofSubject(String subject) {
        int slash = subject.indexOf('/');
        return slash > 0 && subject.startsWith(SUBJECT_INFIX, slash)
                ? Optional.of(subject.substring(slash + SUBJECT_INFIX.length())).filter(StrategyCodes::isCode)
                : Optional.empty();
    }
}
