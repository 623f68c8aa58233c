package org.bitacora.application.strategy;

import org.bitacora.application.request.Ask;
import org.bitacora.application.request.ProblemException;
import org.bitacora.domain.indicator.Period;

/** The period that a request asks for. */
final class Periods {

    private Periods() {}

    /** The one that {@code period} names; a problem 400 where it names none, or several. */
    static Period one(Ask ask) {
        return ask.parameter("period")
                .flatMap(Period::one)
                .orElseThrow(() -> ProblemException.parameter(
                        "period", "One period is wanted: 2014, 2014-S1, 2014-Q1, 2014-05, or a span 2012/2015."));
    }
}
