package org.bitacora.domain.strategy;

import java.math.BigDecimal;
import java.util.Optional;
import org.bitacora.domain.identifier.EntityCodes;
import org.bitacora.domain.json.JsonObjectReader;
import org.bitacora.domain.refusal.Detail;

/** Reads the codes and weights in the sections of a strategy. */
public final class StrategyCodes {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private StrategyCodes() {}

    /** Whether a text has the form of a code of a strategy or of an item in it. */
    public static boolean isCode(String text) {
        return EntityCodes.isWellFormed(text);
    }

    static String readCode(JsonObjectReader at, String member) {
        var code = at.requiredText(member);
        if (!code.isEmpty() && !isCode(code)) {
            at.addViolation(
                    member,
                    Detail.of(
                            "Expected a code of 1 to 64 letters, digits or ._~-, starting with a letter or a digit."));
        }
        return code;
    }

    /** A weight in percent of all siblings. */
    static Optional<BigDecimal> readWeight(JsonObjectReader at) {
        var weight = at.number("weight");
        if (weight.filter(it -> it.signum() < 0 || it.compareTo(HUNDRED) > 0).isPresent()) {
            at.addViolation("weight", Detail.of("Expected a percentage from 0 to 100."));
        }
        return weight;
    }
}
