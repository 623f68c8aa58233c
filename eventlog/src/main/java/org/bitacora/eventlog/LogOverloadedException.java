package org.bitacora.eventlog;

/** More events are waiting for the log than it holds in memory: nothing was stored, try again in a moment. */
public final class LogOverloadedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LogOverloadedException(String message) {
        super(message);
    }
}
