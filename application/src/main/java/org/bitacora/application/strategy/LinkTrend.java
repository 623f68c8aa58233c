package org.bitacora.application.strategy;

import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.strategy.LinkEvidence;
import org.bitacora.domain.strategy.StrategyLink;
import org.bitacora.domain.strategy.Trend;

/**
 * The trends of the two objectives of a link.
 *
 * @param causePeriod the period of the cause: the period of the effect, moved back by the delay of the link
 * @param cause the trend of the cause in its period
 * @param effect the trend of the effect
 * @param evidence whether the effect followed the cause
 */
public record LinkTrend(StrategyLink link, Period causePeriod, Trend cause, Trend effect, LinkEvidence evidence) {}
