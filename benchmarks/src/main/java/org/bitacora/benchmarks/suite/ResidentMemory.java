package org.bitacora.benchmarks.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bitacora.benchmarks.progress.MeasurementException;

/** The resident memory of a process, in MiB, from {@code /proc}, as Linux has it. */
final class ResidentMemory {

    private static final String FORGET_THE_PEAK = "5";

    private final Path process;

    ResidentMemory(long pid) {
        this.process = Path.of("/proc", String.valueOf(pid));
    }

    /** The most that it ever was, or since it began anew. */
    double peak() {
        return read("VmHWM:");
    }

    /** What it is now; the peak is reckoned from here on. */
    double resetPeak() {
        try {
            Files.writeString(process.resolve("clear_refs"), FORGET_THE_PEAK);
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
        return new MeasurementException("Resident memory is read from /proc, as Linux has it", e);
    }
}
