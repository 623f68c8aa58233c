package org.bitacora.benchmarks.measurement;

import java.util.List;

/** Quantiles of a list of numbers. */
public final class Quantile {

    private Quantile() {}

    /** Returns the smallest number that is not exceeded by the fraction {@code part} of the numbers. */
    public static double of(double part, List<Double> numbers) {
        var sorted = numbers.stream().sorted().toList();
        int rank = (int) Math.ceil(part * sorted.size());
        return sorted.get(Math.clamp(rank, 1, sorted.size()) - 1);
    }

    public static double median(List<Double> numbers) {
        return of(0.5, numbers);
    }
}
