package org.bitacora.api.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An indicator of several territories, side by side.
 *
 * @param indicator of which definition
 * @param period in which period
 * @param per for how many inhabitants
 * @param unit in which unit values were reported, where the definition leaves that open
 * @param compared those that can be compared, the best first
 * @param quartiles how their values are spread; null where there are none
 * @param others those that cannot, with the reason
 */
@Schema(name = "Benchmark", description = "An indicator of several territories, side by side")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BenchmarkResponse(
        ObservationsResponse.ObservedIndicator indicator,
        @Schema(examples = "2014") String period,

        @Schema(examples = "100000", description = "For how many inhabitants") @Nullable
        Long per,

        @Schema(
                examples = "USD",
                description = "In which unit values were reported, where the definition leaves that open")
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
     * A territory among those that can be compared.
     *
     * @param territory which
     * @param name what it is called
     * @param value its value
     * @param rank 1 for the best; what is alike has the same
     * @param quarter in which quarter of the values it lies, 1 for the lowest
     * @param numerator of a ratio
     * @param denominator of a ratio
     * @param position as of which it is so
     * @param evidence where what stands behind it is
     */
    @Schema(name = "BenchmarkCompared", description = "A territory among those that can be compared")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ComparedTerritory(
            @Schema(examples = "br-ba") String territory,
            @Schema(examples = "Bahia") String name,
            @Schema(examples = "203") BigDecimal value,

            @Schema(examples = "1", description = "1 for the best; what is alike has the same")
            int rank,

            @Schema(
                    minimum = "1",
                    maximum = "4",
                    description = "In which quarter of the values it lies, 1 for the lowest")
            int quarter,

            @Schema(description = "Of a ratio") @Nullable BigDecimal numerator,
            @Schema(description = "Of a ratio") @Nullable BigDecimal denominator,
            @Schema(examples = "463") long position,

            @Schema(examples = "/v1/territories/br-ba/indicators/bahia.visits/evidence?asOf=463&period=2014")
            String evidence) {}

    /** The values below which a quarter, a half and three quarters of them lie, and both ends. */
    @Schema(
            name = "BenchmarkQuartiles",
            description = "The values below which a quarter, a half and three quarters of them lie, and both ends")
    public record BenchmarkQuartiles(
            BigDecimal lowest, BigDecimal first, BigDecimal median, BigDecimal third, BigDecimal highest) {}

    /**
     * A territory that cannot be compared.
     *
     * @param territory which
     * @param name what it is called
     * @param reason why not
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
                        "not-covered",
                        "not-reported",
                        "other-unit",
                        "no-exchange-rate",
                        "zero-denominator"
                    },
                    description =
                            "not-defined and other-definition of an indicator that territories define themselves; not-covered"
                                    + " where activities count 0 in a period before or after all that took place; else the status"
                                    + " of its value, or why it has none")
            String reason) {}
}
