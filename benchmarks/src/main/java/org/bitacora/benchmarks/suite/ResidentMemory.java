package org.bitacora.benchmarks.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bitacora.benchmarks.progress.MeasurementException;

/** The resident memory of a process in MiB, from {@code /proc} of Linux. */
final class ResidentMemory {

    private static final String RESET_PEAK = "5";

    private final Path process;

    ResidentMemory(long pid) {
        this.process = Path.of("/proc", String.valueOf(pid));
    }

    /** Returns the peak since the start of the process or the last reset. */
    double peak() {
        return read("VmHWM:");
    }

    /** Resets the peak and returns the current value. */
    double resetPeak() {
        try {
            Files.writeString(process.resolve("clear_refs"), RESET_PEAK);
        } catch (IOException e) {
            throw unmeasurable(e);
        }
        return read("VmRSS:");
    }

    private double read(String name) {
        try (var lines = Files.lines(process.resolve("status"))) {
            return lines.filter(line -> line.startsWith(name))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    / 1_024.0;
        } catch (IOException | UncheckedIOException e) {
            throw unmeasurable(e);
        }
    }

    private static MeasurementException unmeasurable(Exception e) {
        return new MeasurementException("Resident memory requires the /proc of Linux", e);
    }
}
