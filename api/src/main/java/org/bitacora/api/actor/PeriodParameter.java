package org.bitacora.api.actor;

import java.util.Optional;
import org.bitacora.application.request.Ask;
import org.bitacora.application.request.ProblemException;
import org.bitacora.domain.indicator.Period;

/** A parameter that names a single period. */
final class PeriodParameter {

    private PeriodParameter() {}

    /** The period that the parameter names, if it is given; a problem 400 where it is not a single period. */
    static Optional<Period> read(Ask ask, String name) {
        return ask.parameter(name).map(text -> Period.one(text)
                .orElseThrow(() -> ProblemException.parameter(name, "One period is wanted, such as 2014.")));
    }
}
