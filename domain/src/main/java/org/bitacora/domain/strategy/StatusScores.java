package org.bitacora.domain.strategy;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The score of a status in a mean, from 0 to 100: green is 100, amber is 80 or more, red is less. Within the range of
 * the status the score depends on the number. A value beyond its target scores no more than 100, so that it cannot hide
 * a missed target.
 */
final class StatusScores {

    private static final int DIGITS = 4;
    private static final BigDecimal GREEN = BigDecimal.valueOf(100);
    private static final BigDecimal AMBER = BigDecimal.valueOf(80);
    private static final BigDecimal LEAST = new BigDecimal("0.0001");

    /** The middle of the range, used if the number is not a fraction of the way. */
    private static final BigDecimal SOME_AMBER = BigDecimal.valueOf(90);

    private static final BigDecimal SOME_RED = BigDecimal.valueOf(40);

    private StatusScores() {}

    /** The score of a status for a completed fraction of the way; 1 is all of it. */
    static BigDecimal scoreOf(AttainmentStatus attainmentStatus, BigDecimal part) {
        var percent = part.multiply(GREEN).setScale(DIGITS, RoundingMode.HALF_UP);
        return switch (attainmentStatus) {
            case GREEN -> GREEN;
            case AMBER -> percent.max(AMBER).min(GREEN.subtract(LEAST));
            case RED, INSUFFICIENT, NO_VALUE, NO_TARGET ->
                percent.max(BigDecimal.ZERO).min(AMBER.subtract(LEAST));
        };
    }

    /** The score of a status alone. */
    static BigDecimal scoreOf(AttainmentStatus attainmentStatus) {
        return switch (attainmentStatus) {
            case GREEN -> GREEN;
            case AMBER -> SOME_AMBER;
            case RED, INSUFFICIENT, NO_VALUE, NO_TARGET -> SOME_RED;
        };
    }

    /** The status that corresponds to a mean of scores. */
    static AttainmentStatus statusOf(BigDecimal mean) {
        return mean.compareTo(GREEN) >= 0
                ? AttainmentStatus.GREEN
                : mean.compareTo(AMBER) >= 0 ? AttainmentStatus.AMBER : AttainmentStatus.RED;
    }
}
