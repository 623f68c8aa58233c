package org.bitacora.domain.strategy;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bitacora.domain.json.Members;

/** What the parts of a strategy have in common: codes and weights. */
public final class Codes {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~-]{0,63}");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Codes() {}

    /** Whether that can be the code of a strategy, or of a part of one. */
    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    static String read(Members at, String member) {
        var code = at.text(member, true);
        if (!code.isEmpty() && !isCode(code)) {
            at.wrong(member, "A code of letters, digits, dots and hyphens is wanted, at most 64.");
        }
        return code;
    }

    /** A weight in percent of its siblings together. */
    static Optional<BigDecimal> weight(Members at) {
        var weight = at.number("weight");
        if (weight.filter(it -> it.signum() < 0 || it.compareTo(HUNDRED) > 0).isPresent()) {
            at.wrong("weight", "A percentage from 0 to 100 is wanted.");
        }
        return weight;
    }
}
