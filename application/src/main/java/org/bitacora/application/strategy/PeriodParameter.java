package org.bitacora.application.strategy;

import org.bitacora.application.request.ProblemException;
import org.bitacora.application.request.ReadRequest;
import org.bitacora.domain.indicator.Period;

/** The period that a request asks for. */
final class PeriodParameter {

    private PeriodParameter() {}

    /** The one that {@code period} names; a problem 400 where it names none, or several. */
    static Period singlePeriod(ReadRequest readRequest) {
        return readRequest
                .parameter("period")
                .flatMap(Period::parseOne)
                .orElseThrow(() -> ProblemException.invalidParameter(
                        "period", "One period is wanted: 2014, 2014-S1, 2014-Q1, 2014-05, or a span 2012/2015."));
    }
}
