package org.bitacora.eventlog;

/** What a refused draft means for the others of its batch. */
public enum AppendMode {
    /** Nothing: each is stored or refused for itself. */
    EACH,
    /** All are stored, or none. */
    ATOMIC
}
