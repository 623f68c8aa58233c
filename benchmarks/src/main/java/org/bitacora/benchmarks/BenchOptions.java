package org.bitacora.benchmarks;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bitacora.benchmarks.measurement.Measurement;

/**
 * The command line options.
 *
 * @param measurementNames the names of the measurements to run; if empty, all measurements of the group run
 */
record BenchOptions(boolean json, boolean help, MeasurementGroup group, Set<String> measurementNames) {

    static final String HELP = """
            ./bitacora bench [--json] [--group NAME] [--only NAME]…

            Starts a Bitácora with its own data, measures it and compares each value with the raw limit of the
            same run. Takes up to 5 minutes on an otherwise idle machine.

              --json         prints only the measurements, as JSON; progress goes to standard error
              --group NAME   the measurements to run: first (default), indicators, strategy, channels, partners, scale, or large
              --large        runs the group large: figures over one and ten million activities; takes half an hour
              --only NAME    runs only this measurement; can be repeated:
            """;

    BenchOptions {
        measurementNames = Set.copyOf(measurementNames);
    }

    /**
     * Parses the command line.
     *
     * @throws IllegalArgumentException with a message for the user if the command line is not valid
     */
    static BenchOptions parse(List<String> arguments) {
        boolean json = false;
        boolean help = false;
        var measurementGroup = MeasurementGroup.FIRST;
        Set<String> only = new LinkedHashSet<>();
        for (var rest = arguments.iterator(); rest.hasNext(); ) {
            var argument = rest.next();
            switch (argument) {
                case "--json" -> json = true;
                case "-h", "--help" -> help = true;
                case "--large" -> measurementGroup = MeasurementGroup.LARGE;
                case "--group" -> measurementGroup = group(value(argument, rest));
                case "--only" -> only.add(value(argument, rest));
                default -> throw new IllegalArgumentException("Unknown option '" + argument + "'.");
            }
        }
        check(measurementGroup, only);
        return new BenchOptions(json, help, measurementGroup, only);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " requires a name.");
        }
        return rest.next();
    }

    private static MeasurementGroup group(String name) {
        return MeasurementGroup.ALL.stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown group '" + name
                        + "'. Groups: first, indicators, strategy, channels, partners, scale, large."));
    }

    private static void check(MeasurementGroup measurementGroup, Set<String> only) {
        var names = measurementGroup.select(Set.of()).stream()
                .map(Measurement::name)
                .toList();
        for (var name : only) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException(
                        "Unknown measurement '" + name + "'. Measurements: " + String.join(", ", names) + ".");
            }
        }
    }
}
