package org.bitacora.api.strategy;

import java.util.Optional;
import org.bitacora.application.strategy.ScorecardQuery;
import org.bitacora.application.territory.PeriodQuery;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.domain.refusal.Result;
import org.bitacora.http.AsOfParameterParser;
import org.bitacora.http.PeriodParameterParser;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.problem.ProblemException;

/** Parses the parameters of requests for the scorecard of a strategy. */
public final class ScorecardQueryParser {

    private static final String PERIOD = "period";

    private ScorecardQueryParser() {}

    /** Parses the query of a request; a problem 400 if a parameter is invalid. */
    static ScorecardQuery parse(ReadRequest readRequest, String territory, String strategy) {
        var asOf = AsOfParameterParser.parse(readRequest);
        var period = parsePeriod(readRequest.parameter(PERIOD)).orElseThrow(ProblemException::of);
        return new ScorecardQuery(territory, strategy, period, asOf);
    }

    /** Parses one period, or the years of a plan. */
    public static Result<PeriodQuery> parsePeriod(Optional<String> text) {
        return PeriodParameterParser.parsePlanOr(PERIOD, text, ScorecardQueryParser::parseSinglePeriod);
    }

    private static Result<PeriodQuery> parseSinglePeriod(Optional<String> text) {
        return text.flatMap(Period::parseOne)
                .map(it -> Result.success(PeriodQuery.of(it)))
                .orElseGet(() -> Result.failure(new Refusal.InvalidParameter(
                        PERIOD,
                        Detail.of(
                                "Expected one period: 2014, 2014-S1, 2014-Q1, 2014-05 or a span such as 2012/2015."))));
    }
}
