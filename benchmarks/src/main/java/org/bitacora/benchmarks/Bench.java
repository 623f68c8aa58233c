package org.bitacora.benchmarks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.benchmarks.measurement.Measured;
import org.bitacora.benchmarks.measurement.Measurement;
import org.bitacora.benchmarks.measurement.Result;
import org.bitacora.benchmarks.progress.Progress;
import org.bitacora.benchmarks.progress.Unmeasurable;
import org.bitacora.benchmarks.testbed.Testbed;

/** The command {@code ./bitacora bench}. A missed floor is told, and is no failure of the command. */
public final class Bench {

    private static final int FAILED = 1;
    private static final int USAGE = 64;

    private Bench() {}

    /** Measures what the arguments ask for. */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        try {
            var options = Options.of(arguments);
            return options.help() ? help(options) : measure(options);
        } catch (IllegalArgumentException e) {
            Progress.say("%s --help lists what there is.", e.getMessage());
            return USAGE;
        } catch (Unmeasurable e) {
            Progress.say("%s", e.getMessage());
            return FAILED;
        }
    }

    private static int help(Options options) {
        System.out.print(Options.HELP);
        options.group().only(options.only()).forEach(it -> System.out.println("                   " + it.name()));
        return 0;
    }

    private static int measure(Options options) {
        var chosen = options.group().only(options.only());
        var results = results(chosen, options.group().partitions());
        System.out.print(options.json() ? Report.json(results) + "\n" : Report.table(results));
        return results.stream().allMatch(it -> it.measured().isPresent()) ? 0 : FAILED;
    }

    private static List<Result> results(List<Measurement> chosen, int partitions) {
        Map<Measurement, Optional<Measured>> measured = new HashMap<>();
        try (var bed = Testbed.open(partitions)) {
            for (var measurement : Group.toRun(chosen)) {
                measured.put(measurement, measured(measurement, bed));
            }
        }
        return chosen.stream()
                .map(it -> new Result(it, measured.getOrDefault(it, Optional.empty())))
                .toList();
    }

    private static Optional<Measured> measured(Measurement measurement, Testbed bed) {
        long begin = System.nanoTime();
        Progress.say("%s", measurement.name());
        try {
            return Optional.of(measurement.measure(bed));
        } catch (RuntimeException e) {
            Progress.say("%s could not be measured: %s", measurement.name(), reason(e));
            bed.explain();
            return Optional.empty();
        } finally {
            Progress.say("%s took %.1f s", measurement.name(), Progress.seconds(begin));
        }
    }

    private static String reason(RuntimeException e) {
        return e instanceof Unmeasurable ? String.valueOf(e.getMessage()) : e.toString();
    }
}
