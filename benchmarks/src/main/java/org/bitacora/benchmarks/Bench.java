package org.bitacora.benchmarks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.benchmarks.measurement.MeasuredValue;
import org.bitacora.benchmarks.measurement.Measurement;
import org.bitacora.benchmarks.measurement.MeasurementResult;
import org.bitacora.benchmarks.progress.MeasurementException;
import org.bitacora.benchmarks.progress.ProgressLog;
import org.bitacora.benchmarks.testbed.Testbed;

/** The command {@code ./bitacora bench}. A missed threshold is reported but does not fail the command. */
public final class Bench {

    private static final int FAILED = 1;
    private static final int USAGE = 64;

    private Bench() {}

    /** Runs the measurements that the arguments select. */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        try {
            var benchOptions = BenchOptions.parse(arguments);
            return benchOptions.help() ? help(benchOptions) : measure(benchOptions);
        } catch (IllegalArgumentException e) {
            ProgressLog.print("%s See --help for the options.", e.getMessage());
            return USAGE;
        } catch (MeasurementException e) {
            ProgressLog.print("%s", e.getMessage());
            return FAILED;
        }
    }

    private static int help(BenchOptions benchOptions) {
        System.out.print(BenchOptions.HELP);
        benchOptions
                .group()
                .select(benchOptions.measurementNames())
                .forEach(it -> System.out.println("                   " + it.name()));
        return 0;
    }

    private static int measure(BenchOptions benchOptions) {
        var selected = benchOptions.group().select(benchOptions.measurementNames());
        var results = measureAll(selected, benchOptions.group().partitions());
        System.out.print(
                benchOptions.json() ? BenchReport.renderJson(results) + "\n" : BenchReport.renderTable(results));
        return results.stream().allMatch(it -> it.measuredValue().isPresent()) ? 0 : FAILED;
    }

    private static List<MeasurementResult> measureAll(List<Measurement> selected, int partitions) {
        Map<Measurement, Optional<MeasuredValue>> measured = new HashMap<>();
        try (var bed = Testbed.open(partitions)) {
            for (var measurement : MeasurementGroup.inRunOrder(selected)) {
                measured.put(measurement, measureOne(measurement, bed));
            }
        }
        return selected.stream()
                .map(it -> new MeasurementResult(it, measured.getOrDefault(it, Optional.empty())))
                .toList();
    }

    private static Optional<MeasuredValue> measureOne(Measurement measurement, Testbed bed) {
        long begin = System.nanoTime();
        ProgressLog.print("%s", measurement.name());
        try {
            return Optional.of(measurement.measure(bed));
        } catch (RuntimeException e) {
            ProgressLog.print("%s could not be measured: %s", measurement.name(), reason(e));
            bed.printApplicationLog();
            return Optional.empty();
        } finally {
            ProgressLog.print("%s took %.1f s", measurement.name(), ProgressLog.secondsSince(begin));
        }
    }

    private static String reason(RuntimeException e) {
        return e instanceof MeasurementException ? String.valueOf(e.getMessage()) : e.toString();
    }
}
