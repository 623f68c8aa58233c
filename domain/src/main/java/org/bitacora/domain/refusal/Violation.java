package org.bitacora.domain.refusal;

/** A violation of the contract: its location in the request and a description. */
public record Violation(Pointer pointer, Detail detail) {}
