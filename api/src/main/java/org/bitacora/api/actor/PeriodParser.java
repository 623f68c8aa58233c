package org.bitacora.api.actor;

import java.util.Optional;
import org.bitacora.application.territory.PeriodQuery;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.domain.refusal.Result;
import org.bitacora.http.PeriodParameterParser;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.problem.ProblemException;

/** Parses parameters that name a single period or the years of a plan. */
final class PeriodParser {

    private PeriodParser() {}

    /**
     * Returns the period that a parameter names; empty if the parameter is missing; a problem 400 if the
     * value is not a single period.
     */
    static Optional<PeriodQuery> parse(ReadRequest readRequest, String name) {
        return readRequest.parameter(name).map(text -> PeriodParameterParser.parsePlanOr(
                        name, Optional.of(text), _ -> parseSingle(name, text))
                .orElseThrow(ProblemException::of));
    }

    private static Result<PeriodQuery> parseSingle(String name, String text) {
        return Period.parseOne(text)
                .map(it -> Result.success(PeriodQuery.of(it)))
                .orElseGet(() -> Result.failure(
                        new Refusal.InvalidParameter(name, Detail.of("Expected one period, for example 2014."))));
    }
}
