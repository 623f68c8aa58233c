package org.bitacora.api.answer;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Numbers as answers have them: without zeros at the end, and never with an exponent. */
public final class Plain {

    private Plain() {}

    /** The number. */
    public static BigDecimal number(BigDecimal value) {
        var plain = value.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /** The number; null where there is none. */
    public static @Nullable BigDecimal number(Optional<BigDecimal> value) {
        return value.map(Plain::number).orElse(null);
    }
}
