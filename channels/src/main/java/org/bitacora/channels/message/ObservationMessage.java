package org.bitacora.channels.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.bitacora.domain.json.Numbers;
import org.bitacora.projections.indicator.change.ObservationChange;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A changed observation as channels send it.
 *
 * @param territory the code of the territory
 * @param indicator the code of the indicator
 * @param version the version of its definition
 * @param period the year or month
 * @param value the new value; null if there is none
 * @param reason why there is no value
 * @param numerator the numerator of a ratio
 * @param denominator the denominator of a ratio
 * @param status how reliable the value is
 * @param position the position as of which the value is computed
 */
@Schema(name = "ObservationMessage", description = "A changed observation")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ObservationMessage(
        @Schema(examples = "br-ba") String territory,
        @Schema(examples = "bahia.visits") String indicator,
        @Schema(examples = "1") int version,
        @Schema(examples = "2014-05") String period,

        @Schema(examples = "13", nullable = true) @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
        BigDecimal value,

        @Schema(
                enumeration = {"not-reported", "other-unit", "no-exchange-rate", "zero-denominator"},
                description = "Why there is no value; absent if there is one")
        @Nullable
        String reason,

        @Schema(description = "The numerator of a ratio") @Nullable
        BigDecimal numerator,

        @Schema(description = "The denominator of a ratio") @Nullable
        BigDecimal denominator,

        @Schema(
                enumeration = {"normal", "incomplete", "provisional"},
                description = "incomplete: activities of the territory are parked, or data such as an exchange"
                        + " rate is missing; provisional: a reported value may still be revised")
        String status,

        @Schema(examples = "463") long position) {

    /** Returns the message of a change, as of the end of its range. */
    public static ObservationMessage of(String territory, ObservationChange observationChange, long position) {
        var value = observationChange.after();
        return new ObservationMessage(
                territory,
                observationChange.definition().code().value(),
                observationChange.definition().version(),
                observationChange.period().name(),
                Numbers.withoutTrailingZeros(value.number()),
                value.reasonWord().orElse(null),
                Numbers.withoutTrailingZeros(value.numerator()),
                Numbers.withoutTrailingZeros(value.denominator()),
                observationChange.status().word(),
                position);
    }
}
