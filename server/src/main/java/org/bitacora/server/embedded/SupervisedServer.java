package org.bitacora.server.embedded;

import java.io.IOException;

/** A server that a {@link Watchdog} looks after. */
interface SupervisedServer {

    /** What it is called in messages. */
    String name();

    /** Whether it runs. */
    boolean isRunning();

    /** Starts it where it was; returns when it answers. */
    void restart() throws IOException;

    /** What is to be done now and then while it runs. */
    void performMaintenance();
}
