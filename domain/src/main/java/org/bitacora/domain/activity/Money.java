package org.bitacora.domain.activity;

import java.math.BigDecimal;
import java.util.Optional;
import org.bitacora.domain.json.Json;

/** An amount of money. The purpose is empty if none is stated. */
public record Money(BigDecimal value, String currency, String purpose) {

    /** The amount in an item of {@code amounts}; empty if the item has none. */
    static Optional<Money> of(Json item) {
        return item instanceof Json.Obj amount
                ? amount.text("value").flatMap(value -> amount.text("currency")
                        .map(currency -> new Money(
                                new BigDecimal(value),
                                currency,
                                amount.text("purpose").orElse(""))))
                : Optional.empty();
    }
}
