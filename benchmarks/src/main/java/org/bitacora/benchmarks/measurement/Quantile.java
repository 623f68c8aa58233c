package org.bitacora.benchmarks.measurement;

import java.util.List;

/** Of many numbers the one that stands for them. */
public final class Quantile {

    private Quantile() {}

    /** The smallest of them that so large a part of them does not exceed. */
    public static double of(double part, List<Double> numbers) {
        var sorted = numbers.stream().sorted().toList();
        int rank = (int) Math.ceil(part * sorted.size());
        return sorted.get(Math.clamp(rank, 1, sorted.size()) - 1);
    }

    public static double median(List<Double> numbers) {
        return of(0.5, numbers);
    }
}
