package org.bitacora.domain.json;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Formats numbers for JSON: without trailing zeros and without an exponent. */
public final class Numbers {

    private Numbers() {}

    /** The number without trailing zeros, with a scale of at least zero. */
    public static BigDecimal withoutTrailingZeros(BigDecimal value) {
        var plain = value.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /** The number without trailing zeros; null if there is none. */
    public static @Nullable BigDecimal withoutTrailingZeros(Optional<BigDecimal> value) {
        return value.map(Numbers::withoutTrailingZeros).orElse(null);
    }
}
