package org.bitacora.projections.strategy;

import java.time.Instant;
import java.util.Optional;
import org.bitacora.domain.strategy.Codes;
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

    private static final String BELOW = "/strategies/";

    /** The subject of the events on that one. */
    public static String subject(String territory, String strategy) {
        return territory + BELOW + strategy;
    }

    /** The code of the strategy that a subject names; empty where it names something else. */
    public static Optional<String> ofSubject(String subject) {
        int slash = subject.indexOf('/');
        return slash > 0 && subject.startsWith(BELOW, slash)
                ? Optional.of(subject.substring(slash + BELOW.length())).filter(Codes::isCode)
                : Optional.empty();
    }
}
