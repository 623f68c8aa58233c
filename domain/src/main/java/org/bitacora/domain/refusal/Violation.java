package org.bitacora.domain.refusal;

/** One thing that is wrong with what was sent: where, and what. */
public record Violation(Pointer pointer, String detail) {}
