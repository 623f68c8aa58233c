package org.bitacora.projections.indicator.reference;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bitacora.domain.activity.Occasion;
import org.bitacora.domain.indicator.Measure;
import org.bitacora.domain.indicator.OverTime;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.series.Report;

/** What was reported of series, looked up as one would by hand. */
final class ObviousSeries {

    private final Map<String, List<Report>> reports;

    ObviousSeries(Map<String, List<Report>> reports) {
        this.reports = reports;
    }

    /** What a series comes to in a period. */
    Figure reported(Measure.Reported measure, Period period) {
        var known = reports.getOrDefault(measure.series(), List.of()).stream()
                .filter(it -> it.value().isPresent())
                .toList();
        var used = new ArrayList<Report>();
        known.stream()
                .filter(it -> it.period().first().equals(period.first())
                        && it.period().last().equals(period.last()))
                .forEach(used::add);
        if (used.isEmpty() && measure.over() != OverTime.NONE) {
            used.addAll(longest(known, period));
        }
        if (used.isEmpty()) {
            return Figure.none("not-reported", Set.of(measure.series()));
        }
        boolean complete = used.stream().mapToLong(it -> it.period().days()).sum() == period.days();
        if (measure.over() == OverTime.LAST) {
            used.sort((a, b) -> a.period().first().compareTo(b.period().first()));
            used.subList(0, used.size() - 1).clear();
            complete = true;
        }
        boolean money = measure.unit().equals(Measure.MONEY);
        if (used.stream().map(Report::unit).distinct().count() > 1
                || (!money && !used.getFirst().unit().equals(measure.unit()))) {
            return Figure.none("other-unit", Set.of(measure.series()));
        }
        var sum = used.stream().map(it -> it.value().orElseThrow()).reduce(BigDecimal.ZERO, BigDecimal::add);
        var number = measure.over() == OverTime.MEAN
                ? sum.divide(BigDecimal.valueOf(used.size()), MathContext.DECIMAL64)
                : sum;
        return new Figure(
                Optional.of(number),
                Optional.empty(),
                complete ? Set.of() : Set.of(measure.series()),
                Map.of(),
                0,
                0,
                0,
                Optional.of(used.getFirst().unit()).filter(_ -> money));
    }

    /** The longest first, and no day twice. */
    private static List<Report> longest(List<Report> known, Period period) {
        var used = new ArrayList<Report>();
        var sorted = new ArrayList<>(known);
        sorted.sort((a, b) -> Long.compare(b.period().days(), a.period().days()));
        for (var report : sorted) {
            boolean inside = !report.period().first().isBefore(period.first())
                    && !report.period().last().isAfter(period.last());
            boolean free = used.stream()
                    .allMatch(it -> it.period().last().isBefore(report.period().first())
                            || it.period().first().isAfter(report.period().last()));
            if (inside && free) {
                used.add(report);
            }
        }
        return used;
    }

    /** How much of one currency another is on a day: by the rate of the shortest period. */
    Optional<BigDecimal> rate(String from, String to, Occasion on) {
        if (from.equals(to)) {
            return Optional.of(BigDecimal.ONE);
        }
        Optional<Report> best = Optional.empty();
        boolean inverse = false;
        for (var report : reports.getOrDefault("exchange-rate." + from + "." + to, List.of())) {
            if (covers(report, on)
                    && best.filter(it -> it.period().days() <= report.period().days())
                            .isEmpty()) {
                best = Optional.of(report);
            }
        }
        for (var report : reports.getOrDefault("exchange-rate." + to + "." + from, List.of())) {
            if (covers(report, on)
                    && best.filter(it -> it.period().days() <= report.period().days())
                            .isEmpty()) {
                best = Optional.of(report);
                inverse = true;
            }
        }
        boolean upsideDown = inverse;
        return best.flatMap(Report::value)
                .map(it -> upsideDown ? BigDecimal.ONE.divide(it, 20, RoundingMode.HALF_UP) : it);
    }

    private static boolean covers(Report rate, Occasion on) {
        return rate.value().filter(it -> it.signum() > 0).isPresent()
                && !on.earliest().isBefore(rate.period().first())
                && !on.latest().isAfter(rate.period().last());
    }
}
