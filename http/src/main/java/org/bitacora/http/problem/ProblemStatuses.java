package org.bitacora.http.problem;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The statuses of the problems that an operation answers with, beside those of mechanisms that operations share (400, 401,
 * 406, 413, 415, 500, 503), which the contract derives. The contract lists exactly these; a test provokes each.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface ProblemStatuses {

    /** The statuses. */
    int[] value();
}
