package org.bitacora.projections.worker;

/** What a thread of a channel does for as long as the application runs, from the beginning again after it failed. */
public interface BackgroundTask {

    /** What its thread is called. */
    String name();

    /** How many threads do it side by side. */
    default int threadCount() {
        return 1;
    }

    /** Does it until it is told to stop; what it throws is told once, and it is called again soon. */
    void run(RunToken runToken) throws InterruptedException;

    /** Whether to go on. */
    interface RunToken {

        /** Whether the application still runs. */
        boolean isRunning();

        /** It works, after it may have failed before. */
        void reportHealthy();
    }
}
