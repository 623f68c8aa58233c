package org.bitacora.domain.strategy;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bitacora.domain.json.Members;

/**
 * Which status what a number means, without gaps or overlaps: each band begins where the one before it ends, and what
 * lies on a border belongs to the better of the two.
 *
 * @param on which number is looked at
 * @param bands from the lowest numbers to the highest; the first has no beginning, and the last no end
 */
public record Bands(On on, List<Band> bands) {

    private static final List<Status> STATUSES = List.of(Status.GREEN, Status.AMBER, Status.RED);

    public Bands {
        bands = List.copyOf(bands);
    }

    /** The number that is looked at. */
    public enum On {
        ATTAINMENT,
        PROGRESS,
        VALUE;

        /** The word of the contract. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The numbers between two, both among them. */
    public record Band(Status status, Optional<BigDecimal> from, Optional<BigDecimal> to) {
        boolean contains(BigDecimal number) {
            return from.filter(it -> it.compareTo(number) > 0).isEmpty()
                    && to.filter(it -> it.compareTo(number) < 0).isEmpty();
        }
    }

    /** Green from one number on, amber from another, red below. */
    static Bands rising(On on, String amber, String green) {
        var low = Optional.of(new BigDecimal(amber));
        var high = Optional.of(new BigDecimal(green));
        return new Bands(
                on,
                List.of(
                        new Band(Status.RED, Optional.empty(), low),
                        new Band(Status.AMBER, low, high),
                        new Band(Status.GREEN, high, Optional.empty())));
    }

    /** Green up to one number, amber up to another, red beyond. */
    static Bands falling(On on, String green, String amber) {
        var low = Optional.of(new BigDecimal(green));
        var high = Optional.of(new BigDecimal(amber));
        return new Bands(
                on,
                List.of(
                        new Band(Status.GREEN, Optional.empty(), low),
                        new Band(Status.AMBER, low, high),
                        new Band(Status.RED, high, Optional.empty())));
    }

    /** The status that a number means. */
    public Status of(BigDecimal number) {
        return bands.stream()
                .filter(it -> it.contains(number))
                .map(Band::status)
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalStateException("Bands leave a gap at " + number));
    }

    /** Reads the bands of {@code bands}; none where there are none. */
    static Optional<Bands> read(Members at) {
        if (!at.has("bands")) {
            return Optional.empty();
        }
        var on = at.word("bandsOn", List.of(On.values()), On::word, On.ATTAINMENT);
        var bands = at.objects("bands").stream().map(Bands::band).toList();
        if (!isWhole(bands)) {
            at.wrong(
                    "bands",
                    "Two bands or more are wanted, from the lowest numbers to the highest, each from where the one before it"
                            + " ends; the first without from, the last without to.");
            return Optional.empty();
        }
        return Optional.of(new Bands(on, bands));
    }

    private static Band band(Members at) {
        at.only(List.of("status", "from", "to"));
        if (!at.has("status")) {
            at.wrong("status", "One of green, amber, red is wanted.");
        }
        return new Band(at.word("status", STATUSES, Status::word, Status.RED), at.number("from"), at.number("to"));
    }

    private static boolean isWhole(List<Band> bands) {
        return bands.size() > 1
                && bands.getFirst().from().isEmpty()
                && bands.getLast().to().isEmpty()
                && IntStream.range(1, bands.size()).allMatch(i -> meet(bands.get(i - 1), bands.get(i)));
    }

    private static boolean meet(Band low, Band high) {
        return low.to().isPresent()
                && high.from().filter(it -> it.compareTo(low.to().get()) == 0).isPresent()
                && high.to().filter(it -> it.compareTo(low.to().get()) <= 0).isEmpty();
    }
}
