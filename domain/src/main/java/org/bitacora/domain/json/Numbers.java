package org.bitacora.domain.json;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Numbers as they are written in JSON: without zeros at the end, and never with an exponent. */
public final class Numbers {

    private Numbers() {}

    /** The number without zeros at the end, with a scale that is not negative. */
    public static BigDecimal withoutTrailingZeros(BigDecimal value) {
        var plain = value.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /** The number without zeros at the end; null where there is none. */
    public static @Nullable BigDecimal withoutTrailingZeros(Optional<BigDecimal> value) {
        return value.map(Numbers::withoutTrailingZeros).orElse(null);
    }
}
