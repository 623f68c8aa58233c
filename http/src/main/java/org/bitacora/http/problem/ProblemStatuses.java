package org.bitacora.http.problem;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares the statuses of the problems that an operation returns. The statuses of shared mechanisms (400, 401, 406,
 * 413, 415, 500, 503) are not declared; the contract derives them. The contract lists exactly these statuses, and a
 * test provokes each of them.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface ProblemStatuses {

    /** Returns the statuses. */
    int[] value();
}
