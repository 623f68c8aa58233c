package org.bitacora.api.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bitacora.application.indicator.ObservationService;
import org.bitacora.domain.activity.Category;
import org.bitacora.domain.indicator.FilterField;
import org.bitacora.domain.indicator.Grouping;
import org.bitacora.domain.indicator.Observation;
import org.bitacora.domain.indicator.ObservationStatus;
import org.bitacora.domain.json.Numbers;
import org.bitacora.http.Labels;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Bahía's table of the international actions of a period, by category.
 *
 * @param territory the code of the territory
 * @param name the name of the territory
 * @param period the period
 * @param asOf the position as of which the table was computed
 * @param status normal, incomplete while activities of the territory are parked, or catching-up while the projections are
 *     behind the log
 * @param total the number of distinct actions
 * @param sumOfParts the sum of the categories
 * @param inSeveral the number of actions in more than one category
 * @param unplaced the number of actions that may belong to the period, because their dates only overlap it
 * @param parts the categories, in the order of Bahía's table
 */
@Schema(description = "Bahía's table of the international actions of a period, by category")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ActivityMapResponse(
        @Schema(examples = "br-ba") String territory,
        @Schema(examples = "Bahia") String name,
        @Schema(examples = "2014") String period,
        ObservationsResponse.AsOfResponse asOf,

        @Schema(enumeration = {"normal", "incomplete", "catching-up"})
        String status,

        @Schema(examples = "462") BigDecimal total,
        @Schema(examples = "474") BigDecimal sumOfParts,
        @Schema(examples = "12") long inSeveral,
        @Schema(examples = "0") long unplaced,
        List<ActivityMapPart> parts) {

    /** The columns of the CSV table, in order. */
    public static final List<String> COLUMNS = List.of("period", "category", "label", "value", "share", "percent");

    /**
     * A category of the table.
     *
     * @param percent the share of the distinct actions in percent, rounded to a whole number
     */
    @Schema(name = "ActivityMapPart", description = "One category of the activity map")
    public record ActivityMapPart(
            @Schema(examples = "visit-received") String category,
            @Schema(examples = "Visitas recibidas") String label,
            @Schema(examples = "203") BigDecimal value,
            @Schema(examples = "0.4394") @Nullable BigDecimal share,
            @Schema(examples = "44") @Nullable Integer percent) {
        static ActivityMapPart of(
                Category category, Optional<Observation.BreakdownPart> part, Observation.Breakdown of, Labels labels) {
            var value = part.map(it -> it.value().number().orElseThrow()).orElse(BigDecimal.ZERO);
            var total = of.distinctTotal().number().orElseThrow();
            boolean none = total.signum() == 0;
            var share = part.flatMap(Observation.BreakdownPart::share).orElse(BigDecimal.ZERO);
            return new ActivityMapPart(
                    category.word(),
                    labels.memberLabel(new Grouping.FieldGrouping(FilterField.CATEGORY), category.word()),
                    Numbers.withoutTrailingZeros(value),
                    none ? null : share,
                    none ? null : percent(value, total));
        }

        private static int percent(BigDecimal value, BigDecimal total) {
            return value.movePointRight(2)
                    .divide(total, 0, RoundingMode.HALF_UP)
                    .intValueExact();
        }
    }

    static ActivityMapResponse of(
            ObservationService.ObservationSet observationSet, Observation observation, Labels labels) {
        var breakdown = observation.breakdown().orElseThrow();
        var parts = Arrays.stream(Category.values())
                .map(category -> ActivityMapPart.of(category, part(breakdown, category), breakdown, labels))
                .toList();
        return new ActivityMapResponse(
                observationSet.moment().territory().code,
                observationSet.moment().territory().name,
                observation.period().name(),
                ObservationsResponse.asOf(observationSet.resolvedScope()),
                ObservationStatus.of(
                                observation.value(),
                                observationSet.parked().size(),
                                observationSet.resolvedScope().anyHead())
                        .word(),
                Numbers.withoutTrailingZeros(breakdown.distinctTotal().number().orElseThrow()),
                Numbers.withoutTrailingZeros(breakdown.sumOfParts().orElseThrow()),
                breakdown.inSeveral(),
                observation.unplaced(),
                parts);
    }

    private static Optional<Observation.BreakdownPart> part(Observation.Breakdown breakdown, Category category) {
        return breakdown.parts().stream()
                .filter(breakdownPart -> breakdownPart.members().equals(List.of(category.word())))
                .findFirst();
    }

    List<List<String>> rows() {
        var rows = new ArrayList<List<String>>();
        for (var activityMapPart : parts) {
            rows.add(List.of(
                    period,
                    activityMapPart.category(),
                    activityMapPart.label(),
                    activityMapPart.value().toPlainString(),
                    activityMapPart.share() == null
                            ? ""
                            : activityMapPart.share().toPlainString(),
                    activityMapPart.percent() == null
                            ? ""
                            : activityMapPart.percent().toString()));
        }
        rows.add(List.of(period, "total", "", total.toPlainString(), "", ""));
        return rows;
    }
}
