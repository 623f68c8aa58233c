package org.bitacora.benchmarks.progress;

/** Why something could not be measured; its message is for the person at the terminal. */
public final class MeasurementException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MeasurementException(String message) {
        super(message);
    }

    public MeasurementException(String message, Throwable cause) {
        super(message + ": " + cause, cause);
    }
}
