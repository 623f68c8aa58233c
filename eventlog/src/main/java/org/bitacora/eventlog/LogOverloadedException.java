package org.bitacora.eventlog;

/**
 * Thrown when more events are waiting for the log than it holds in memory. Nothing was stored; the caller may try again
 * shortly.
 */
public final class LogOverloadedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LogOverloadedException(String message) {
        super(message);
    }
}
