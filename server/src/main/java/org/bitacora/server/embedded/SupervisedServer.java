package org.bitacora.server.embedded;

import java.io.IOException;

/** A server that is supervised by a {@link Watchdog}. */
interface SupervisedServer {

    /** Returns the name for messages. */
    String name();

    /** Returns whether the server is running. */
    boolean isRunning();

    /** Restarts the server on the same port; returns when it accepts connections. */
    void restart() throws IOException;

    /** Performs periodic maintenance. */
    void performMaintenance();
}
