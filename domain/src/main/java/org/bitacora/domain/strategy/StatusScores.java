package org.bitacora.domain.strategy;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a status is worth in a mean, from 0 to 100: green is 100, amber from 80 on, red less. Within that the number tells
 * how far one is; what is more than reached scores no more than reached, else it would hide what is not.
 */
final class StatusScores {

    private static final int DIGITS = 4;
    private static final BigDecimal GREEN = BigDecimal.valueOf(100);
    private static final BigDecimal AMBER = BigDecimal.valueOf(80);
    private static final BigDecimal LEAST = new BigDecimal("0.0001");

    /** The middles, where the number is none of a way. */
    private static final BigDecimal SOME_AMBER = BigDecimal.valueOf(90);

    private static final BigDecimal SOME_RED = BigDecimal.valueOf(40);

    private StatusScores() {}

    /** Of a status, where so much of the way was made: 1 is all of it. */
    static BigDecimal scoreOf(AttainmentStatus attainmentStatus, BigDecimal part) {
        var percent = part.multiply(GREEN).setScale(DIGITS, RoundingMode.HALF_UP);
        return switch (attainmentStatus) {
            case GREEN -> GREEN;
            case AMBER -> percent.max(AMBER).min(GREEN.subtract(LEAST));
            case RED, INSUFFICIENT, NO_VALUE, NO_TARGET ->
                percent.max(BigDecimal.ZERO).min(AMBER.subtract(LEAST));
        };
    }

    /** Of a status by itself. */
    static BigDecimal scoreOf(AttainmentStatus attainmentStatus) {
        return switch (attainmentStatus) {
            case GREEN -> GREEN;
            case AMBER -> SOME_AMBER;
            case RED, INSUFFICIENT, NO_VALUE, NO_TARGET -> SOME_RED;
        };
    }

    /** The status that a mean of scores stands for. */
    static AttainmentStatus statusOf(BigDecimal mean) {
        return mean.compareTo(GREEN) >= 0
                ? AttainmentStatus.GREEN
                : mean.compareTo(AMBER) >= 0 ? AttainmentStatus.AMBER : AttainmentStatus.RED;
    }
}
