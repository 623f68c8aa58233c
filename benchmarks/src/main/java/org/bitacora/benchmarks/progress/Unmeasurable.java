package org.bitacora.benchmarks.progress;

/** Why something could not be measured; its message is for the person at the terminal. */
public final class Unmeasurable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Unmeasurable(String message) {
        super(message);
    }

    public Unmeasurable(String message, Throwable cause) {
        super(message + ": " + cause, cause);
    }
}
