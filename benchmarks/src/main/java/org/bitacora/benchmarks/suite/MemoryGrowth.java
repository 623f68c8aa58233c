package org.bitacora.benchmarks.suite;

import org.bitacora.benchmarks.measurement.MeasuredValue;
import org.bitacora.benchmarks.progress.ProgressLog;
import org.bitacora.benchmarks.testbed.Testbed;

/**
 * The growth of the resident memory over that of a freshly started server. The server is fresh because earlier work
 * would already have claimed memory. Memory that the start has left over is part of the growth.
 */
final class MemoryGrowth {

    private final ResidentMemory memory;
    private final double before;

    private MemoryGrowth(ResidentMemory memory) {
        this.memory = memory;
        this.before = memory.resetPeak();
    }

    /** Restarts the server and starts measuring. */
    static MemoryGrowth afterRestart(Testbed bed) {
        bed.restart();
        return new MemoryGrowth(new ResidentMemory(bed.application().pid()));
    }

    /** Returns the peak growth in MiB. */
    MeasuredValue peakGrowth() {
        double more = memory.peak() - before;
        ProgressLog.print("  %.0f MiB before, growth %.0f MiB", before, more);
        return MeasuredValue.of(more);
    }
}
