package org.bitacora.benchmarks.progress;

/** Thrown when a measurement is not possible. The message is shown to the user. */
public final class MeasurementException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MeasurementException(String message) {
        super(message);
    }

    public MeasurementException(String message, Throwable cause) {
        super(message + ": " + cause, cause);
    }
}
