package org.bitacora.api.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The comparison of territories by an indicator in one period.
 *
 * @param indicator the definition
 * @param period the period
 * @param per the number of inhabitants that values refer to; null for absolute values
 * @param unit the unit in which the compared values were reported, if the definition does not set a unit
 * @param compared the compared territories, by rank
 * @param quartiles the quartiles of the compared values; null if there are none
 * @param others the territories that cannot be compared, with the reason
 */
@Schema(name = "Benchmark", description = "The comparison of territories by an indicator in one period")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BenchmarkResponse(
        ObservationsResponse.ObservedIndicator indicator,
        @Schema(examples = "2014") String period,

        @Schema(
                examples = "100000",
                description = "The number of inhabitants that values refer to; absent" + " for absolute values")
        @Nullable
        Long per,

        @Schema(
                examples = "USD",
                description = "The unit in which the compared values were reported, if the definition does"
                        + " not set a unit")
        @Nullable
        String unit,

        List<ComparedTerritory> compared,

        @Nullable BenchmarkQuartiles quartiles,

        List<ExcludedTerritory> others) {

    public BenchmarkResponse {
        compared = List.copyOf(compared);
        others = List.copyOf(others);
    }

    /**
     * A compared territory.
     *
     * @param territory the code of the territory
     * @param name the name of the territory
     * @param value the value
     * @param rank the rank, 1 for the best; equal values have the same rank
     * @param quarter the quarter of the values in which the value lies, from 1 (lowest) to 4
     * @param numerator the numerator of a ratio; null for other values
     * @param denominator the denominator of a ratio; null for other values
     * @param position the position of the log that the value is as of
     * @param evidence the root-relative URL of the evidence
     */
    @Schema(name = "BenchmarkCompared", description = "A compared territory")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ComparedTerritory(
            @Schema(examples = "br-ba") String territory,
            @Schema(examples = "Bahia") String name,
            @Schema(examples = "203") BigDecimal value,

            @Schema(examples = "1", description = "The rank, 1 for the best; equal values have the same" + " rank")
            int rank,

            @Schema(
                    minimum = "1",
                    maximum = "4",
                    description = "The quarter of the values in which the value lies, from 1 (lowest) to 4")
            int quarter,

            @Schema(description = "The numerator of a ratio") @Nullable
            BigDecimal numerator,

            @Schema(description = "The denominator of a ratio") @Nullable
            BigDecimal denominator,

            @Schema(examples = "463") long position,

            @Schema(examples = "/v1/territories/br-ba/indicators/bahia.visits/evidence?asOf=463&period=2014")
            String evidence) {}

    /** The lowest and the highest value, and the quartiles, by linear interpolation between values. */
    @Schema(
            name = "BenchmarkQuartiles",
            description = "The lowest and the highest of the compared values, and the values below which a"
                    + " quarter (first), a half (median) and three quarters (third) of them lie, by"
                    + " linear interpolation")
    public record BenchmarkQuartiles(
            BigDecimal lowest, BigDecimal first, BigDecimal median, BigDecimal third, BigDecimal highest) {}

    /**
     * A territory that cannot be compared.
     *
     * @param territory the code of the territory
     * @param name the name of the territory
     * @param reason why the territory cannot be compared
     */
    @Schema(name = "BenchmarkOther", description = "A territory that cannot be compared")
    public record ExcludedTerritory(
            @Schema(examples = "br-belo-horizonte") String territory,
            @Schema(examples = "Belo Horizonte") String name,

            @Schema(
                    enumeration = {
                        "not-defined",
                        "other-definition",
                        "incomplete",
                        "provisional",
                        "catching-up",
                        "not-covered",
                        "not-reported",
                        "other-unit",
                        "no-exchange-rate",
                        "zero-denominator"
                    },
                    description = "Why the territory cannot be compared. not-defined, other-definition: the"
                            + " territory has no definition of the indicator, or a different one;"
                            + " not-covered: the value is 0 and the period is before or after all"
                            + " activity of the territory; incomplete, provisional, catching-up: the status of"
                            + " the value; other-unit: the unit is not the most frequent one, or"
                            + " differs from that of the definition; the other values: why there"
                            + " is no value")
            String reason) {}
}
