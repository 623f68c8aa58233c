package org.bitacora.projections.worker;

/** A task that a background thread runs for the lifetime of the application; it is restarted after a failure. */
public interface BackgroundTask {

    /** Returns the name of the task's thread. */
    String name();

    /** Returns the number of threads that run the task in parallel. */
    default int threadCount() {
        return 1;
    }

    /**
     * Runs the task until the token reports that the application stops. After an exception, the worker logs the first failure
     * and calls this method again after a delay.
     */
    void run(RunToken runToken) throws InterruptedException;

    /** The task's connection to its worker. */
    interface RunToken {

        /** Returns whether the task should continue. */
        boolean isRunning();

        /** Reports that the task works: ends a series of failures and resets the retry delay. */
        void reportHealthy();
    }
}
