package org.bitacora.benchmarks.suite;

import org.bitacora.benchmarks.measurement.MeasuredValue;
import org.bitacora.benchmarks.progress.ProgressLog;
import org.bitacora.benchmarks.testbed.Testbed;

/**
 * How much more memory is resident, at the most, than when the server was just started: one that has done other work has
 * taken it already. What is left of the start then counts too.
 */
final class MemoryGrowth {

    private final ResidentMemory memory;
    private final double before;

    private MemoryGrowth(ResidentMemory memory) {
        this.memory = memory;
        this.before = memory.resetPeak();
    }

    /** Stops the server and starts it; what it takes from here on counts. */
    static MemoryGrowth afterRestart(Testbed bed) {
        bed.restart();
        return new MemoryGrowth(new ResidentMemory(bed.application().pid()));
    }

    /** How much more it was at the most, in MiB. */
    MeasuredValue peakGrowth() {
        double more = memory.peak() - before;
        ProgressLog.print("  %.0f MiB before, %.0f more", before, more);
        return MeasuredValue.of(more);
    }
}
