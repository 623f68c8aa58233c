package org.bitacora.projections.worker;

/** What a thread of a channel does for as long as the application runs, from the beginning again after it failed. */
public interface Work {

    /** What its thread is called. */
    String name();

    /** How many threads do it side by side. */
    default int threads() {
        return 1;
    }

    /** Does it until it is told to stop; what it throws is told once, and it is called again soon. */
    void run(Going going) throws InterruptedException;

    /** Whether to go on. */
    interface Going {

        /** Whether the application still runs. */
        boolean on();

        /** It works, after it may have failed before. */
        void well();
    }
}
