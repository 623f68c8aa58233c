package org.bitacora.benchmarks;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bitacora.benchmarks.measurement.Measurement;

/**
 * What the caller asks for.
 *
 * @param measurementNames the names to measure; all of the group where it is empty
 */
record BenchOptions(boolean json, boolean help, MeasurementGroup group, Set<String> measurementNames) {

    static final String HELP = """
            ./bitacora bench [--json] [--group NAME] [--only NAME]…

            Measures a Bitácora that it starts for the purpose, with data of its own, and shows each figure beside its
            raw limit in the same run. It takes up to 5 minutes, and wants a machine that does nothing else.

              --json         prints the measurements as JSON and nothing else; progress goes to standard error
              --group NAME   what to measure: first (the default), indicators, strategy, channels, partners, scale, or large
              --large        the group large: figures over a million activities, and over ten; takes half an hour
              --only NAME    that measurement alone; may be repeated:
            """;

    BenchOptions {
        measurementNames = Set.copyOf(measurementNames);
    }

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException saying what is wrong with it
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
                default -> throw new IllegalArgumentException("There is no option '" + argument + "'.");
            }
        }
        check(measurementGroup, only);
        return new BenchOptions(json, help, measurementGroup, only);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " wants a name.");
        }
        return rest.next();
    }

    private static MeasurementGroup group(String name) {
        return MeasurementGroup.ALL.stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no group '" + name
                        + "': first, indicators, strategy, channels, partners, scale, large."));
    }

    private static void check(MeasurementGroup measurementGroup, Set<String> only) {
        var names = measurementGroup.select(Set.of()).stream()
                .map(Measurement::name)
                .toList();
        for (var name : only) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException(
                        "There is no measurement '" + name + "': " + String.join(", ", names) + ".");
            }
        }
    }
}
