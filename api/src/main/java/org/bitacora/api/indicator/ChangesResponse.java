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
 * The values that changed over a stretch of a log.
 *
 * @param territory whose
 * @param from the position after which it begins
 * @param to the position at which it ends: the next one begins after it
 * @param generation of the read models: another one may know other values at positions that are past
 * @param items the values
 * @param next where the next stretch is; null at the end of the log
 */
@Schema(name = "ChangesResponse", description = "The values by year and by month that changed over a stretch of a log")
public record ChangesResponse(
        @Schema(examples = "br-ba") String territory,
        @Schema(examples = "461") long from,
        @Schema(examples = "463") long to,

        @Schema(
                examples = "1",
                description =
                        "Of the read models: where it is another than before, begin a copy anew, as what was parked or"
                                + " rebuilt may have changed values at positions that are past")
        long generation,

        List<ChangeResponse> items,

        @Schema(nullable = true, examples = "/v1/territories/br-ba/changes?after=463") @Nullable
        String next) {

    /** A value that another one has taken the place of. */
    @Schema(name = "ObservationChange", description = "A value that another one has taken the place of")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ChangeResponse(
            @Schema(examples = "bahia.visits") String indicator,
            @Schema(examples = "1") int version,
            @Schema(examples = "2014-05") String period,

            @Schema(
                    examples = "12",
                    description =
                            "What it was; absent where it was nothing, or its period is new: then there is no oldReason")
            @Nullable
            BigDecimal oldValue,

            @Nullable String oldReason,

            @Schema(examples = "13", nullable = true) @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            BigDecimal value,

            @Schema(
                    enumeration = {"not-reported", "other-unit", "no-exchange-rate", "zero-denominator"},
                    description = "Why there is no value")
            @Nullable
            String reason,

            @Schema(description = "Of a ratio") @Nullable BigDecimal numerator,
            @Schema(description = "Of a ratio") @Nullable BigDecimal denominator,

            @Schema(
                    enumeration = {"normal", "incomplete", "provisional"},
                    description =
                            "incomplete while activities of the territory are parked, or where something is missing, such as"
                                    + " an exchange rate; provisional where a report may still be revised")
            String status,

            @Schema(examples = "463", description = "As of which it is so")
            long position,

            List<EventReference> events) {

        /** The columns of the table, in their order. */
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

        /** A change, as of the end of its stretch. */
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
