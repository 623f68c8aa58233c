package org.bitacora.domain.strategy;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bitacora.domain.json.JsonObjectReader;
import org.bitacora.domain.refusal.Detail;

/**
 * The bands of numbers for each status, without gaps or overlaps. Each band begins where the previous one ends, and a
 * number on a border belongs to the better of the two.
 *
 * @param basis the number to which the bands apply
 * @param bands the bands from the lowest numbers to the highest; the first has no lower limit, the last no upper limit
 */
public record StatusThresholds(ThresholdBasis basis, List<StatusBand> bands) {

    private static final List<AttainmentStatus> STATUSES =
            List.of(AttainmentStatus.GREEN, AttainmentStatus.AMBER, AttainmentStatus.RED);

    public StatusThresholds {
        bands = List.copyOf(bands);
    }

    /** The number to which the bands apply. */
    public enum ThresholdBasis {
        ATTAINMENT,
        PROGRESS,
        VALUE;

        /** The name that the contract uses for this basis. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The numbers between two limits, inclusive. */
    public record StatusBand(AttainmentStatus status, Optional<BigDecimal> from, Optional<BigDecimal> to) {
        boolean contains(BigDecimal number) {
            return from.filter(it -> it.compareTo(number) > 0).isEmpty()
                    && to.filter(it -> it.compareTo(number) < 0).isEmpty();
        }
    }

    /** Thresholds for rising numbers: green from one number, amber from another, red below. */
    static StatusThresholds rising(ThresholdBasis thresholdBasis, String amber, String green) {
        var low = Optional.of(new BigDecimal(amber));
        var high = Optional.of(new BigDecimal(green));
        return new StatusThresholds(
                thresholdBasis,
                List.of(
                        new StatusBand(AttainmentStatus.RED, Optional.empty(), low),
                        new StatusBand(AttainmentStatus.AMBER, low, high),
                        new StatusBand(AttainmentStatus.GREEN, high, Optional.empty())));
    }

    /** Thresholds for falling numbers: green up to one number, amber up to another, red above. */
    static StatusThresholds falling(ThresholdBasis thresholdBasis, String green, String amber) {
        var low = Optional.of(new BigDecimal(green));
        var high = Optional.of(new BigDecimal(amber));
        return new StatusThresholds(
                thresholdBasis,
                List.of(
                        new StatusBand(AttainmentStatus.GREEN, Optional.empty(), low),
                        new StatusBand(AttainmentStatus.AMBER, low, high),
                        new StatusBand(AttainmentStatus.RED, high, Optional.empty())));
    }

    /** The status of a number. */
    public AttainmentStatus statusOf(BigDecimal number) {
        return bands.stream()
                .filter(it -> it.contains(number))
                .map(StatusBand::status)
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalStateException("The bands do not cover " + number));
    }

    /** Reads the member {@code bands}; empty if it is missing. */
    static Optional<StatusThresholds> read(JsonObjectReader at) {
        if (!at.has("bands")) {
            return Optional.empty();
        }
        var thresholdBasis =
                at.oneOf("bandsOn", List.of(ThresholdBasis.values()), ThresholdBasis::word, ThresholdBasis.ATTAINMENT);
        var bands = at.objects("bands").stream().map(StatusThresholds::band).toList();
        if (!isComplete(bands)) {
            at.addViolation(
                    "bands",
                    Detail.of(
                            "Expected at least two bands, from the lowest numbers to the highest. Each band starts where the previous one"
                                    + " ends; the first has no `from`, the last no `to`."));
            return Optional.empty();
        }
        return Optional.of(new StatusThresholds(thresholdBasis, bands));
    }

    private static StatusBand band(JsonObjectReader at) {
        at.allowOnly(List.of("status", "from", "to"));
        if (!at.has("status")) {
            at.addViolation("status", Detail.of("Expected one of green, amber, red."));
        }
        return new StatusBand(
                at.oneOf("status", STATUSES, AttainmentStatus::word, AttainmentStatus.RED),
                at.number("from"),
                at.number("to"));
    }

    private static boolean isComplete(List<StatusBand> bands) {
        return bands.size() > 1
                && bands.getFirst().from().isEmpty()
                && bands.getLast().to().isEmpty()
                && IntStream.range(1, bands.size()).allMatch(i -> areAdjacent(bands.get(i - 1), bands.get(i)));
    }

    private static boolean areAdjacent(StatusBand low, StatusBand high) {
        return low.to().isPresent()
                && high.from().filter(it -> it.compareTo(low.to().get()) == 0).isPresent()
                && high.to().filter(it -> it.compareTo(low.to().get()) <= 0).isEmpty();
    }
}
