package org.bitacora.api.actor;

import java.util.Optional;
import org.bitacora.application.request.ProblemException;
import org.bitacora.application.request.ReadRequest;
import org.bitacora.domain.indicator.Period;

/** A parameter that names a single period. */
final class PeriodParser {

    private PeriodParser() {}

    /** The period that the parameter names, if it is given; a problem 400 where it is not a single period. */
    static Optional<Period> read(ReadRequest readRequest, String name) {
        return readRequest.parameter(name).map(text -> Period.parseOne(text)
                .orElseThrow(() -> ProblemException.invalidParameter(name, "One period is wanted, such as 2014.")));
    }
}
