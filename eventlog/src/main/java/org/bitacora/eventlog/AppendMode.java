package org.bitacora.eventlog;

/** How a refused draft affects the other drafts of its batch. */
public enum AppendMode {
    /** Each draft is stored or refused independently. */
    EACH,
    /** Either all drafts are stored or none. */
    ATOMIC
}
