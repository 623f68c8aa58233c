package org.bitacora.api.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bitacora.domain.indicator.Value;
import org.bitacora.domain.json.Numbers;
import org.bitacora.projections.indicator.change.ObservationChange;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The values that changed by a range of a log.
 *
 * @param territory the code of the territory
 * @param from the position after which the range starts
 * @param to the last position of the range; the next range starts after it
 * @param generation the generation of the read models; in another generation, values as of earlier
 *     positions may differ
 * @param items the changed values
 * @param next the root-relative URL of the next range; null at the end of the log
 */
@Schema(name = "ChangesResponse", description = "The values by year and by month that changed by a range" + " of a log")
public record ChangesResponse(
        @Schema(examples = "br-ba") String territory,
        @Schema(examples = "461") long from,
        @Schema(examples = "463") long to,

        @Schema(
                examples = "1",
                description = "The generation of the read models. If it differs from that of the previous"
                        + " response, start a new copy with `after=0`: a replay of parked events"
                        + " or a rebuild may have changed values as of earlier positions")
        long generation,

        List<ChangeResponse> items,

        @Schema(nullable = true, examples = "/v1/territories/br-ba/changes?after=463") @Nullable
        String next) {

    /** A changed value. */
    @Schema(name = "ObservationChange", description = "A changed value")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ChangeResponse(
            @Schema(examples = "bahia.visits") String indicator,
            @Schema(examples = "1") int version,
            @Schema(examples = "2014-05") String period,

            @Schema(
                    examples = "12",
                    description = "The previous value; absent if there was none (see oldReason), or if the"
                            + " period was not covered before (no oldReason)")
            @Nullable
            BigDecimal oldValue,

            @Nullable String oldReason,

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
                    description = "incomplete: activities of the territory are parked, or data such as an"
                            + " exchange rate is missing; provisional: a reported value may still"
                            + " be revised")
            String status,

            @Schema(examples = "463", description = "The position of the log that the value is as of")
            long position,

            List<EventReference> events) {

        /** The columns of the CSV table, in order. */
        public static final List<String> COLUMNS = List.of(
                "indicator",
                "version",
                "period",
                "oldValue",
                "oldReason",
                "value",
                "reason",
                "numerator",
                "denominator",
                "status",
                "position",
                "events");

        /** Returns a change, as of the last position of its range. */
        public static ChangeResponse of(ObservationChange observationChange, long position) {
            return new ChangeResponse(
                    observationChange.definition().code().value(),
                    observationChange.definition().version(),
                    observationChange.period().name(),
                    Numbers.withoutTrailingZeros(observationChange.before().flatMap(Value::number)),
                    observationChange.before().flatMap(Value::reasonWord).orElse(null),
                    Numbers.withoutTrailingZeros(observationChange.after().number()),
                    observationChange.after().reasonWord().orElse(null),
                    Numbers.withoutTrailingZeros(observationChange.after().numerator()),
                    Numbers.withoutTrailingZeros(observationChange.after().denominator()),
                    observationChange.status().word(),
                    position,
                    observationChange.events().stream().map(EventReference::of).toList());
        }

        List<String> row() {
            return Stream.of(
                            indicator,
                            version,
                            period,
                            oldValue,
                            oldReason,
                            value,
                            reason,
                            numerator,
                            denominator,
                            status,
                            position,
                            events.stream()
                                    .map(it -> Long.toString(it.position()))
                                    .collect(Collectors.joining(" ")))
                    .map(ChangeResponse::cell)
                    .toList();
        }

        private static String cell(@Nullable Object value) {
            return switch (value) {
                case null -> "";
                case BigDecimal number -> number.toPlainString();
                default -> value.toString();
            };
        }
    }
}
