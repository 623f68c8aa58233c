package org.bitacora.benchmarks;

/** Why something could not be measured; its message is for the person at the terminal. */
final class Unmeasurable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unmeasurable(String message) {
        super(message);
    }

    Unmeasurable(String message, Throwable cause) {
        super(message + ": " + cause, cause);
    }
}
