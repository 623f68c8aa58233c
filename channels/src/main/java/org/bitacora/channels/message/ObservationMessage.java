package org.bitacora.channels.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.bitacora.domain.json.Numbers;
import org.bitacora.projections.indicator.change.ObservationChange;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What channels tell of a value that moved.
 *
 * @param territory whose
 * @param indicator of which indicator
 * @param version of its definition
 * @param period in which year or month
 * @param value what it is now
 * @param reason why there is none
 * @param numerator of a ratio
 * @param denominator of a ratio
 * @param position as of which it is so
 */
@Schema(
        name = "FigureTold",
        description = "What channels tell of a value that moved",
        requiredProperties = {"territory", "indicator", "version", "period", "value", "position"})
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
                description = "Why there is no value")
        @Nullable
        String reason,

        @Schema(description = "Of a ratio") @Nullable BigDecimal numerator,
        @Schema(description = "Of a ratio") @Nullable BigDecimal denominator,

        @Schema(examples = "463") long position) {

    /** A change, as of the end of its stretch. */
    public static ObservationMessage of(String territory, ObservationChange observationChange, long position) {
        var value = observationChange.after();
        return new ObservationMessage(
                territory,
                observationChange.definition().code(),
                observationChange.definition().version(),
                observationChange.period().name(),
                Numbers.withoutTrailingZeros(value.number()),
                value.reasonWord().orElse(null),
                Numbers.withoutTrailingZeros(value.numerator()),
                Numbers.withoutTrailingZeros(value.denominator()),
                position);
    }
}
